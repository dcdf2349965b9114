"""What `pult check` finds about printers, scanners and what they print."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from app.bootstrap.adapters import build_printers, build_scanners
from app.bootstrap.display import logo_of
from app.bootstrap.slip_template import template_of
from app.commandline import advice
from app.commandline.finding import Faults, Finding, Light
from app.devices.printers import logo_can_be_printed
from app.domain.printing import PrinterWord
from app.ports.scanner import ScannerChanged, ScannerWord
from app.settings.settings import Settings

SCANNER_SECONDS: Final = 4.0
CAMERA_SECONDS: Final = 10.0
"""Some cameras take that long to open."""


def findings(settings: Settings, faults: Faults) -> Iterator[Finding]:
    """Yield one finding per device and logo, in the order of the settings file."""
    for printer in settings.printers:
        alone = replace(settings, printers=(printer,))
        yield faults.guarded("printer", printer.name, partial(_printer, alone))
    if not settings.printers:
        none = "no slip is printed"
        yield Finding("printer", "-", Light.AMBER, "none is set up", none, advice.NO_PRINTER)
    if settings.slip.logo:
        yield faults.guarded("logo", Path(settings.slip.logo).name, partial(_logo, settings))
    logo = logo_of(settings)
    if logo is not None:
        found = partial(_display_logo, logo)
        yield faults.guarded("customer display logo", logo.name, found)
    for scanner in settings.scanners:
        one = replace(settings, scanners=(scanner,))
        yield faults.guarded("scanner", scanner.name, partial(_scanner, one))


def _logo(settings: Settings) -> Finding:
    path = template_of(settings).logo
    name = Path(path).name
    if logo_can_be_printed(path):
        return Finding("logo", name, Light.GREEN, "found", path)
    note = f"slips come out without it: {path} must be a PNG or JPEG"
    return Finding("logo", name, Light.AMBER, "not printed", note, advice.LOGO)


def _display_logo(path: Path) -> Finding:
    what = "customer display logo"
    if logo_can_be_printed(str(path)):
        return Finding(what, path.name, Light.GREEN, "found", str(path))
    note = f"the customer display does without it: {path} must be a PNG or JPEG"
    return Finding(what, path.name, Light.AMBER, "not shown", note, advice.LOGO)


def _printer(settings: Settings) -> Finding:
    (printer,) = build_printers(settings)
    try:
        status = printer.ask()
    finally:
        printer.close()
    light = Light.RED
    if status.word.can_print:
        light = Light.AMBER if status.word is PrinterWord.PAPER_LOW else Light.GREEN
    detail, todo = advice.told_apart(status.detail)
    todo = todo or advice.PRINTERS.get(status.word, "")
    return Finding("printer", printer.name, light, status.word.value, detail, todo)


def _scanner(settings: Settings) -> Finding:
    """Wait for the scanner's first word; a silent one is ended after some seconds."""
    (scanner,) = build_scanners(settings)
    seconds = CAMERA_SECONDS if settings.scanners[0].kind == "camera" else SCANNER_SECONDS
    timer = threading.Timer(seconds, scanner.stop)
    timer.start()
    try:
        for event in scanner.reads():
            if isinstance(event, ScannerChanged):
                light = {ScannerWord.READY: Light.GREEN, ScannerWord.IN_USE: Light.AMBER}
                found = light.get(event.word, Light.RED)
                detail, todo = advice.told_apart(event.detail)
                todo = todo or advice.SCANNERS.get(event.word, "")
                return Finding("scanner", scanner.name, found, event.word.value, detail, todo)
    finally:
        timer.cancel()
        scanner.stop()
    return Finding("scanner", scanner.name, Light.RED, "does not open", "", advice.SILENT)
