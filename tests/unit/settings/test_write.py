from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.settings.errors import SettingsError
from app.settings.settings import Settings
from app.settings.write import write_values
from tests.unit.settings.sample import KNOWN, cheers_of, load

FILE = """\
# The front till of the bakery.

[till]  # this PC
language = "en"   # en, hu, es, de
name = 'Front'

# Printers, left to right.
[[printers]]
name = "counter"   # beside the register
kind = "network"
host = "192.0.2.10"

[[printers]]
name = "kitchen"
kind = "virtual"

[vendors.cheers]
refresh_seconds = 30 # not more often
"""


@pytest.fixture
def file(config: Path) -> Path:
    config.write_text(FILE)
    config.chmod(0o640)
    return config


def write(path: Path, values: Mapping[str, object], **environ: str) -> Settings:
    return write_values(path, values, known=KNOWN, environ=environ)


def refusal(path: Path, values: Mapping[str, object], **environ: str) -> str:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(SettingsError) as caught:
        write(path, values, **environ)
    assert (path.read_bytes() if path.is_file() else None) == before
    if path.parent.is_dir():
        assert not [one for one in path.parent.iterdir() if one.name.startswith(".pult")]
    return str(caught.value)


def test_only_the_value_changes(file: Path) -> None:
    write(file, {"till.language": "hu", "printers.1.name": "oven"})
    told = FILE.replace('language = "en"', 'language = "hu"').replace('"kitchen"', '"oven"')
    assert file.read_text() == told


def test_new_keys_and_tables_are_added(file: Path) -> None:
    settings = write(
        file,
        {
            "callbacks.port": 9000,
            "till.undo_seconds": 0.5,
            "vendors.cheers.send_from": ("cheers", "walkin"),
        },
    )
    assert (settings.callbacks.port, settings.till.undo_seconds) == (9000, 0.5)
    assert cheers_of(settings).send_from == ("cheers", "walkin")
    assert load(file) == settings
    assert all(line in file.read_text().splitlines() for line in FILE.splitlines())


def test_none_removes_a_key(file: Path) -> None:
    write(file, {"till.name": None, "till.mode": None, "vendors.cheers.refresh_seconds": None})
    assert "name = 'Front'" not in file.read_text()
    assert load(file).till.name == "Front counter"


def test_lists_are_replaced_whole(file: Path) -> None:
    settings = write(
        file,
        {
            "printers": [{"name": "new", "kind": "virtual", "prints": ("slip",)}],
            "scanners": [{"name": "s", "port": "COM3"}],
        },
    )
    assert [printer.name for printer in settings.printers] == ["new"]
    assert [scanner.name for scanner in settings.scanners] == ["s"]
    assert load(file) == settings
    assert load(file).till.name == "Front"
    assert write(file, {"printers": []}).printers == ()


def test_absent_file_is_made_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "pult.toml"
    write(path, {"till.language": "de", "vendors.cheers.auto_accept": True})
    assert load(path).till.language == "de"
    assert cheers_of(load(path)).auto_accept is True
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="POSIX rights")
def test_rights_and_owner_stay(file: Path) -> None:
    if os.geteuid() == 0:
        os.chown(file, 65534, 65534)
    before = file.stat()
    write(file, {"till.language": "hu"})
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert after.st_ino != before.st_ino


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    write(link, {"till.language": "hu"})
    assert link.is_symlink()
    assert load(file).till.language == "hu"


def test_line_ends_of_windows_stay(config: Path) -> None:
    config.write_bytes(FILE.replace("\n", "\r\n").encode())
    write(config, {"till.language": "hu"})
    assert config.read_bytes() == FILE.replace('"en"', '"hu"').replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"till.language": "fr"}, 'till.language = "fr" must be one of'),
        ({"till.langage": "en"}, "Did you mean till.language?"),
        ({"callbacks.port": "8787"}, "a whole number"),
        ({"vendors.cheers.enabled": True}, "api_key is missing while the vendor is enabled"),
        ({"vendors.shop.enabled": True}, "unknown vendor; known: cheers"),
        ({"printers.0.host": None}, 'printers["counter"].host = "" is missing'),
        ({"printers.0.name": "kitchen"}, "is already the name of entry 1"),
        ({"printers.7.name": "x"}, "printers.7.name could not be written (IndexError)"),
        ({"printers.x.name": "x"}, "could not be written (ValueError)"),
        ({"printers.0": "x"}, "could not be written (LookupError)"),
        ({"printers": 5}, "could not be written (TypeError)"),
        ({"till.language.deep": "x"}, "could not be written"),
        ({"till.name": object()}, "till.name could not be written"),
        ({"vendors.cheers.api_key": "sk-12345"}, "pult secret set vendors.cheers.api_key"),
        ({"callbacks.token": "12345"}, "callbacks.token = (hidden) is a secret"),
    ],
)
def test_refuses_what_would_not_load(file: Path, values: dict[str, object], told: str) -> None:
    line = refusal(file, values)
    assert told in line
    assert "12345" not in line


def test_override_does_not_hide_a_bad_value(file: Path) -> None:
    assert "must be one of" in refusal(file, {"till.language": "fr"}, PULT_TILL__LANGUAGE="hu")


def test_secret_of_the_environment_lets_a_vendor_be_enabled(file: Path) -> None:
    settings = write(file, {"vendors.cheers.enabled": True}, PULT_VENDORS__CHEERS__API_KEY="k")
    assert settings.enabled_vendors == ("cheers",)
    assert '"k"' not in file.read_text()


@pytest.mark.parametrize("content", ["not toml", "[till]\nmode = 'x'"])
def test_broken_file_is_left_alone(config: Path, content: str) -> None:
    config.write_text(content)
    assert str(config) in refusal(config, {"till.language": "hu"})


def test_broken_file_can_be_mended(config: Path) -> None:
    config.write_text("[till]\nmode = 'x' # was wrong\nlanguage = 'hu'\n")
    write(config, {"till.mode": "kiosk"})
    assert config.read_text() == "[till]\nmode = \"kiosk\" # was wrong\nlanguage = 'hu'\n"


def test_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "pult.toml"
    assert "cannot be written: file exists. Check the disk" in refusal(
        path, {"till.language": "hu"}
    )


@pytest.fixture
def closed_folder(file: Path) -> Iterator[Path]:
    """A settings file in a folder the user may read but not write."""
    root = os.geteuid() == 0
    folder = file.parent
    open_up = [folder, *folder.parents[:3]] if root else []
    modes = {one: one.stat().st_mode for one in open_up}
    for one in open_up:
        one.chmod(0o755)
    file.chmod(0o644)
    folder.chmod(0o555)
    if root:
        os.seteuid(65534)
    yield file
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    for one, mode in modes.items():
        one.chmod(stat.S_IMODE(mode))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX rights")
def test_folder_without_rights_is_told(closed_folder: Path) -> None:
    line = refusal(closed_folder, {"till.language": "hu"})
    assert line.startswith(f"{closed_folder}: cannot be written: permission denied.")


def test_an_entry_is_removed_and_the_others_keep_their_comments(config: Path) -> None:
    text = '# first\n[[printers]]\nname = "a"\nkind = "virtual"\n'
    text += '[[printers]]\nname = "b"  # the bar\nkind = "virtual"\n'
    config.write_text(text)
    settings = write(config, {"printers.0": None})
    assert [printer.name for printer in settings.printers] == ["b"]
    assert 'name = "b"  # the bar' in config.read_text()
    assert write(config, {"printers.0": None}).printers == ()
