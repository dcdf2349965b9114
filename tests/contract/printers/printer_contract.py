"""What every printer keeps, whatever it is made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Protocol

import pytest

from app.domain.printing import PrinterWord, PrintResult
from app.ports.printer import PrinterPort
from tests.sample_slips import CODE, hostile_slip, long_slip, reprint_slip, sample_slip


class Paper(Protocol):
    """What a test sees of the printer's far end."""

    def texts(self) -> list[str]:
        """The visible text of each slip that came out, cut off."""
        ...

    def suffer(self, word: PrinterWord) -> None:
        """Give the printer this trouble."""
        ...

    def recover(self) -> None:
        """Take the trouble away."""
        ...


@dataclass
class Rig:
    printer: PrinterPort
    paper: Paper


@pytest.mark.usefixtures("qapp")
class PrinterContract(ABC):
    @abstractmethod
    @pytest.fixture
    def rig(self) -> Rig: ...

    def test_well_printer_says_ready(self, rig: Rig) -> None:
        assert rig.printer.ask().word is PrinterWord.READY
        assert rig.printer.ask().answers

    def test_asking_prints_nothing(self, rig: Rig) -> None:
        rig.printer.ask()
        assert rig.paper.texts() == []

    def test_buzzer_and_drawer_print_nothing(self, rig: Rig) -> None:
        assert rig.printer.sound_buzzer().word is PrinterWord.READY
        assert rig.printer.open_drawer().word is PrinterWord.READY
        assert not any(rig.paper.texts())
        assert rig.printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert len([text for text in rig.paper.texts() if text]) == 1

    def test_slip_comes_out_once_and_is_confirmed(self, rig: Rig) -> None:
        outcome = rig.printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.PRINTED
        assert outcome.status.word is PrinterWord.READY
        [text] = rig.paper.texts()
        for words in ("Front counter", "A-42", "Counter 1", "Cheers", "2x Draught lager 0.5 l"):
            assert words in text
        for words in ("TAKE-AWAY", "Lángos", "5,160 Ft", "TO PAY", f"[{CODE}]", "Not a receipt"):
            assert words in text

    def test_blocks_stand_in_their_order(self, rig: Rig) -> None:
        slip = replace(long_slip(3), comment="Nut allergy!")
        rig.printer.print_slip(slip)
        [text] = rig.paper.texts()
        blocks = [
            "NOT CONFIRMED", "Front counter", "ORD-2026-000017", "202611201824000017",
            "Szentgyörgyi-Horváth", "Cheers", "====", "1x ", "----", "Delivery fee", "Total",
            "TO PAY", "Card, paid", "Nut allergy!", f"[{CODE}]", "7Q4K-20A6\n", "Not a receipt",
        ]  # fmt: skip
        places = [text.find(block) for block in blocks]
        assert -1 not in places
        assert places == sorted(places)

    @pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
    def test_each_language_is_printed_whole(self, rig: Rig, language: str) -> None:
        slip = sample_slip(language)
        assert rig.printer.print_slip(slip).result is PrintResult.PRINTED
        [text] = rig.paper.texts()
        flat = " ".join(text.split())
        assert slip.comment in flat
        assert slip.to_pay is not None and slip.to_pay[0] in flat
        assert slip.footer in flat

    def test_reprint_is_marked_first(self, rig: Rig) -> None:
        rig.printer.print_slip(reprint_slip())
        [text] = rig.paper.texts()
        assert text.lstrip().startswith("REPRINT: slip no. 2, first 18:19")

    def test_forty_lines_with_long_words_come_out_whole(self, rig: Rig) -> None:
        rig.printer.print_slip(long_slip(40))
        [text] = rig.paper.texts()
        assert text.count("12,345,678 Ft") == 40
        assert "Donaudampfschifffahrts" in text
        assert "mützenhalter" in text.replace("\n", "").replace(" ", "")

    def test_hostile_text_comes_out_harmless_on_one_slip(self, rig: Rig) -> None:
        assert rig.printer.print_slip(hostile_slip()).result is PrintResult.PRINTED
        [text] = rig.paper.texts()
        assert "A-42" in text
        assert not [letter for letter in text if letter < " " and letter != "\n"]
        assert not set(text) & set("\x7f\x9b\u202e\u202c")
        assert len(text.splitlines()) < 120

    def test_ten_thousand_letters_of_comment_end_in_sight(self, rig: Rig) -> None:
        slip = replace(sample_slip(), comment="Please ring the bell twice. " * 400)
        rig.printer.print_slip(slip)
        [text] = rig.paper.texts()
        rows = [line for line in text.splitlines() if "bell" in line or "ring" in line]
        assert 35 <= len(rows) <= 40
        assert "\n…\n" in text or "\n...\n" in text
        assert "Not a receipt" in text

    def test_empty_slip_of_a_bare_order_is_printed(self, rig: Rig) -> None:
        slip = replace(
            sample_slip(), lines=(), comment="", headline="", shop="", to_pay=None, moment=""
        )
        assert rig.printer.print_slip(slip).result is PrintResult.PRINTED

    @pytest.mark.parametrize(
        "word",
        [
            PrinterWord.PAPER_OUT,
            PrinterWord.COVER_OPEN,
            PrinterWord.CUTTER_ERROR,
            PrinterWord.OFFLINE,
            PrinterWord.NOT_ANSWERING,
            PrinterWord.NOT_REACHABLE,
        ],
    )
    def test_printer_in_trouble_gets_nothing_and_prints_when_well(
        self, rig: Rig, word: PrinterWord
    ) -> None:
        rig.printer.ask()
        rig.paper.suffer(word)
        assert rig.printer.ask().word is word
        outcome = rig.printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is word
        assert rig.paper.texts() == []
        rig.paper.recover()
        assert rig.printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert len(rig.paper.texts()) == 1

    def test_low_paper_still_prints_and_says_so(self, rig: Rig) -> None:
        rig.paper.suffer(PrinterWord.PAPER_LOW)
        outcome = rig.printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.PRINTED
        assert outcome.status.word is PrinterWord.PAPER_LOW

    def test_printer_can_be_let_go_twice(self, rig: Rig) -> None:
        rig.printer.close()
        rig.printer.close()
