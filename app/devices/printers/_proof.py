"""The candidates of a proof sheet: which code page stands under which number of this printer?"""

from __future__ import annotations

from typing import Final

from app.devices.printers._codepages import pages_of
from app.devices.printers._escpos import facts_of
from app.devices.printers._paper import Paper
from app.domain.sheet import ProofLine, ProvenPage

SAMPLE: Final = "áéíóöőúüű ÁŐŰ ñ¿ äß €"


def proof_lines(paper: Paper) -> tuple[ProofLine, ...]:
    """Return the lines of a proof sheet for a printer of this profile, numbered from 1."""
    pages = pages_of(facts_of(paper.profile).pages)
    return tuple(
        ProofLine(place, ProvenPage(page.name, page.number), SAMPLE)
        for place, page in enumerate(pages, start=1)
    )
