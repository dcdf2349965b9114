"""No test reads or writes what belongs to the person at this machine: settings, keyring, PULT_*."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.fixture(scope="session", autouse=True)
def signals_as_in_a_terminal() -> Iterator[None]:
    """Hear signals that whoever runs the tests in the background has switched off.

    Child processes inherit what is ignored, and the program leaves it ignored, as it should.
    """
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    ignored = [number for number in numbers if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
        signal.signal(number, usual)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture(scope="session", autouse=True)
def place_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the per-user folders and the keyring elsewhere, for child processes as well."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        for name in [name for name in os.environ if name.startswith("PULT_")]:
            patch.delenv(name)
        yield
