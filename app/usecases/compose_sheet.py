"""Compose the sheets that measure a printer, prove its letters, or tell it from others."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.sheet import ProofLine, Sheet, SheetKind
from app.domain.sheet_words import SHEET_WORDS, SheetWords


def compose_sheet(
    kind: SheetKind,
    language: str,
    printer: str,
    *,
    width: int = 0,
    number: str = "",
    lines: tuple[ProofLine, ...] = (),
) -> Sheet:
    """Return the sheet in the till's language; `lines` are for a proof, `number` for a number."""
    words = SHEET_WORDS.get(language, SHEET_WORDS["en"])
    head, notes = _texts(words)[kind]
    values = {"printer": printer, "width": width, "number": number}
    return Sheet(
        kind=kind,
        head=head.format(**values),
        notes=tuple(note.format(**values) for note in notes),
        number=number,
        lines=lines if kind is SheetKind.PROOF else (),
    )


def _texts(words: SheetWords) -> Mapping[SheetKind, tuple[str, tuple[str, ...]]]:
    return {
        SheetKind.RULER: (words.ruler, words.ruler_notes),
        SheetKind.PROOF: (words.proof, words.proof_notes),
        SheetKind.NUMBER: (words.number, words.number_notes),
    }
