"""What goes into the Debian package besides the program: control file, manual, desktop, units."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from app import __version__
from app.bootstrap.watchdog import HANG_SECONDS, PAUSES
from app.commandline.parser import new_parser

if sys.platform == "win32":
    pytest.skip("sh and man are not on Windows", allow_module_level=True)

PACKAGING = Path(__file__).parents[2] / "packaging"
LINUX = PACKAGING / "linux"


def _tool(name: str) -> ModuleType:
    spec = spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(name: str) -> configparser.RawConfigParser:
    """A desktop entry or a unit, whose keys keep their case."""
    parser = configparser.RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / name, "utf-8")
    return parser


def test_the_control_file_names_what_the_program_is_linked_with_and_what_it_opens() -> None:
    text = _tool("deb_control").control("1.2.3", "amd64", 4321, "libx11-6 (>= 2:1.8), libc6, libc6")
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Depends"] == "libc6, libx11-6 (>= 2:1.8), libzbar0"
    assert (fields["Version"], fields["Architecture"]) == ("1.2.3", "amd64")
    assert fields["Installed-Size"] == "4321"
    description = text.partition("Description: ")[2].splitlines()
    assert all(line.startswith(" ") and line.strip() for line in description[1:])


def test_who_publishes_the_package_is_its_maintainer() -> None:
    maintainer = _tool("deb_control").maintainer
    assert maintainer({"DEBFULLNAME": "A Shop", "DEBEMAIL": "it@shop.test"}) == (
        "A Shop <it@shop.test>"
    )
    assert maintainer({}).endswith(".invalid>")


@pytest.mark.skipif(shutil.which("dpkg-parsechangelog") is None, reason="no dpkg-dev here")
def test_the_changelog_is_one_debian_reads(tmp_path: Path) -> None:
    file = tmp_path / "changelog"
    now = datetime(2026, 11, 26, 20, 0, tzinfo=UTC)
    file.write_text(_tool("deb_control").changelog("1.2.3", now), "utf-8")
    done = subprocess.run(
        ["dpkg-parsechangelog", "-l", str(file), "-S", "Version"], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("1.2.3\n", "")


def test_the_manual_page_names_every_command_and_option() -> None:
    tool = _tool("man_page")
    parser = new_parser()
    page = tool.page(parser, __version__)
    plain = page.replace("\\-", "-")
    for command in tool.commands_of(parser):
        assert f".B pult {command}" in plain
    for option in ("--demo", "--config FILE", "--version"):
        assert option in plain
    assert "Exit codes" not in plain and "1 check failed" in plain


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed here")
def test_the_manual_page_is_roff_without_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "pult.1"
    page.write_text(_tool("man_page").page(new_parser(), __version__), "utf-8")
    done = subprocess.run(
        ["man", "--warnings", "-l", str(page)],
        capture_output=True,
        text=True,
        env={"MANPAGER": "cat", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "200"},
        timeout=20,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "pult check" in done.stdout


@pytest.mark.parametrize("name", ["pult.desktop", "pult-kiosk.desktop"])
def test_a_desktop_entry_starts_pult_with_its_icon(name: str) -> None:
    entry = _read(name)["Desktop Entry"]
    assert entry["Type"] == "Application" and entry["Icon"] == "pult"
    assert "pult" in entry["Exec"].split()


def test_the_kiosk_is_the_same_service_over_the_whole_screen() -> None:
    plain, kiosk = _read("pult.service"), _read("pult-kiosk.service")
    assert kiosk["Service"].pop("Environment") == "PULT_TILL__MODE=kiosk"
    assert dict(kiosk["Service"]) == dict(plain["Service"])
    assert kiosk["Unit"]["Conflicts"] == "pult.service"
    assert plain["Service"]["ExecStart"] == "/usr/bin/pult watchdog"
    assert plain["Service"]["Type"] == "notify"
    assert float(plain["Service"]["WatchdogSec"]) > HANG_SECONDS + max(PAUSES)
    entry = _read("pult-kiosk.desktop")["Desktop Entry"]
    assert entry["Exec"] == "env PULT_TILL__MODE=kiosk pult watchdog"


def test_the_software_centre_is_led_to_the_desktop_entry() -> None:
    root = ElementTree.parse(LINUX / "pult.metainfo.xml").getroot()
    assert root.findtext("launchable") == root.findtext("id") == "pult.desktop"
    assert root.findtext("provides/binary") == "pult"
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {summary.get(lang) for summary in root.iter("summary")} == {None, "hu", "es", "de"}


def test_the_scripts_of_the_package_are_sh() -> None:
    for name in ("preinst", "postinst"):
        done = subprocess.run(["sh", "-n", str(LINUX / name)], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
    for name in ("build.sh", "deb.sh", "prove_deb.sh"):
        done = subprocess.run(["bash", "-n", str(PACKAGING / name)], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
