"""Compose the badge of a member of staff, for the printer of slips."""

from __future__ import annotations

from app.domain.slip import Slip
from app.domain.slip_words import SLIP_WORDS
from app.ports.clock import ClockPort
from app.usecases.compose_slip import date_text, time_text
from app.usecases.desk import Shop


def compose_badge(name: str, code: str, shop: Shop, clock: ClockPort) -> Slip:
    """Return a slip with the name and the code, which stands nowhere in letters to be copied."""
    shop = shop.on_paper()
    words = SLIP_WORDS.get(shop.language, SLIP_WORDS["en"])
    now = clock.now()
    return Slip(
        number=name,
        shop=shop.till_name,
        vendor=words.badge,
        moment=f"{date_text(now, words, shop.timezone)}  {time_text(now, shop.timezone)}",
        footer="",
        code=code,
        code_text="",
        language=shop.language,
    )
