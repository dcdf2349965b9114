"""The virtual printer with its real folder, files and pictures."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.devices.printers import SlipPreview
from app.devices.printers.virtual import VirtualPrinter
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.printer_contract import PrinterContract, Rig
from tests.sample_slips import CODE, hostile_slip, long_slip, sample_slip
from tests.sinks.paper_picture import read_by_zbarimg

pytestmark = pytest.mark.usefixtures("qapp")
NOON = datetime(2026, 11, 20, 12, 0, 0)


@dataclass
class FolderPaper:
    folder: Path
    printer: VirtualPrinter

    def texts(self) -> list[str]:
        return [path.read_text() for path in sorted(self.folder.glob("*.txt"))]

    def suffer(self, word: PrinterWord) -> None:
        self.printer.trouble = word

    def recover(self) -> None:
        self.printer.trouble = None


class TestVirtualPrinter(PrinterContract):
    @pytest.fixture
    def rig(self, tmp_path: Path) -> Rig:
        printer = VirtualPrinter("screen", tmp_path / "slips")
        return Rig(printer, FolderPaper(tmp_path / "slips", printer))


class TestFiles:
    def test_each_slip_has_text_and_picture_under_a_telling_name(self, tmp_path: Path) -> None:
        printer = VirtualPrinter("screen", tmp_path, now=lambda: NOON)
        printer.print_slip(sample_slip())
        printer.print_slip(sample_slip())
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "20261120-120000-A-42-1.png",
            "20261120-120000-A-42-1.txt",
            "20261120-120000-A-42-2.png",
            "20261120-120000-A-42-2.txt",
        ]

    def test_names_of_files_hold_nothing_but_the_number(self, tmp_path: Path) -> None:
        printer = VirtualPrinter("screen", tmp_path / "slips", now=lambda: NOON)
        slip = replace(hostile_slip(), number="../../etc/Ő\x00 A-42", who="Anna Kiss")
        assert printer.print_slip(slip).result is PrintResult.PRINTED
        names = sorted(path.name for path in (tmp_path / "slips").iterdir())
        assert names == ["20261120-120000-etc-A-42-1.png", "20261120-120000-etc-A-42-1.txt"]

    def test_files_are_for_this_user_only(self, tmp_path: Path) -> None:
        folder = tmp_path / "slips"
        VirtualPrinter("screen", folder).print_slip(sample_slip())
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}

    def test_old_slips_go_and_strangers_stay(self, tmp_path: Path) -> None:
        printer = VirtualPrinter("screen", tmp_path, kept=timedelta(days=7), now=lambda: NOON)
        printer.print_slip(sample_slip())
        stranger = tmp_path / "notes.txt"
        stranger.write_text("mine")
        for path in tmp_path.iterdir():
            old = (NOON - timedelta(days=8)).timestamp()
            os.utime(path, (old, old))
        printer.print_slip(replace(sample_slip(), number="A-43"))
        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "20261120-120000-A-43-1.png",
            "20261120-120000-A-43-1.txt",
            "notes.txt",
        ]

    def test_watcher_hears_of_picture_text_and_code(self, tmp_path: Path) -> None:
        heard: list[tuple[Path | None, str, str]] = []
        printer = VirtualPrinter("screen", tmp_path, on_printed=lambda *slip: heard.append(slip))
        printer.print_slip(sample_slip())
        [(path, text, code)] = heard
        assert path is not None and path.read_bytes().startswith(b"\x89PNG")
        assert "A-42" in text
        assert code == CODE

    def test_folder_that_cannot_be_written_leaves_the_slip_unprinted(self, tmp_path: Path) -> None:
        blocked = tmp_path / "slips"
        blocked.write_text("a file where the folder should be")
        outcome = VirtualPrinter("screen", blocked).print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.OFFLINE


class TestPicture:
    @pytest.mark.parametrize("width", [32, 42, 48])
    @pytest.mark.parametrize("make", [sample_slip, long_slip, hostile_slip])
    def test_qr_is_read_by_both_decoders(
        self, tmp_path: Path, width: int, make: Callable[[], Any]
    ) -> None:
        import pyzbar.pyzbar
        import zxingcpp
        from PIL import Image

        VirtualPrinter("screen", tmp_path, width=width).print_slip(make())
        [path] = tmp_path.glob("*.png")
        with Image.open(path) as picture:
            grey = picture.convert("L")
        assert [found.text for found in zxingcpp.read_barcodes(grey)] == [CODE]
        assert [found.data.decode() for found in pyzbar.pyzbar.decode(grey)] == [CODE]
        assert read_by_zbarimg(path) in ([CODE], None)

    def test_preview_is_the_same_picture(self, tmp_path: Path) -> None:
        VirtualPrinter("screen", tmp_path, width=32).print_slip(long_slip())
        [path] = tmp_path.glob("*.png")
        assert SlipPreview().png(long_slip(), 32) == path.read_bytes()

    def test_letters_no_font_has_are_counted(self, tmp_path: Path) -> None:
        printer = VirtualPrinter("screen", tmp_path)
        assert printer.print_slip(sample_slip("hu")).lost == 0
        assert printer.print_slip(replace(sample_slip(), who="\U00012000")).lost == 1

    def test_picture_is_as_wide_as_the_paper(self, tmp_path: Path) -> None:
        from PIL import Image

        VirtualPrinter("screen", tmp_path, width=42).print_slip(sample_slip())
        [path] = tmp_path.glob("*.png")
        with Image.open(path) as picture:
            assert picture.width == 42 * 12 + 2 * 36
            assert 900 < picture.height < 1200
