from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import time
from pathlib import Path

import pytest

from app.settings.errors import SettingsError
from app.settings.known import Known
from app.settings.load import settings_of
from app.settings.vendor import VendorSettings
from tests.unit.settings.sample import (
    NOWHERE,
    CheersSample,
    cheers_of,
    load,
    problems,
    read,
    revealed,
    the_line,
)

# The part of the documented file that stands outside the vendors and the lists.
DOCUMENTED = """
[till]
id = "till-1"
name = "Front counter"
language = "en"             # en, hu, es, de
timezone = "Europe/Budapest"
mode = "window"             # window, kiosk
data_dir = ""
after_move = "stay"
undo_seconds = 5
print_on = "confirmed"
hold_off_ms = 1500
number_prefix = ""
day_starts = "04:00"

[store]
url = ""

[callbacks]
host = "127.0.0.1"
port = 8787
path = "/callbacks/cheers"
token = ""
public_url = ""

[vendors.cheers]
enabled = false
base_url = "https://api.uniqpon.com"
api_key = ""
auto_accept = false
refresh_seconds = 30
"""

LISTS = """
[[printers]]
name = "counter"
kind = "network"            # network, serial, usb, device, spooler, epos, virtual
host = "192.0.2.10"
port = 9100
profile = "TM-T88V"
codepage = ""               # empty: best of the profile
width = 42
answers = "auto"
prints = ["slip"]

[[scanners]]
name = "till scanner"
kind = "serial"             # serial, keyboard, camera, virtual
port = "/dev/ttyACM0"       # or usb:VID:PID[:SERIAL], or socket://host:port
baudrate = 9600
"""


def test_documented_values_are_the_defaults() -> None:
    assert read(DOCUMENTED) == read("[vendors.cheers]\nenabled = false")


def test_documented_lists_load() -> None:
    settings = read(DOCUMENTED + LISTS)
    (printer,), (scanner,) = settings.printers, settings.scanners
    assert (printer.name, printer.host, printer.port) == ("counter", "192.0.2.10", 9100)
    assert (printer.profile, printer.width, printer.answers) == ("TM-T88V", 42, "auto")
    assert printer.prints == ("slip",)
    deadlines = (printer.connect_seconds, printer.answer_seconds, printer.write_seconds)
    assert deadlines == (3.0, 2.0, 10.0)
    assert (scanner.kind, scanner.port, scanner.baudrate) == ("serial", "/dev/ttyACM0", 9600)
    assert scanner.terminator == "auto"


def test_nothing_configured_gives_no_devices_and_no_enabled_vendor() -> None:
    settings = read("")
    assert settings.printers == settings.scanners == settings.enabled_vendors == ()
    assert settings.vendors == {}
    assert settings.till.day_starts_at == time(4, 0)


def test_a_vendor_that_nobody_names_is_not_loaded() -> None:
    class Models(Mapping[str, type[VendorSettings]]):
        """Notes which model is asked for."""

        def __init__(self) -> None:
            self.asked: set[str] = set()

        def __getitem__(self, name: str) -> type[VendorSettings]:
            self.asked.add(name)
            return {"cheers": CheersSample, "loke": CheersSample, "shop": CheersSample}[name]

        def __iter__(self) -> Iterator[str]:
            raise AssertionError("all vendors were gone through")

        def __len__(self) -> int:
            return 3

    models = Models()
    text = "[vendors.cheers]\nrefresh_seconds = 5"
    environ = {"PULT_VENDORS__LOKE__ENABLED": "false"}
    settings = settings_of(text, NOWHERE, known=Known(models), environ=environ)
    assert set(settings.vendors) == models.asked == {"cheers", "loke"}


def test_whole_numbers_stand_for_seconds() -> None:
    seconds = read("[till]\nundo_seconds = 7").till.undo_seconds
    assert seconds == 7.0
    assert isinstance(seconds, float)


def test_trailing_slash_of_a_base_url_is_no_trouble() -> None:
    text = '[vendors.cheers]\nbase_url = "https://api.example.com/v1/"'
    assert cheers_of(read(text)).base_url == "https://api.example.com/v1"


def test_settings_cannot_be_changed() -> None:
    settings = read("[vendors.cheers]")
    with pytest.raises(ValueError, match="frozen"):
        settings.till.language = "hu"
    with pytest.raises(TypeError):
        settings.vendors["cheers"] = cheers_of(settings)  # type: ignore[index]


# --- the file -------------------------------------------------------------------------


def test_absent_default_file_means_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = load(None)
    assert settings.till.language == "en"
    assert settings.found is False
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert settings.path == tmp_path / "pult" / "pult.toml"


@pytest.mark.skipif(os.name != "posix", reason="XDG folders")
def test_default_file_is_read_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "pult").mkdir()
    (tmp_path / "pult" / "pult.toml").write_text('[till]\nlanguage = "hu"')
    settings = load(None)
    assert settings.till.language == "hu"
    assert settings.found is True


def test_absent_named_file_is_an_error(config: Path) -> None:
    line = file_line(config)
    assert line == f"{config}: cannot be read: no such file or directory. Check the path."


def test_folder_in_place_of_the_file(tmp_path: Path) -> None:
    assert "it is a folder. Name a file" in file_line(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_named_pipe_does_not_hang(config: Path) -> None:
    os.mkfifo(config)
    assert "it is not a regular file" in file_line(config)


def test_path_too_long_to_exist() -> None:
    assert "cannot be read: file name too long" in file_line(Path("/tmp") / ("x" * 300))


def test_huge_file_is_refused(config: Path) -> None:
    config.write_bytes(b"#" * 1_000_001)
    assert "more than 1000000 bytes" in file_line(config)


def test_file_that_is_not_utf8_names_the_line(config: Path) -> None:
    config.write_bytes("[till]\n# fine\nname = 'Büfé'\n".encode("iso-8859-2"))
    assert file_line(config) == f"{config}: is not UTF-8 (line 3). Save it as UTF-8."


def test_byte_order_mark_and_crlf_are_fine(config: Path) -> None:
    config.write_bytes(b'\xef\xbb\xbf[till]\r\nlanguage = "de"\r\n')
    assert load(config).till.language == "de"


@contextmanager
def without_rights(path: Path) -> Iterator[None]:
    """Run as a user who may not read the path, also where the tests run as root."""
    mode = path.stat().st_mode
    path.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        path.chmod(stat.S_IMODE(mode))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_unreadable_file_names_the_remedy(what: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        file = folder / "pult.toml"
        file.write_text("")
        with without_rights(file if what == "file" else folder):
            line = file_line(file)
    assert line.startswith(f"{file}: cannot be read: permission denied. Give this user the right")


def test_relative_path_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pult.toml").write_text('[till]\ndata_dir = "data"')
    settings = load(Path("pult.toml"))
    assert settings.path == tmp_path / "pult.toml"
    assert settings.data_dir == tmp_path / "data"
    assert settings.store_file == tmp_path / "data" / "pult.sqlite3"


def test_data_folder_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert read('[till]\ndata_dir = "~/till"').data_dir == tmp_path / "till"
    assert read("").data_dir.is_absolute()
    assert "no such user's home" in the_line('[till]\ndata_dir = "~nobody-by-this-name/x"')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[till]\nlanguage = en", "line 2, column 12: Invalid value. Write texts in double quotes"),
        ("[till\n", "line 1, column 6: Expected ']' at the end of a table"),
        ("hello", "end of document: Expected '=' after a key"),
        ('[till]\ndata_dir = "C:\\pult"', "Write paths with backslashes in single quotes"),
        ('[till]\nid = "a"\nid = "b"', "Each key and table may stand only once."),
        ("[till]\n[till]", "Each key and table may stand only once."),
        ("a = " + "[" * 5000, "nested too deeply"),
        ("a = " + "9" * 5000, "is not TOML"),
        ("\x00", "is not TOML at line 1, column 1"),
    ],
)
def test_file_that_is_not_toml(text: str, told: str) -> None:
    line = the_line(text)
    assert line.startswith("/nonexistent/pult.toml: is not TOML")
    assert told in line


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text = """
    [callbacks]
    port = 70000
    path = "nowhere"
    [till]
    mode = "huge"
    langauge = "en"
    id = ""
    [[scanners]]
    kind = "telepathy"
    [vendors.cheers]
    refresh_seconds = 0
    """
    assert [problem.key for problem in problems(text)] == [
        "callbacks.port",
        "callbacks.path",
        "till.mode",
        "till.langauge",
        "till.id",
        "scanners[#1].kind",
        "scanners[#1].name",
        "vendors.cheers.refresh_seconds",
    ]


def test_the_slip_table_is_read() -> None:
    settings = read('[slip]\ntop = ["Open till ten"]\nprices = false')
    assert settings.slip.top == ("Open till ten",)
    assert not settings.slip.prices
    assert settings.slip.code


def file_line(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    (problem,) = caught.value.problems
    return str(problem)


def test_store_url_is_kept_secret_and_given_in_full() -> None:
    url = "postgresql+psycopg://pult:pw-1234@db.example/pult"
    settings = read(f'[store]\nurl = "{url}"')
    assert revealed(settings.store.url) == url
    assert "pw-1234" not in repr(settings)


def test_the_alarm_is_read() -> None:
    settings = read('[alarm]\nvolume = 55\nquiet_from = "22:30"\nquiet_until = "06:00"')
    assert settings.alarm.volume == 55
    assert (settings.alarm.quiet_from, settings.alarm.quiet_until) == ("22:30", "06:00")
    assert settings.alarm.again_seconds == 30
    assert not settings.alarm.full_screen and not settings.alarm.call_out


@pytest.mark.parametrize("told", ["24:00", "7:30", "12:60", "noon", "1٢:00"])
def test_quiet_hours_are_times_of_day(told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(f'[alarm]\nquiet_from = "{told}"')
    assert 'empty, or a time of day as "HH:MM"' in str(caught.value)
