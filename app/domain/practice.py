"""The practice order: made by this till for whoever learns it, or wants to see that it works.

It goes the whole way of an order, with alarm and slip, but no other system hears of it and it
counts nowhere. Its vendor says what it is, as `walkin` does: nothing else marks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.states import Move

PRACTICE: Final = "practice"
PRACTICE_LASTS: Final = timedelta(minutes=30)
"""So long after it came one that nobody finished ends by itself."""
PRACTICE_CAPABILITIES: Final = Capabilities(
    moves=dict.fromkeys(
        (
            Move.ACCEPT,
            Move.REJECT,
            Move.READY,
            Move.COLLECTED,
            Move.LEFT,
            Move.CANCEL_ORDER,
        ),
        Telling.HERE_ONLY,
    ),
    can_be_re_read=False,
    keyed_in_here=True,
)


@dataclass(frozen=True, slots=True)
class PracticeWords:
    """What a practice order says of itself; `number` is called out and stands largest on slips."""

    title: str
    number: str
    item: str
    comment: str
    bar: str


_WORDS: Final[Mapping[str, PracticeWords]] = {
    "en": PracticeWords(
        title="Practice",
        number="PRACTICE",
        item="Practice item, not to be made",
        comment="Practice: nobody waits for this. Press Accept, then Ready, then scan its slip or"
        " press Collected.",
        bar="PRACTICE: NOT AN ORDER",
    ),
    "hu": PracticeWords(
        title="Próba",
        number="PRÓBA",
        item="Próbatétel, nem kell elkészíteni",
        comment="Próba: erre senki sem vár. Nyomja meg: Elfogad, majd Kész, végül olvassa be a"
        " blokkot, vagy nyomja meg: Átadva.",
        bar="PRÓBA: NEM RENDELÉS",
    ),
    "es": PracticeWords(
        title="Práctica",
        number="PRÁCTICA",
        item="Artículo de práctica, no preparar",
        comment="Práctica: nadie espera esto. Pulse Aceptar, luego Listo y después lea el ticket o"
        " pulse Entregado.",
        bar="PRÁCTICA: NO ES UN PEDIDO",
    ),
    "de": PracticeWords(
        title="Übung",
        number="ÜBUNG",
        item="Übungsartikel, nicht zubereiten",
        comment="Übung: darauf wartet niemand. Annehmen, dann Fertig drücken, dann den Bon scannen"
        " oder Abgeholt drücken.",
        bar="ÜBUNG: KEINE BESTELLUNG",
    ),
}


def practice_words(language: str) -> PracticeWords:
    """Return the words of a practice order in a language of the till."""
    return _WORDS.get(language, _WORDS["en"])
