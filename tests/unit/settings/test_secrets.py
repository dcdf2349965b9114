from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend

from app.settings.errors import SettingsError
from app.settings.load import load_settings
from app.settings.secret_store import read_secrets_file, write_secrets_file
from app.settings.set_secret import StoredSecret, secret_keys, set_secret
from tests.unit.settings.keyrings import (
    BrokenKeyring,
    ChainOf,
    ForgetfulKeyring,
    LockedKeyring,
    MemoryKeyring,
    PlainTextKeyring,
    SilentKeyring,
    in_use,
)
from tests.unit.settings.sample import MODELS, cheers_of, load, revealed

KEY = "vendors.cheers.api_key"
ENABLED = "[vendors.cheers]\nenabled = true\n"
posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX rights")


def api_key(config: Path, **environ: str) -> str:
    return revealed(cheers_of(load(config, **environ)).api_key)


def store(config: Path, value: str, key: str = KEY, **environ: str) -> StoredSecret:
    return set_secret(key, value, path=config, vendor_models=MODELS, environ=environ)


def beside(config: Path) -> Path:
    return config.with_name("secrets.toml")


# --- where a secret is looked for -----------------------------------------------------


def test_environment_then_file_then_keyring(config: Path) -> None:
    variable = {"PULT_VENDORS__CHEERS__API_KEY": "from-environment"}
    with in_use(MemoryKeyring(**{KEY: "from-keyring"})):
        config.write_text(ENABLED + 'api_key = "from-file"')
        assert api_key(config, **variable) == "from-environment"
        assert api_key(config) == "from-file"
        config.write_text(ENABLED + 'api_key = ""')
        assert api_key(config) == "from-keyring"
        write_secrets_file(beside(config), {KEY: "from-our-file"})
        assert api_key(config) == "from-our-file"


def test_keyring_is_asked_only_for_empty_secrets_of_enabled_vendors(config: Path) -> None:
    with in_use(MemoryKeyring()) as backend:
        config.write_text("")
        load(config)
        assert backend.asked == []
        config.write_text(ENABLED + 'api_key = "k"\nwebhook_secret = "w"')
        load(config)
        assert backend.asked == []
        config.write_text(ENABLED + 'api_key = "k"')
        load(config)
        assert backend.asked == ["vendors.cheers.webhook_secret"]


def test_keyring_is_not_even_imported_without_need(config: Path) -> None:
    code = (
        "import sys, pathlib; from app.settings.load import load_settings;"
        "load_settings(pathlib.Path(sys.argv[1]), vendor_models={}, environ={});"
        "heavy = {'keyring', 'tomlkit', 'difflib', 'platformdirs', 'httpx', 'sqlalchemy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    config.write_text('[till]\nlanguage = "hu"')
    done = subprocess.run(
        [sys.executable, "-c", code, str(config)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_unfit_secret_from_the_keyring_names_the_keyring_and_hides_it(config: Path) -> None:
    config.write_text(ENABLED)
    with in_use(MemoryKeyring(**{KEY: "sk 12345"})), pytest.raises(SettingsError) as caught:
        load(config)
    assert str(caught.value).startswith(f"keyring: {KEY} = (hidden) must be plain letters")


UNREAD: list[tuple[Callable[[], KeyringBackend], str]] = [
    (LockedKeyring, "the keyring is locked: unlock it, or log in with the password"),
    (BrokenKeyring, "the keyring failed (ConnectionResetError)"),
    (SilentKeyring, "the keyring did not answer within 0.05 s; it may wait for its password"),
]
TROUBLED: list[tuple[Callable[[], KeyringBackend], str]] = [
    (PlainTextKeyring, "no keyring to trust on this computer"),
    (keyring.backends.fail.Keyring, "no keyring to trust on this computer"),
    (keyring.backends.null.Keyring, "no keyring to trust on this computer"),
    (lambda: ChainOf(PlainTextKeyring()), "no keyring to trust on this computer"),
]


@pytest.mark.parametrize(("backend", "trouble"), TROUBLED)
def test_keyring_that_cannot_be_used_is_a_note_not_a_crash(
    config: Path, backend: Callable[[], KeyringBackend], trouble: str
) -> None:
    config.write_text(ENABLED)
    with in_use(backend()), pytest.raises(SettingsError) as caught:
        load(config)
    (problem,) = caught.value.problems
    assert problem.key == KEY
    assert problem.remedy.endswith(f"Note: {trouble}.")


@pytest.mark.parametrize(("backend", "trouble"), UNREAD)
def test_a_keyring_that_may_have_the_key_leaves_the_vendor_alone_without_it(
    config: Path, backend: Callable[[], KeyringBackend], trouble: str
) -> None:
    config.write_text(ENABLED)
    with in_use(backend()):
        settings = load_settings(config, vendor_models=MODELS, environ={}, keyring_seconds=0.05)
    assert settings.unread == {"cheers": trouble}
    assert settings.enabled_vendors == ("cheers",)


def test_what_no_keyring_could_have_is_a_problem_beside_a_locked_one(config: Path) -> None:
    config.write_text(f'{ENABLED}base_url = ""\n')
    with in_use(LockedKeyring()), pytest.raises(SettingsError) as caught:
        load(config)
    assert [problem.key for problem in caught.value.problems] == ["vendors.cheers.base_url"]


def test_trusted_keyring_behind_a_chain_is_used(config: Path) -> None:
    config.write_text(ENABLED)
    with in_use(ChainOf(PlainTextKeyring(), MemoryKeyring(**{KEY: "good"}))):
        assert api_key(config) == "good"


# --- our own file ---------------------------------------------------------------------


@posix_only
def test_own_file_is_for_its_owner_only(config: Path) -> None:
    write_secrets_file(beside(config), {KEY: "k"})
    assert stat.S_IMODE(beside(config).stat().st_mode) == 0o600


@posix_only
@pytest.mark.expected_log("secrets file was open to others")
def test_own_file_open_to_others_is_closed_again(config: Path) -> None:
    write_secrets_file(beside(config), {KEY: "k"})
    beside(config).chmod(0o644)
    assert read_secrets_file(beside(config)) == {KEY: "k"}
    assert stat.S_IMODE(beside(config).stat().st_mode) == 0o600


@pytest.mark.parametrize("secret", ['a"b\\c', "ünï\u2028x", "'''", "#x", "\x7f\t"])
def test_own_file_gives_back_what_it_was_given(config: Path, secret: str) -> None:
    write_secrets_file(beside(config), {KEY: secret, "other": "y"})
    assert read_secrets_file(beside(config)) == {KEY: secret, "other": "y"}


@pytest.mark.parametrize("content", ["sk-12345", f'"{KEY}" = 12345', "\xff"])
def test_broken_own_file_is_told_without_its_content(config: Path, content: str) -> None:
    config.write_text("")
    beside(config).write_text(content, encoding="latin-1")
    beside(config).chmod(0o600)
    with pytest.raises(SettingsError) as caught:
        load(config)
    (problem,) = caught.value.problems
    assert problem.file == str(beside(config))
    assert "12345" not in str(problem)


def test_own_file_gives_secrets_outside_vendors_too(config: Path) -> None:
    config.write_text("")
    write_secrets_file(beside(config), {"callbacks.token": "t-1", "vendors.later.key": "x"})
    assert revealed(load(config).callbacks.token) == "t-1"


# --- pult secret set ------------------------------------------------------------------


def test_secret_goes_to_the_keyring_and_out_of_our_file(config: Path) -> None:
    config.write_text(ENABLED)
    write_secrets_file(beside(config), {KEY: "old", "callbacks.token": "t"})
    with in_use(MemoryKeyring()) as backend:
        stored = store(config, "sk-12345")
        assert backend.kept == {("pult", KEY): "sk-12345"}
        assert read_secrets_file(beside(config)) == {"callbacks.token": "t"}
        assert api_key(config) == "sk-12345"
    assert str(stored) == f'{KEY} is stored in the keyring of this user (service "pult").'


@pytest.mark.parametrize(
    ("backend", "trouble"), [*TROUBLED, (ForgetfulKeyring, "the keyring did not keep it")]
)
def test_without_a_keyring_the_secret_goes_to_our_file_and_it_says_so(
    config: Path, backend: Callable[[], KeyringBackend], trouble: str
) -> None:
    config.write_text(ENABLED)
    with in_use(backend()):
        stored = store(config, "sk-12345")
        assert api_key(config) == "sk-12345"
    assert stored.file == beside(config)
    assert trouble in str(stored)
    assert "sk-12345" not in str(stored)


def test_silent_keyring_at_setting_falls_back_in_time(config: Path) -> None:
    with in_use(SilentKeyring()):
        stored = set_secret(
            KEY, "k", path=config, vendor_models=MODELS, environ={}, keyring_seconds=0.05
        )
    assert stored.file == beside(config)


def test_secret_outside_vendors_goes_to_our_file(config: Path) -> None:
    config.write_text("")
    with in_use(MemoryKeyring()) as backend:
        stored = store(config, "tok", "callbacks.token")
        assert backend.kept == {}
    assert str(stored).endswith("readable by this user only.")
    assert revealed(load(config).callbacks.token) == "tok"


def test_what_goes_first_is_named(config: Path) -> None:
    config.write_text(ENABLED + 'api_key = "old"')
    assert f"{config} also gives it and goes first" in str(store(config, "new"))
    stored = store(config, "new", PULT_VENDORS__CHEERS__API_KEY="x")
    assert stored.shadowed_by == "the environment variable PULT_VENDORS__CHEERS__API_KEY"


@pytest.mark.parametrize("content", [None, "not toml", "vendors = 3", "[vendors]\ncheers = 1"])
def test_secret_can_be_set_beside_an_absent_or_broken_file(
    config: Path, content: str | None
) -> None:
    if content is not None:
        config.write_text(content)
    assert store(config, "new").shadowed_by == ""


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("vendors.cheers.apikey", f"Did you mean {KEY}?"),
        ("cheers.api_key", f"Did you mean {KEY}?"),
        ("api_key", f"Did you mean {KEY}?"),
        ("qqqqqqqqqqqq", "Known secrets: store.url, callbacks.token, vendors.cheers.api_key"),
        ("till.language", "is no secret. Write it in the settings file."),
        ("a\nb", '"a\\nb" is an unknown key'),
    ],
)
def test_unknown_secret_names_the_nearest(config: Path, key: str, told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        store(config, "sk-12345", key)
    assert told in str(caught.value)
    assert "sk-12345" not in str(caught.value)
    assert list(config.parent.iterdir()) == []


@pytest.mark.parametrize("value", ["", "sk 12345", "sk-12345\n", "ő12345"])
def test_unfit_secret_is_refused_without_showing_it(config: Path, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        store(config, value)
    assert "12345" not in str(caught.value)
    assert list(config.parent.iterdir()) == []


def test_folder_that_cannot_hold_our_file_is_told(config: Path) -> None:
    config.parent.joinpath("file").write_text("")
    with pytest.raises(SettingsError, match=r"secrets\.toml: cannot be (read|written): "):
        store(config.parent / "file" / "pult.toml", "k")


def test_all_secrets_are_known_by_name() -> None:
    assert secret_keys(MODELS) == (
        "store.url",
        "callbacks.token",
        KEY,
        "vendors.cheers.webhook_secret",
    )
