"""The candidates of a proof sheet: which code page stands under which number of this printer?"""

from __future__ import annotations

from typing import Final

from app.devices.printers._codepages import page_at
from app.devices.printers._escpos import facts_of, numbers_of
from app.devices.printers._paper import Paper
from app.domain.sheet import ProofLine, ProvenPage

# The last letters stand elsewhere in pages that agree on all the others.
SAMPLE: Final = "áéíóöőúüű ÁŐŰ ñ¿ äß € šž"
MOST_LINES: Final = 40
# The pages with letters of the till's languages, those first that hold more of them. Of the last
# two clones have many numbers, which would all look right: a number that a printer does not know
# leaves it on its first page, and that is nearly always one of these.
_WANTED: Final = (
    "CP852",
    "CP858",
    "CP1250",
    "CP1252",
    "ISO_8859-2",
    "ISO_8859-15",
    "CP850",
    "CP437",
)
_OWN_NUMBER_ONLY: Final = ("CP850", "CP437")


def proof_lines(paper: Paper) -> tuple[ProofLine, ...]:
    """Return the lines of a proof sheet, numbered from 1: what the profile says, then the rest.

    The rest are the numbers under which any other known model has one of the wanted pages.
    """
    candidates = _candidates(paper)[:MOST_LINES]
    return tuple(
        ProofLine(place, page, sample_of(page)) for place, page in enumerate(candidates, start=1)
    )


def sample_of(page: ProvenPage) -> str:
    """Return those letters of the sample that `page` holds."""
    letters = page_at(page.page, page.number)
    if letters is None:
        return ""
    kept = (letter for letter in SAMPLE if letters.encode(letter) is not None)
    return " ".join("".join(kept).split())


def _candidates(paper: Paper) -> list[ProvenPage]:
    own = facts_of(paper.profile).pages
    said = [ProvenPage(page, own[page]) for page in _WANTED if page in own]
    others = [
        ProvenPage(page, number)
        for page in _WANTED
        for number in (numbers_of(page)[:1] if page in _OWN_NUMBER_ONLY else numbers_of(page))
    ]
    return list(dict.fromkeys((*said, *others)))
