"""No test reads or writes what belongs to the person at this machine: settings, keyring, PULT_*.

Nor does it depend on their language, of which programs that are run may have only a part."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def place_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the per-user folders and the keyring elsewhere, for child processes as well."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        for name in [name for name in os.environ if name.startswith(("PULT_", "LC_", "LANGUAGE"))]:
            patch.delenv(name)
        patch.setenv("LANG", "C.UTF-8")
        yield
