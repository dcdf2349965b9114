"""Compose the slip that shows whether a printer works."""

from __future__ import annotations

from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.slip_words import SLIP_WORDS
from app.ports.clock import ClockPort
from app.usecases.compose_slip import date_text, time_text
from app.usecases.desk import Shop

SAMPLE_LETTERS = "áéíóöőúüű ÁÉÍÓÖŐÚÜŰ ñ ß € “quotes”"


def compose_test_slip(shop: Shop, clock: ClockPort) -> Slip:
    """Return a slip of no order, with the letters shops need and a code that is nobody's."""
    shop = shop.on_paper()
    words = SLIP_WORDS.get(shop.language, SLIP_WORDS["en"])
    now = clock.now()
    return Slip(
        number="TEST",
        shop=shop.till_name,
        vendor="Pult",
        moment=f"{date_text(now, words, shop.timezone)}  {time_text(now, shop.timezone)}",
        footer=words.not_a_receipt,
        code="PULT-TEST",
        code_text="TEST",
        lines=(
            SlipLine(LineKind.ITEM, SAMPLE_LETTERS, "1 234", quantity=1),
            SlipLine(LineKind.TOTAL, words.total, "1 234"),
        ),
        language=shop.language,
    )
