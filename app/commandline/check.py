"""``pult check``: asks everything that is configured whether it works, without side effects."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from app.bootstrap.adapters import (
    build_callbacks,
    build_printers,
    build_scanners,
    build_vendors,
    open_store,
)
from app.commandline.opening import find_plugins, read_settings
from app.commandline.parser import EXIT_CHECK_FAILED, EXIT_FINE
from app.domain.errors import PultError, StoreError, StoreUnavailable
from app.domain.printing import PrinterWord
from app.intake.listener import CallbackListener, ListenerFailed
from app.ports.scanner import ScannerChanged, ScannerPort, ScannerWord
from app.ports.vendor import ProbeWord, VendorPlugin
from app.settings.settings import Settings

SCANNER_SECONDS = 4.0


class Light(StrEnum):
    """How a finding is meant."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table."""

    what: str
    name: str
    light: Light
    word: str
    detail: str = ""


def check(config: Path | None, *, as_json: bool) -> int:
    """Print what was found; exit code 1 when anything is red."""
    plugins = find_plugins()
    settings = read_settings(config, plugins)
    findings = list(find_out(settings, plugins))
    sys.stdout.write(_as_json(findings) if as_json else _as_table(findings))
    sys.stdout.flush()
    red = any(finding.light is Light.RED for finding in findings)
    return EXIT_CHECK_FAILED if red else EXIT_FINE


def find_out(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Iterator[Finding]:
    """Yield one finding per part, in the order of the settings file."""
    where = str(settings.path) if settings.found else f"{settings.path} (not there: defaults)"
    yield Finding("settings", settings.path.name, Light.GREEN, "valid", where)
    yield _store(settings)
    with Door(settings, plugins) as door:
        if door.finding is not None:
            yield door.finding
        yield from _vendors(settings, plugins)
    yield from _printers(settings)
    for scanner in build_scanners(settings):
        yield _scanner(scanner)


def _store(settings: Settings) -> Finding:
    file = settings.store_file
    if not file.exists():
        return Finding("store", file.name, Light.GREEN, "new", "made at the first start")
    try:
        open_store(settings).close()
    except StoreUnavailable as error:
        return Finding("store", file.name, Light.RED, "not to be opened", str(error))
    except StoreError as error:
        return Finding("store", file.name, Light.RED, "damaged or not ours", str(error))
    return Finding("store", file.name, Light.GREEN, "opens", str(file))


class Door:
    """Answers probes of the public address while the vendors are asked, as a running Pult would."""

    def __init__(self, settings: Settings, plugins: Mapping[str, VendorPlugin]) -> None:
        self.finding: Finding | None = None
        self._settings = settings
        self._callbacks = build_callbacks(settings, plugins)
        self._listener: CallbackListener | None = None

    def __enter__(self) -> Door:
        if not self._callbacks:
            return self
        place = self._settings.callbacks
        listener = CallbackListener(
            place.host,
            place.port,
            place.token.get_secret_value(),
            self._callbacks,
            _not_now,
            lambda _nonce: None,
        )
        name = f"{place.host}:{place.port}"
        try:
            listener.start()
        except ListenerFailed:
            note = "the port is taken, by a running Pult or another program"
            self.finding = Finding("callbacks", name, Light.AMBER, "in use", note)
        else:
            self._listener = listener
            self.finding = Finding("callbacks", name, Light.GREEN, "free")
        return self

    def __exit__(self, *_error: object) -> None:
        if self._listener is not None:
            self._listener.stop()


def _not_now(_vendor: str, _ids: Sequence[str]) -> None:
    """A real callback during the check is answered 503, so that the vendor calls again."""
    raise StoreUnavailable("only a check is running")


def _vendors(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Iterator[Finding]:
    for vendor in build_vendors(settings, plugins):
        try:
            result = vendor.probe()
        except PultError as error:
            yield Finding("vendor", vendor.name, Light.RED, "not asked", str(error))
        else:
            good = result.word is ProbeWord.CONNECTED
            light = Light.GREEN if good else Light.RED
            yield Finding("vendor", vendor.name, light, result.word.value, result.detail)
        finally:
            vendor.close()
    if not settings.enabled_vendors:
        yield Finding("vendor", "-", Light.AMBER, "none is enabled", "see [vendors.…] enabled")


def _printers(settings: Settings) -> Iterator[Finding]:
    for printer in build_printers(settings):
        status = printer.ask()
        printer.close()
        light = Light.RED
        if status.word.can_print:
            light = Light.AMBER if status.word is PrinterWord.PAPER_LOW else Light.GREEN
        yield Finding("printer", printer.name, light, status.word.value, status.detail)
    if not settings.printers:
        yield Finding("printer", "-", Light.AMBER, "none is configured", "no slip is printed")


def _scanner(scanner: ScannerPort) -> Finding:
    """Wait for the scanner's first word; a silent one is ended after some seconds."""
    timer = threading.Timer(SCANNER_SECONDS, scanner.stop)
    timer.start()
    try:
        for event in scanner.reads():
            if isinstance(event, ScannerChanged):
                light = {ScannerWord.READY: Light.GREEN, ScannerWord.IN_USE: Light.AMBER}
                found = light.get(event.word, Light.RED)
                return Finding("scanner", scanner.name, found, event.word.value, event.detail)
    finally:
        timer.cancel()
        scanner.stop()
    return Finding("scanner", scanner.name, Light.RED, "says nothing")


def _as_json(findings: Sequence[Finding]) -> str:
    red = any(finding.light is Light.RED for finding in findings)
    found = {"ok": not red, "findings": [asdict(finding) for finding in findings]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _as_table(findings: Sequence[Finding]) -> str:
    rows = [("", "part", "name", "finding", "detail")]
    rows += [
        (finding.light.value, finding.what, finding.name, finding.word, finding.detail)
        for finding in findings
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)]
        lines.append("  ".join([*cells, row[4]]).rstrip())
    return "\n".join(lines) + "\n"
