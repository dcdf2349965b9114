"""Keyrings as tills have them: working, locked, broken, forgetful, silent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

Backend = TypeVar("Backend", bound=KeyringBackend)


class MemoryKeyring(KeyringBackend):
    """A keyring that works."""

    priority = 1

    def __init__(self, **kept: str) -> None:
        super().__init__()
        self.kept = {("pult", name): secret for name, secret in kept.items()}
        self.asked: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.asked.append(username)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class LockedKeyring(MemoryKeyring):
    """A keyring nobody unlocked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the collection is locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("the collection is locked")


class BrokenKeyring(MemoryKeyring):
    """A keyring whose bus library fails with its own kind of exception."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ConnectionResetError("bus gone")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise ConnectionResetError("bus gone")


class ForgetfulKeyring(MemoryKeyring):
    """A keyring that takes a secret without keeping it."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class SilentKeyring(MemoryKeyring):
    """A keyring that waits for a password nobody types, until released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait(20)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.released.wait(20)


# keyrings.alt is what writes plain text; its name is all that counts.
PlainTextKeyring = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})


class ChainOf(MemoryKeyring):
    """Several keyrings behind one, as keyring's own chainer has them."""

    def __init__(self, *backends: KeyringBackend) -> None:
        super().__init__()
        self.backends = backends


@contextmanager
def in_use(backend: Backend) -> Iterator[Backend]:
    """Make a keyring the one of this user, and release it afterwards if it hangs."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield backend
    finally:
        keyring.set_keyring(before)
        if isinstance(backend, SilentKeyring):
            backend.released.set()
