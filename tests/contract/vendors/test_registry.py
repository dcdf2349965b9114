"""Vendors are found by entry point; one that is broken harms nobody, and finding them is quick."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import app.vendors._registry as registry
from app.vendors._registry import GROUP, InstalledVendors
from app.vendors.cheers import VENDOR


def entry(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let these entry points, and no others, be installed."""

    def install(*entries: EntryPoint) -> None:
        monkeypatch.setattr(registry, "entry_points", lambda group: list(entries))

    return install


def test_ours_are_found() -> None:
    assert InstalledVendors()["cheers"] is VENDOR


def test_a_broken_one_is_reported_and_left_out(
    installed: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken_vendor.py").write_text("1 / 0")
    monkeypatch.syspath_prepend(tmp_path)
    installed(
        entry("broken", "broken_vendor:VENDOR"),
        entry("missing", "no_such_vendor:VENDOR"),
        entry("nothing", "app.vendors.cheers:NO_SUCH"),
        entry("other", "app.vendors.cheers:VENDOR"),
        entry("text", "app.vendors.cheers:NAME"),
        entry("cheers", "app.vendors.cheers:VENDOR"),
        entry("cheers", "app.vendors.cheers:VENDOR"),
    )
    failed: list[tuple[str, str]] = []
    found = InstalledVendors(lambda name, error: failed.append((name, type(error).__name__)))
    assert found == {"cheers": VENDOR}
    assert failed == [
        ("broken", "ZeroDivisionError"),
        ("cheers", "TypeError"),
        ("missing", "ModuleNotFoundError"),
        ("nothing", "AttributeError"),
        ("other", "TypeError"),
        ("text", "TypeError"),
    ]


@pytest.mark.expected_log("vendor cannot be loaded", level="ERROR")
def test_a_broken_one_stands_in_the_log(installed: Callable[..., None]) -> None:
    installed(entry("missing", "no_such_vendor:VENDOR"))
    assert InstalledVendors() == {}


def test_finding_and_building_imports_nothing_slow() -> None:
    program = """
import sys
from pydantic import SecretStr
from app.ports.vendor import VendorSurroundings
from app.vendors._registry import InstalledVendors
vendor = InstalledVendors()["cheers"]
settings = vendor.settings_model(enabled=True, api_key=SecretStr("k"))
vendor.build(settings, VendorSurroundings("/callbacks/cheers", "", "Europe/Budapest"))
slow = {"httpx", "httpcore", "sqlalchemy", "cv2", "escpos", "PySide6"} & set(sys.modules)
sys.exit(f"imported: {slow}" if slow else 0)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
