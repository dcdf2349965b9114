"""``pult check``: asks this computer and everything that is configured whether it works."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

from app.bootstrap.adapters import build_vendor
from app.commandline import advice, clock, computer, devices, storage
from app.commandline.entrance import Door
from app.commandline.finding import Faults, Finding, Light
from app.commandline.kept import Kept, idle_routes, kept
from app.commandline.letters import letters
from app.commandline.opening import Ended, find_plugins, read_settings
from app.commandline.parser import EXIT_CHECK_FAILED, EXIT_FINE
from app.ports.vendor import ProbeWord, VendorPlugin
from app.settings.errors import Problem, SettingsError, one_line
from app.settings.secret_words import secrets_of
from app.settings.settings import Settings


def check(config: Path | None, *, as_json: bool) -> int:
    """Print what was found; exit code 1 when anything is red."""
    lost: list[Finding] = []

    def not_loaded(name: str, error: Exception) -> None:
        why = one_line(f"{type(error).__name__}: {error}")
        lost.append(Finding("vendor", name, Light.RED, "cannot be loaded", why, advice.NOT_LOADED))

    plugins = find_plugins(not_loaded)
    try:
        settings = read_settings(config, plugins)
    except Ended as ended:
        if as_json and isinstance(ended.__cause__, SettingsError):
            sys.stdout.write(_as_json([_unfit(each) for each in ended.__cause__.problems]))
        raise
    findings = [*find_out(settings, plugins), *lost]
    sys.stdout.write(_as_json(findings) if as_json else _as_table(findings))
    sys.stdout.flush()
    red = any(finding.light is Light.RED for finding in findings)
    return EXIT_CHECK_FAILED if red else EXIT_FINE


def _unfit(problem: Problem) -> Finding:
    said = one_line(" ".join(filter(None, (problem.key, problem.value, problem.allowed))))
    name = Path(problem.file).name
    return Finding("settings", name, Light.RED, "cannot be used", said, problem.remedy)


def find_out(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Iterator[Finding]:
    """Yield one finding per part, in the order of the settings file.

    A part with a fault of ours in it is red; the others are asked all the same.
    """
    faults = Faults(tuple(secrets_of(settings)))
    where = str(settings.path) if settings.found else f"{settings.path} (not there: defaults)"
    yield Finding("settings", settings.path.name, Light.GREEN, "valid", where)
    yield from _of_the_till(settings, faults)
    with Door(settings, plugins, faults) as door:
        if door.finding is not None:
            yield door.finding
        for name in settings.enabled_vendors:
            only = partial(_vendor, name, settings, plugins)
            yield faults.guarded("vendor", name, only)
    if not settings.enabled_vendors:
        yield Finding("vendor", "-", Light.AMBER, "none is in use", "", advice.NO_VENDOR)
    yield from devices.findings(settings, faults)


def _of_the_till(settings: Settings, faults: Faults) -> Iterator[Finding]:
    """Yield what is found about this computer and what is kept on it."""
    yield faults.guarded("data folder", "-", lambda: storage.data_folder(settings))
    there = storage.running(settings)
    if there is not None:
        yield there
    store = _store(settings, faults)
    yield store.finding
    timezone = settings.till.timezone
    yield faults.guarded("clock", "-", lambda: clock.of_this_computer(timezone, store.newest))
    yield from idle_routes(settings.printers, store.products)
    # Before anything asks for sound: that makes do with a Qt that cannot draw letters.
    own = [settings.till.name, *settings.slip.top, *settings.slip.bottom]
    own += [name for product in store.products for name in product.names.values()]
    yield faults.guarded("letters", "-", lambda: letters(own))
    for what, ask in computer.questions(settings.alarm.volume).items():
        yield faults.guarded(what, "-", ask)


def _store(settings: Settings, faults: Faults) -> Kept:
    try:
        return kept(settings)
    except Exception as error:  # as everywhere here, the table must come out whole
        return Kept(faults.finding("store", settings.store_file.name, error))


def _vendor(name: str, settings: Settings, plugins: Mapping[str, VendorPlugin]) -> Finding:
    vendor = build_vendor(name, settings, plugins[name])
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
