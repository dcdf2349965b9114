"""A set-up copied from till to till: sealed, opened, taken over whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.settings import sealed_setup
from app.settings.copied_setup import setup_of, take_over
from app.settings.errors import SettingsError
from app.settings.sealed_setup import Setup, SetupFault, SetupRefused, seal, unseal
from tests.unit.settings.keyrings import LockedKeyring, MemoryKeyring, in_use
from tests.unit.settings.sample import KNOWN, load

WORDS = "three words and a number 7"
OLD = """# the old till
[till]
id = "till-1"
name = "Front"   # by the door
undo_seconds = 9.0
[slip]
logo = "logo.png"
[vendors.cheers]
enabled = true
"""
OTHER = '[till]\nid = "till-2"\nname = "Bar"\n'


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sealed_setup._SCRYPT, "n", 2**4)


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "pult.toml").write_text(OLD)
    (folder / "logo.png").write_bytes(b"a picture")
    secrets = folder / "secrets.toml"
    secrets.write_text('"vendors.cheers.api_key" = "the-key"\n')
    secrets.chmod(0o600)
    return setup_of(load(folder / "pult.toml"))


def refused(data: bytes, passphrase: str = WORDS) -> SetupFault:
    with pytest.raises(SetupRefused) as caught:
        unseal(data, passphrase)
    return caught.value.fault


def test_what_was_sealed_is_opened_again_and_says_nothing_before(setup: Setup) -> None:
    data = seal(setup, WORDS)
    assert unseal(data, WORDS) == setup
    for hidden in (b"the-key", b"undo_seconds", b"a picture"):
        assert hidden not in data
    assert seal(setup, WORDS) != data


def test_each_fault_has_its_name(setup: Setup) -> None:
    data = seal(setup, WORDS)
    assert refused(data, "another passphrase") is SetupFault.WRONG_PASSPHRASE
    assert refused(data[:-1]) is SetupFault.DAMAGED
    assert refused(data[:-9] + b"x" + data[-8:]) is SetupFault.DAMAGED
    assert refused(b"number,name\n1,beer\n") is SetupFault.NO_SETUP
    assert refused(b"") is SetupFault.NO_SETUP
    head, _, rest = data.partition(b"\n")
    newer = json.dumps({**json.loads(head), "version": 2}).encode()
    assert refused(newer + b"\n" + rest) is SetupFault.NEWER
    greedy = json.dumps({**json.loads(head), "scrypt": {"n": 2**30, "r": 8, "p": 1}}).encode()
    assert refused(greedy + b"\n" + rest) is SetupFault.DAMAGED
    with pytest.raises(SetupRefused):
        seal(setup, "short")


def test_another_till_takes_it_over_and_keeps_its_own_name(setup: Setup, tmp_path: Path) -> None:
    path = tmp_path / "new" / "pult.toml"
    path.parent.mkdir()
    path.write_text(OTHER)
    with in_use(MemoryKeyring()):
        take_over(setup, path, known=KNOWN, environ={})
        settings = load(path)
    assert (settings.till.id, settings.till.name) == ("till-2", "Bar")
    assert settings.till.undo_seconds == 9.0
    assert settings.enabled_vendors == ("cheers",)
    assert (path.parent / "logo.png").read_bytes() == b"a picture"
    assert (path.parent / "pult.toml.before").read_text() == OTHER
    assert "the-key" not in path.read_text()
    assert "# the old till" in path.read_text()


def test_none_is_copied_that_would_lack_a_key_the_keyring_holds_back(tmp_path: Path) -> None:
    file = tmp_path / "pult.toml"
    file.write_text(OLD)
    with in_use(LockedKeyring()):
        settings = load(file)
    with pytest.raises(SettingsError, match="lacks its key: the keyring is locked"):
        setup_of(settings)


def test_a_set_up_that_does_not_load_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pult.toml"
    path.write_text(OTHER)
    with pytest.raises(SettingsError):
        take_over(Setup("[till]\nundo_seconds = 99\n"), path, known=KNOWN, environ={})
    assert path.read_text() == OTHER
    assert [each.name for each in tmp_path.iterdir()] == ["pult.toml"]
