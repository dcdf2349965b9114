"""Scenes of printers and slips in Settings, for `tests.ui.screens`."""

from __future__ import annotations

from app.devices.printers import SlipPreview
from app.domain.device_news import (
    PagesProven,
    PrinterFound,
    PrinterSearchEnded,
    SheetPrinted,
    SlipPreviewed,
)
from app.domain.news import LampChanged
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import ProofLine, ProvenPage, SheetKind
from app.domain.slip_template import SlipTemplate
from app.ui.main_window import MainWindow
from app.ui.printers.find_dialog import FindDialog
from app.ui.printers.slip_section import SlipSection
from app.ui.relay import Relay
from app.ui.settings_page.page import SettingsPage
from app.usecases.compose_sample_slip import compose_sample_slip
from app.usecases.desk import Shop
from tests.fakes.clock import FrozenClock
from tests.ui.main.day import NOW, PAPER_OUT, waiting
from tests.ui.scene import Scene

_PRINTED = PrintOutcome(PrintResult.PRINTED, PrinterStatus(PrinterWord.READY))
_SILENT = PrintOutcome(PrintResult.NOT_STARTED, PrinterStatus(PrinterWord.NOT_ANSWERING))
_PAGES = (ProvenPage("CP852", 18), ProvenPage("CP858", 19))
_OWN = SlipTemplate(
    top=("Lángos & Lager, Kossuth tér 4",), bottom=("Köszönjük!", "wifi: langos2026"), prices=False
)


def a_picture(template: SlipTemplate, width: int = 42) -> bytes:
    """Give the sample slip as it is printed."""
    slip = compose_sample_slip(Shop(), template, FrozenClock(NOW))
    return SlipPreview().png(slip, width)


def _page(window: MainWindow, section: str) -> SettingsPage:
    window.work.away.on_settings()
    page = window.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    return page


def _answer(window: MainWindow, relay: Relay, template: SlipTemplate) -> None:
    asked = window.work.errands._asked
    relay.publish(SlipPreviewed(asked, a_picture(template)))


def printers(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(waiting(38, 41))
    _page(window, "printers")
    relay.publish(PagesProven("counter", _PAGES))
    _answer(window, relay, SlipTemplate())


def letters(window: MainWindow, relay: Relay) -> None:
    printers(window, relay)
    pages = ("CP852", "CP858", "CP1252", "CP437", "ISO8859-2", "CP1250", "CP850", "CP865", "CP863")
    lines = tuple(
        ProofLine(place + 1, ProvenPage(page, 16 + place), "árvíztűrő")
        for place, page in enumerate((pages * 5)[:40])
    )
    relay.publish(SheetPrinted("counter", SheetKind.PROOF, _PRINTED, lines))
    window.work.printers.on_letters_wanted("counter")


def width(window: MainWindow, relay: Relay) -> None:
    printers(window, relay)
    window.work.printers.on_width_wanted("counter")


def searching(window: MainWindow, relay: Relay) -> None:
    _page(window, "printers")
    _answer(window, relay, SlipTemplate())
    window.work.printers.on_find_wanted()
    own = {"kind": "network", "host": "192.0.2.10", "port": 9100}
    relay.publish(PrinterFound(1, "EPSON TM-T20III", {"kind": "spooler", "device": "TM-T20III"}))
    relay.publish(PrinterFound(2, "192.0.2.10", own, "counter"))


def found(window: MainWindow, relay: Relay) -> None:
    searching(window, relay)
    relay.publish(PrinterFound(3, "192.0.2.23", {"kind": "network", "host": "192.0.2.23"}))
    relay.publish(PrinterSearchEnded(3, ("USB: Permission denied",)))
    relay.publish(SheetPrinted("1", SheetKind.NUMBER, _SILENT))
    relay.publish(SheetPrinted("3", SheetKind.NUMBER, _PRINTED))


def chosen(window: MainWindow, relay: Relay) -> None:
    found(window, relay)
    dialog = window.work.layer.dialog
    assert isinstance(dialog, FindDialog)
    dialog.rows[3].button.acted.emit()


def nothing(window: MainWindow, relay: Relay) -> None:
    _page(window, "printers")
    window.work.printers.on_find_wanted()
    relay.publish(PrinterSearchEnded(0, ("USB: Permission denied",)))


def slip(window: MainWindow, relay: Relay) -> None:
    page = _page(window, "slip")
    (section,) = page.findChildren(SlipSection)
    _answer(window, relay, section.template)


def slip_changed(window: MainWindow, relay: Relay) -> None:
    page = _page(window, "slip")
    (section,) = page.findChildren(SlipSection)
    section.prices.switch.click()
    section.top.field.setPlainText("\n".join(_OWN.top))
    section.bottom.field.setPlainText("\n".join(_OWN.bottom))
    section._ask_preview()
    _answer(window, relay, _OWN)


PRINTER_SCENES: dict[str, Scene] = {
    "printers-counter": printers,
    "printers-letters": letters,
    "printers-width": width,
    "printers-searching": searching,
    "printers-found": found,
    "printers-chosen": chosen,
    "printers-nothing": nothing,
    "slip-kept": slip,
    "slip-changed": slip_changed,
}
