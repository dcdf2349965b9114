"""``pult check``: asks everything that is configured whether it works, without side effects."""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from app.bootstrap.adapters import (
    build_callbacks,
    build_printers,
    build_scanners,
    open_store,
    surroundings_of,
)
from app.bootstrap.display import logo_of
from app.bootstrap.instance import lock_file
from app.bootstrap.locked import secrets_of
from app.bootstrap.port_holder import holder_of
from app.bootstrap.slip_template import template_of
from app.commandline import advice, computer
from app.commandline.finding import Finding, Light
from app.commandline.opening import find_plugins, read_settings
from app.commandline.parser import EXIT_CHECK_FAILED, EXIT_FINE
from app.devices.printers import logo_can_be_printed
from app.domain.errors import StoreError, StoreUnavailable
from app.domain.printing import PrinterWord
from app.intake.listener import CallbackListener, ListenerFailed
from app.ports.scanner import ScannerChanged, ScannerWord
from app.ports.vendor import ProbeWord, VendorPlugin
from app.settings.errors import HIDDEN, one_line
from app.settings.settings import Settings

SCANNER_SECONDS = 4.0
CAMERA_SECONDS = 10.0
"""Some cameras take that long to open."""


def check(config: Path | None, *, as_json: bool) -> int:
    """Print what was found; exit code 1 when anything is red."""
    lost: list[Finding] = []

    def not_loaded(name: str, error: Exception) -> None:
        why = one_line(f"{type(error).__name__}: {error}")
        lost.append(Finding("vendor", name, Light.RED, "cannot be loaded", why, advice.NOT_LOADED))

    plugins = find_plugins(not_loaded)
    settings = read_settings(config, plugins)
    findings = [*find_out(settings, plugins), *lost]
    sys.stdout.write(_as_json(findings) if as_json else _as_table(findings))
    sys.stdout.flush()
    red = any(finding.light is Light.RED for finding in findings)
    return EXIT_CHECK_FAILED if red else EXIT_FINE


def find_out(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Iterator[Finding]:
    """Yield one finding per part, in the order of the settings file.

    A part with a fault of ours in it is red; the others are asked all the same.
    """
    faults = Faults(tuple(secrets_of(settings)))
    where = str(settings.path) if settings.found else f"{settings.path} (not there: defaults)"
    yield Finding("settings", settings.path.name, Light.GREEN, "valid", where)
    yield faults.guarded("store", settings.store_file.name, lambda: _store(settings))
    for what, ask in computer.questions(settings.alarm.volume).items():
        yield faults.guarded(what, "-", ask)
    with Door(settings, plugins, faults) as door:
        if door.finding is not None:
            yield door.finding
        for name in settings.enabled_vendors:
            only = partial(_vendor, name, settings, plugins)
            yield faults.guarded("vendor", name, only)
    if not settings.enabled_vendors:
        yield Finding("vendor", "-", Light.AMBER, "none is in use", "", advice.NO_VENDOR)
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


@dataclass(frozen=True, slots=True)
class Faults:
    """Turns what nobody expected into a red line; `secrets` never stand in it."""

    secrets: tuple[str, ...]

    def guarded(self, what: str, name: str, ask: Callable[[], Finding]) -> Finding:
        """Return what `ask` finds, or the fault it met."""
        try:
            return ask()
        except Exception as error:  # whatever it is, the doctor's table must come out whole
            return self.finding(what, name, error)

    def finding(self, what: str, name: str, error: Exception) -> Finding:
        """Return the red line for a fault."""
        text = f"{type(error).__name__}: {error}"
        for secret in filter(None, self.secrets):
            text = text.replace(secret, HIDDEN)
        return Finding(what, name, Light.RED, "fault", one_line(text)[:200], advice.FAULT)


def _store(settings: Settings) -> Finding:
    file = settings.store_file
    if not file.exists():
        return Finding("store", file.name, Light.GREEN, "new", "made at the first start")
    try:
        open_store(settings).close()
    except StoreUnavailable as error:
        said = "cannot be opened now"
        return Finding("store", file.name, Light.RED, said, str(error), advice.STORE_BUSY)
    except StoreError as error:
        said = "cannot be used"
        return Finding("store", file.name, Light.RED, said, str(error), advice.STORE_UNFIT)
    return Finding("store", file.name, Light.GREEN, "opens", str(file))


class Door:
    """Answers probes of the public address while the vendors are asked, as a running Pult would."""

    def __init__(
        self, settings: Settings, plugins: Mapping[str, VendorPlugin], faults: Faults
    ) -> None:
        self.finding: Finding | None = None
        self._settings = settings
        self._plugins = plugins
        self._faults = faults
        self._listener: CallbackListener | None = None

    def __enter__(self) -> Door:
        place = self._settings.callbacks
        try:
            self._open()
        except Exception as error:  # as above
            name = f"{place.host}:{place.port}"
            self.finding = self._faults.finding("callbacks", name, error)
        return self

    def _open(self) -> None:
        callbacks = build_callbacks(self._settings, self._plugins)
        if not callbacks:
            return
        place = self._settings.callbacks
        listener = CallbackListener(
            place.host,
            place.port,
            place.token.get_secret_value(),
            callbacks,
            _not_now,
            lambda _nonce: None,
        )
        name = f"{place.host}:{place.port}"
        try:
            listener.start()
        except ListenerFailed:
            self.finding = _in_use(name, self._settings)
        else:
            self._listener = listener
            self.finding = Finding("callbacks", name, Light.GREEN, "free")

    def __exit__(self, *_error: object) -> None:
        if self._listener is not None:
            self._listener.stop()


def _in_use(name: str, settings: Settings) -> Finding:
    holder = holder_of(settings.callbacks.port)
    if holder is None:
        note = "a running Pult or another program has the port"
        return Finding("callbacks", name, Light.AMBER, "in use", note, advice.PORT_TAKEN)
    who = f"{holder.name} (process {holder.process})"
    if str(lock_file(settings.data_dir.resolve())) in holder.files:
        return Finding("callbacks", name, Light.GREEN, "in use", f"Pult is running: {who}")
    return Finding("callbacks", name, Light.RED, "in use", f"by {who}", advice.PORT_OF_OTHER)


def _not_now(_vendor: str, _ids: Sequence[str]) -> None:
    """A real callback during the check is answered 503, so that the vendor calls again."""
    raise StoreUnavailable("only a check is running")


def _vendor(name: str, settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Finding:
    vendor = plugins[name].build(settings.vendors[name], surroundings_of(settings, plugins[name]))
    try:
        result = vendor.probe()
    finally:
        vendor.close()
    todo = advice.for_vendor(result)
    light = Light.RED
    if result.word is ProbeWord.CONNECTED:
        light = Light.AMBER if todo else Light.GREEN
    detail = result.detail or result.cause.value
    return Finding("vendor", name, light, result.word.value, detail, todo)


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
    todo = advice.for_device(status.detail) or advice.PRINTERS.get(status.word, "")
    return Finding("printer", printer.name, light, status.word.value, status.detail, todo)


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
                word, todo = event.word.value, advice.for_device(event.detail)
                todo = todo or advice.SCANNERS.get(event.word, "")
                return Finding("scanner", scanner.name, found, word, event.detail, todo)
    finally:
        timer.cancel()
        scanner.stop()
    return Finding("scanner", scanner.name, Light.RED, "does not open", "", advice.SILENT)


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
    for row, todo in zip(rows, ("", *(finding.todo for finding in findings)), strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row[:4], widths, strict=True)]
        lines.append("  ".join([*cells, row[4]]).rstrip())
        if todo:
            lines.append(f"{'':{widths[0]}}  -> {todo}")
    return "\n".join([*lines, "", _in_short(findings)]) + "\n"


def _in_short(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.light for finding in findings)
    if counts[Light.RED]:
        return f"{counts[Light.RED]} red: this does not work. What to do stands below each."
    if counts[Light.AMBER]:
        return f"Nothing is red; {counts[Light.AMBER]} amber to look at."
    return "All is well."
