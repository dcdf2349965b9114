"""Kinds of printers and building one from its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.devices.printers import build_printer, kinds
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers.virtual import VirtualPrinter
from app.ports.printer import PrinterPort
from app.settings.devices import PrinterSettings


def an_entry(kind: str) -> PrinterSettings:
    return PrinterSettings.model_construct(name="counter", kind=kind, host="127.0.0.1")


def test_each_kind_goes_by_the_name_of_its_file() -> None:
    assert {"network", "virtual"} <= set(kinds())
    assert all(name == kind.name for name, kind in kinds().items())


@pytest.mark.parametrize(
    ("kind", "type_"), [("network", PaperPrinter), ("virtual", VirtualPrinter)]
)
def test_printer_is_built_without_touching_anything(
    tmp_path: Path, kind: str, type_: type[PrinterPort]
) -> None:
    printer = build_printer(an_entry(kind), slips_dir=tmp_path / "slips")
    assert isinstance(printer, type_)
    assert printer.name == "counter"
    assert list(tmp_path.iterdir()) == []


def test_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        build_printer(an_entry("carrier-pigeon"), slips_dir=tmp_path)
