"""A scanner that types and that nobody has set up: it is asked about, once."""

from __future__ import annotations

from app.domain.device_news import DeviceKept, ScannerOffered, ScanSeen
from app.domain.lamp import LampKind
from app.domain.scan_trace import ScanTrace
from app.ui.scan.scanner_offer import NAME, OfferDialog
from app.usecases.handle_scan import HandleScan
from tests.ui.main.conftest import Show, Shown
from tests.ui.reading import texts

ENTRY = {"kind": "keyboard"}


def offer(shown: Shown, text: str = "PULT-1") -> OfferDialog | None:
    shown.say(ScannerOffered(text))
    dialog = shown.work.layer.dialog
    return dialog if isinstance(dialog, OfferDialog) else None


def strip(shown: Shown) -> str:
    return " ".join(texts(shown.work.stage.strip))


def test_a_scanner_that_is_used_is_set_up_and_its_code_acted_upon(show: Show) -> None:
    shown = show()
    dialog = offer(shown)
    assert dialog is not None
    assert shown.title() == "A scanner is typing: use it?"
    shown.press("Use it", dialog)
    assert shown.till.of("keep_scanner") == [(NAME, ENTRY)]
    assert shown.work.layer.dialog is None
    assert offer(shown, "PULT-2") is None
    assert shown.till.of(HandleScan) == []
    shown.say(DeviceKept(LampKind.SCANNER, NAME, ENTRY))
    assert shown.till.of(HandleScan) == [HandleScan("PULT-1"), HandleScan("PULT-2")]
    assert "The scanner is set up." in strip(shown)
    assert shown.work.layer.dialog is None


def test_one_that_cannot_be_set_up_says_why_and_loses_no_order(show: Show) -> None:
    shown = show()
    shown.press("Use it", offer(shown))
    shown.say(DeviceKept(LampKind.SCANNER, NAME, problem="the disk is full"))
    assert "The scanner could not be set up. the disk is full" in strip(shown)
    assert shown.till.of(HandleScan) == []


def test_not_now_is_quiet_for_the_day(show: Show) -> None:
    shown = show()
    shown.press("Not now", offer(shown))
    assert shown.work.layer.dialog is None
    assert offer(shown) is None
    assert "A scanner that is not set up typed a code." in strip(shown)
    assert shown.till.of("keep_scanner") == []


def test_the_offer_waits_for_an_open_dialog(show: Show) -> None:
    shown = show()
    shown.press("Order number")
    assert offer(shown) is None
    shown.work.ways.on_escape()
    assert isinstance(shown.work.layer.dialog, OfferDialog)


def test_another_layout_is_hinted_at_once_only(show: Show) -> None:
    shown = show()
    for _ in range(2):
        shown.say(ScanSeen(NAME, "PULT-1", ScanTrace(layout="us on hu")))
    assert "The scanner types as on a US keyboard." in strip(shown)
    assert "set it to Hungarian" in strip(shown)
