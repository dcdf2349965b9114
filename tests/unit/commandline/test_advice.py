"""`pult check` knows what to do about every word that is not green."""

from __future__ import annotations

from app.commandline import advice
from app.domain.printing import PrinterWord
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeWord


def test_every_word_that_is_not_well_has_its_advice() -> None:
    assert set(advice.VENDORS) == set(ProbeWord) - {ProbeWord.CONNECTED}
    assert set(advice.PRINTERS) == set(PrinterWord) - {PrinterWord.READY}
    assert set(advice.SCANNERS) == set(ScannerWord) - {ScannerWord.READY}
