"""A vendor of somebody else's package takes part like ours, by its entry point alone."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.states import Move, OrderState
from app.vendors._registry import InstalledVendors
from tests.contract.runtime.conftest import MakeCounter
from tests.sinks.printer_sink import PrinterSink

PACKAGE = Path(__file__).parents[2] / "foreign"
ORDER = {"number": "F-7", "customer": "Ada", "lines": [{"name": "Soup", "cents": 650}]}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built and installed into a folder of its own without any network."""
    target = tmp_path_factory.mktemp("installed")
    source = tmp_path_factory.mktemp("source") / "foreign"
    source.mkdir()
    for file in ("pyproject.toml", "pult_foxtrot/__init__.py"):
        copy = source / file
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((PACKAGE / file).read_bytes())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    how = ["--no-index", "--no-deps", "--no-build-isolation", "--target", str(target)]
    done = subprocess.run([*pip, *how, str(source)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def foxtrot(installed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(installed)
    importlib.invalidate_caches()
    yield
    sys.modules.pop("pult_foxtrot", None)


def _lay_down(folder: Path, order_id: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{order_id}.json").write_text(json.dumps(ORDER), "utf-8")


@pytest.mark.usefixtures("foxtrot")
def test_it_is_found_beside_ours() -> None:
    assert {"foxtrot", "cheers"} <= set(InstalledVendors())


@pytest.mark.usefixtures("foxtrot")
def test_its_orders_are_listed_accepted_printed_and_handed_over(
    make_counter: MakeCounter, printer: PrinterSink, tmp_path: Path
) -> None:
    folder = tmp_path / "orders"
    _lay_down(folder, "7")
    ours = {"enabled": True, "folder": str(folder), "poll_seconds": 0.05}
    counter = make_counter(printer, foxtrot=ours)
    counter.open()
    screen = counter.screen
    assert screen.order("7").order.number == "F-7"
    assert screen.order("7").vendor_title == "Foxtrot"
    counter.accept("7")
    screen.wait_for_state("7", OrderState.PREPARING)
    printer.wait_for_slips(1)
    assert "Foxtrot" in printer.text(0)
    for move, state in ((Move.READY, OrderState.READY), (Move.COLLECTED, OrderState.COLLECTED)):
        counter.move("7", move)
        screen.wait_for_state("7", state)
    screen.wait(lambda: (folder / "7.collected").exists(), "the answer beside the order")
    assert {file.suffix for file in folder.iterdir()} == {
        ".json",
        ".accepted",
        ".ready",
        ".collected",
    }
    assert counter.close()
    assert len(printer.slips) == 1


def test_the_doctor_and_the_settings_know_it(installed: Path, tmp_path: Path) -> None:
    _lay_down(tmp_path / "orders", "7")
    file = tmp_path / "pult.toml"
    ours = f'[vendors.foxtrot]\nenabled = true\nfolder = "{(tmp_path / "orders").as_posix()}"\n'

    def check(extra: str = "") -> subprocess.CompletedProcess[str]:
        file.write_text(f'[till]\ndata_dir = "{tmp_path.as_posix()}"\n{ours}{extra}', "utf-8")
        command = [sys.executable, "-m", "app", "check", "--json", "--config", str(file)]
        environ = {**os.environ, "PYTHONPATH": str(installed)}
        return subprocess.run(command, capture_output=True, text=True, timeout=60, env=environ)

    well = check()
    assert '"connected"' in well.stdout, well
    assert "oxtrot" in well.stdout
    wrong = check("folders = 1\n")
    assert wrong.returncode == 2
    assert "did you mean" in wrong.stderr.lower() or "folder" in wrong.stderr
