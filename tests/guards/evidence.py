"""A failing ui or e2e test leaves what a person needs to see why, in tests/_artifacts/<test>/."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest
from PIL import ImageGrab
from PySide6.QtWidgets import QApplication

KEPT_SUFFIXES = {".jsonl", ".log", ".sqlite3", ".sqlite3-wal", ".toml", ".png", ".txt"}
KEPT_BYTES = 5_000_000


def _folder_for(item: pytest.Item) -> Path:
    root = Path(item.config.rootpath, "tests", "_artifacts")
    folder = root / re.sub(r"[^A-Za-z0-9_.-]+", "-", item.nodeid.removeprefix("tests/"))[:150]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _picture_windows(folder: Path) -> None:
    """Every window of this process, also where no display shows it."""
    if not isinstance(QApplication.instance(), QApplication):
        return
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for number, widget in enumerate(shown):
        widget.grab().save(str(folder / f"window-{number}-{type(widget).__name__}.png"))


def _picture_display(folder: Path) -> None:
    """The whole display, which shows the windows of a program run as a process of its own."""
    if os.environ.get("DISPLAY"):
        ImageGrab.grab(xdisplay=os.environ["DISPLAY"]).save(folder / "display.png")


def _copy_files(item: pytest.Item, folder: Path) -> None:
    place = getattr(item, "funcargs", {}).get("tmp_path")
    if place is None:
        return
    for path in Path(place).rglob("*"):
        kept = path.suffix in KEPT_SUFFIXES and path.is_file()
        if kept and path.stat().st_size <= KEPT_BYTES:
            target = folder / "files" / path.relative_to(place)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def _leave_evidence(item: pytest.Item, report: pytest.TestReport) -> None:
    folder = _folder_for(item)
    sections = "\n\n".join(f"--- {title} ---\n{text}" for title, text in report.sections)
    (folder / "failure.txt").write_text(f"{report.longreprtext}\n\n{sections}\n", "utf-8")
    for step in (_picture_windows, _picture_display):
        try:
            step(folder)
        except OSError as error:
            (folder / "no-picture.txt").write_text(f"{error}\n", "utf-8")
    _copy_files(item, folder)
    report.sections.append(("Evidence", str(folder)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    seen = item.get_closest_marker("ui") or item.get_closest_marker("e2e")
    if report.failed and report.when != "teardown" and seen:
        _leave_evidence(item, report)
    return report
