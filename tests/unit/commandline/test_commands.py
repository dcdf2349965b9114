"""The commands in this process, where their faults and edges can be reached."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.commandline import opening
from app.ports.vendor import VendorPlugin
from app.vendors._registry import InstalledVendors
from tests.sinks.mjpeg_camera import MjpegCamera
from tests.sinks.printer_sink import PrinterSink
from tests.unit.commandline.conftest import Ended, Run, Write

# ------------------------------------------------------------------------------------- check


def _findings(ended: Ended) -> dict[str, dict[str, str]]:
    found = json.loads(ended.out)["findings"]
    return {f"{one['what']} {one['name']}": one for one in found}


def _replaced(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Let Cheers be installed in another shape, as a foreign package might be."""
    cheers = replace(InstalledVendors()["cheers"], **changes)

    def found(*_given: object) -> dict[str, VendorPlugin]:
        return {"cheers": cheers}

    monkeypatch.setattr("app.vendors._registry.InstalledVendors", found)


def test_check_finds_everything_well(write: Write, run: Run) -> None:
    write('[[scanners]]\nname = "demo"\nkind = "virtual"')
    ended = run("check", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert {one["light"] for one in _findings(ended).values()} <= {"green", "amber"}
    assert _findings(ended)["scanner demo"]["word"] == "ready"


@pytest.mark.parametrize(
    ("name", "light", "word"),
    [("good.png", "green", "found"), ("bad.png", "amber", "not printed"), ("no.png", "amber", "")],
)
def test_check_looks_at_the_logo(
    write: Write, run: Run, tmp_path: Path, name: str, light: str, word: str
) -> None:
    Image.new("1", (8, 8)).save(tmp_path / "good.png")
    (tmp_path / "bad.png").write_text("none")
    write("[slip]", f'logo = "{tmp_path / name}"')
    finding = _findings(run("check", "--json"))[f"logo {name}"]
    assert finding["light"] == light
    assert word in finding["word"]


def test_check_looks_at_the_customer_displays_logo(write: Write, run: Run, tmp_path: Path) -> None:
    write("[display]", 'logo = "nowhere.png"')
    finding = _findings(run("check", "--json"))["customer display logo nowhere.png"]
    assert (finding["light"], finding["word"]) == ("amber", "not shown")
    assert str(tmp_path / "nowhere.png") in finding["detail"]


def test_check_opens_a_camera_and_says_what_it_gives(write: Write, run: Run) -> None:
    camera = MjpegCamera()
    try:
        write(f'[[scanners]]\nname = "eye"\nkind = "camera"\nsource = "{camera.url}"')
        finding = _findings(run("check", "--json"))["scanner eye"]
    finally:
        camera.unplug()
    assert (finding["light"], finding["word"]) == ("green", "ready")
    assert "640 x 480, light 4" in finding["detail"]


def test_a_vendor_that_cannot_be_built_is_a_red_line_without_its_key(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(settings: Any, _around: object) -> Any:
        raise LookupError(f"no such thing as {settings.api_key.get_secret_value()}")

    _replaced(monkeypatch, build=build)
    write(key="a-secret-key")
    ended = run("check", "--json")
    assert ended.code == 1
    finding = _findings(ended)["vendor cheers"]
    assert (finding["light"], finding["word"]) == ("red", "fault")
    assert finding["detail"] == "LookupError: no such thing as (hidden)"
    assert _findings(ended)["store pult.sqlite3"]["light"] == "green"


def test_a_vendor_whose_callbacks_cannot_be_built_is_a_red_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_given: object) -> Any:
        raise LookupError("ours\nin two lines")

    _replaced(monkeypatch, build_callback=build)
    write()
    ended = run("check")
    assert ended.code == 1
    assert "LookupError: ours\\nin two lines" in ended.out


def test_a_vendor_that_cannot_be_loaded_is_a_red_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(on_failure: Callable[[str, Exception], None]) -> dict[str, VendorPlugin]:
        on_failure("foreign", ImportError("No module named 'foreign'"))
        return InstalledVendors()

    monkeypatch.setattr("app.vendors._registry.InstalledVendors", found)
    write()
    ended = run("check", "--json")
    assert ended.code == 1
    assert _findings(ended)["vendor foreign"]["word"] == "cannot be loaded"


def test_a_printer_that_cannot_be_built_is_a_red_line_and_the_next_is_asked(
    write: Write, run: Run
) -> None:
    with PrinterSink() as sink:
        write(
            '[[printers]]\nname = "bad"\nhost = "127.0.0.1"\nport = 9\nprofile = "no-such-model"',
            f'[[printers]]\nname = "good"\nhost = "127.0.0.1"\nport = {sink.port}',
        )
        ended = run("check", "--json")
    assert ended.code == 1
    found = _findings(ended)
    assert found["printer bad"]["light"] == "red"
    assert found["printer good"]["word"] == "ready"


def test_check_says_what_is_wrong_with_a_printer_on_a_cable(
    write: Write, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "lp0").mkdir()
    write(
        '[[printers]]\nname = "line"\nkind = "serial"\ndevice = "/dev/ttyUSB77"',
        '[[printers]]\nname = "number"\nkind = "serial"\ndevice = "usb:067B:2303:X9"',
        '[[printers]]\nname = "file"\nkind = "device"\ndevice = "/dev/usb/lp77"',
        f'[[printers]]\nname = "folder"\nkind = "device"\ndevice = "{tmp_path / "lp0"}"',
        '[[printers]]\nname = "bus"\nkind = "usb"\ndevice = "usb:04B8:FFFE:X9"',
    )
    ended = run("check", "--json")
    assert ended.code == 1
    found = _findings(ended)
    said = {name: found[f"printer {name}"]["detail"] for name in ("line", "number", "file")}
    assert said == {
        "line": "/dev/ttyUSB77 is not there",
        "number": "usb:067B:2303:X9 is not plugged in",
        "file": "/dev/usb/lp77 is not there",
    }
    assert "it is a folder" in found["printer folder"]["detail"]
    assert found["printer bus"]["word"] == "not reachable"
    assert found["printer bus"]["detail"]


def test_a_store_that_is_not_ours_is_a_red_line(write: Write, run: Run, tmp_path: Path) -> None:
    write()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pult.sqlite3").write_bytes(b"this is a shopping list" * 500)
    ended = run("check")
    assert ended.code == 1
    assert "red" in ended.out
    assert "pult.sqlite3" in ended.out


def test_an_unknown_installed_vendor_is_told_by_every_command(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(on_failure: Callable[[str, Exception], None]) -> dict[str, VendorPlugin]:
        on_failure("foreign", ImportError("No module named 'foreign'"))
        return InstalledVendors()

    monkeypatch.setattr("app.vendors._registry.InstalledVendors", found)
    assert "cheers" in opening.find_plugins()
    write()
    ended = run("print-test", "--printer", "none")
    assert "vendor foreign cannot be loaded" in ended.err


# ---------------------------------------------------------------------- print-test and secret


def test_print_test_asks_only_the_printer_that_is_named(write: Write, run: Run) -> None:
    with PrinterSink() as sink, PrinterSink() as other:
        write(
            f'[[printers]]\nname = "kitchen"\nhost = "127.0.0.1"\nport = {other.port}',
            f'[[printers]]\nname = "counter"\nhost = "127.0.0.1"\nport = {sink.port}',
        )
        ended = run("print-test", "--printer", "counter")
        assert ended.code == 0
        assert ended.out.startswith("counter: printed, ready")
        assert other.connections == []


def test_print_test_counts_the_letters_a_printer_does_not_have(write: Write, run: Run) -> None:
    with PrinterSink() as sink:
        here = f'host = "127.0.0.1"\nport = {sink.port}\nprofile = "TM-U220B"'
        write(f'[[printers]]\nname = "counter"\n{here}\ncodepage = "none"')
        ended = run("print-test", "--printer", "counter")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.endswith(" letters are printed as ?\n")


@pytest.mark.parametrize("typed", [b"", b"\n", b"\xff\xfe\n"])
def test_a_secret_that_is_none_is_one_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch, typed: bytes
) -> None:
    write()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
    ended = run("secret", "set", "vendors.cheers.api_key")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


def test_bad_settings_are_one_line_and_exit_code_2(run: Run, file: Path) -> None:
    file.write_text('[till]\nlanguage = "fr"\n')
    for command in (["check"], ["intake"], ["print-test", "--printer", "x"]):
        ended = run(*command)
        assert ended.code == 2
        assert len(ended.err.splitlines()) == 1
        assert "language" in ended.err
