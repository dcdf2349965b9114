"""Scenes of absences, silent vendors and the page Help."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.domain.absence import Absence, AbsenceCause
from app.domain.device_news import SheetPrinted
from app.domain.lamp import LampTone
from app.domain.news import AbsenceChanged, ClockChanged, LampChanged, Noticed, ProblemsChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.problem import Problem
from app.domain.scan_news import LookUpAnswered
from app.domain.sheet import SheetKind
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.status.lamp_dialog import LampDialog
from tests.builders import at
from tests.ui.main.day import LAMPS, PAPER_OUT
from tests.ui.scene import Scene

PROBLEMS: Final = (
    Problem(NoticeCode.SLIP_WAITS, at(23), "counter"),
    Problem(NoticeCode.VENDOR_GONE, at(10), "cheers", times=3),
    Problem(NoticeCode.REFUSED, at(-60), "cheers"),
    Problem(NoticeCode.SCAN_DROPPED, at(-600), "till scanner", times=2),
)


def absence(window: MainWindow, relay: Relay) -> None:
    """Show the band."""
    relay.publish(AbsenceChanged(Absence(at(-540), at(20), AbsenceCause.STOPPED, arrived=3)))


def absence_page(window: MainWindow, relay: Relay) -> None:
    """Show the page behind the band."""
    absence(window, relay)
    window.work.absence.on_acted("absence")


def help_page(window: MainWindow, relay: Relay) -> None:
    """Show what is read out on the telephone."""
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(ProblemsChanged(PROBLEMS))
    window.work.away.on_help()


def wrong_clock(window: MainWindow, relay: Relay) -> None:
    """Show what is said of a clock that is wrong."""
    relay.publish(ClockChanged(timedelta(minutes=14)))
    data = {"seconds": str(14 * 60)}
    relay.publish(Noticed(Notice(NoticeCode.CLOCK_WRONG, Tone.WARN, data=data), at(24)))


def no_contact(window: MainWindow, relay: Relay) -> None:
    """Show a vendor that fell silent."""
    relay.publish(LampChanged(replace(LAMPS[0], heard_every=10, last_contact=at(22))))


def lamp_tested(window: MainWindow, relay: Relay) -> None:
    """Show what a vendor answers that does not let the shop in."""
    refused = replace(LAMPS[0], word="shop not let in", tone=LampTone.BAD, detail="HTTP 403")
    relay.publish(LampChanged(refused))
    window.work.lamps.open_lamp("vendor:cheers")
    told = {"word": refused.word, "cause": "", "detail": refused.detail}
    relay.publish(LookUpAnswered("cheers", "", data=told))


def test_slip_failed(window: MainWindow, relay: Relay) -> None:
    """Show what became of a test slip."""
    relay.publish(LampChanged(PAPER_OUT))
    window.work.lamps.open_lamp("printer:counter")
    dialog = window.work.layer.dialog
    assert isinstance(dialog, LampDialog) and dialog.test is not None
    dialog.test.acted.emit()
    status = PrinterStatus(PrinterWord.PAPER_OUT)
    outcome = PrintOutcome(PrintResult.NOT_STARTED, status)
    relay.publish(SheetPrinted("counter", SheetKind.TEST, outcome))


SCENES: Final[dict[str, Scene]] = {
    "absence-band": absence,
    "absence-page": absence_page,
    "help": help_page,
    "lamp-tested": lamp_tested,
    "lamp-test-slip": test_slip_failed,
    "no-contact": no_contact,
    "wrong-clock": wrong_clock,
}
