"""A till's set-up in one sealed file: readable only with its passphrase.

The file is one line that says what it is, then AES-256-GCM over JSON; the key comes from the
passphrase by scrypt (RFC 7914), the parameters and the salt stand in the line.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

VERSION: Final = 1
MOST_BYTES: Final = 8 * 1024 * 1024
LEAST_LETTERS: Final = 8
"""Of a passphrase: the file may lie on a stick that is lost."""
_MAGIC: Final = "pult-setup"
_SCRYPT: Final = {"n": 2**15, "r": 8, "p": 1}
_MOST_SCRYPT: Final = {"n": 2**20, "r": 16, "p": 4}  # a made-up file must not take all memory


class SetupFault(StrEnum):
    """Why a file cannot be taken over."""

    NO_SETUP = "no set-up"
    DAMAGED = "damaged"
    NEWER = "newer"
    WRONG_PASSPHRASE = "wrong passphrase"
    SHORT_PASSPHRASE = "short passphrase"


class SetupRefused(Exception):
    """A sealed set-up cannot be made or opened; nothing was changed."""

    def __init__(self, fault: SetupFault) -> None:
        """Keep why."""
        self.fault = fault
        super().__init__(fault.value)


@dataclass(frozen=True, slots=True)
class Setup:
    """What is copied: the settings file's text, secrets by full key, the logo with its name."""

    text: str
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    logo_name: str = ""
    logo: bytes = field(default=b"", repr=False)


def seal(setup: Setup, passphrase: str) -> bytes:
    """Return the file of a set-up; raises SetupRefused for a passphrase that is too short.

    Takes a tenth of a second by design. Thread: any but the gui's.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < LEAST_LETTERS:
        raise SetupRefused(SetupFault.SHORT_PASSPHRASE)
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {
        "file": _MAGIC,
        "version": VERSION,
        "scrypt": _SCRYPT,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
    }
    plain = json.dumps(
        {
            "text": setup.text,
            "secrets": dict(setup.secrets),
            "logo_name": setup.logo_name,
            "logo": base64.b64encode(setup.logo).decode(),
        }
    ).encode()
    first = json.dumps(head).encode()
    key = _key(passphrase, salt, _SCRYPT)
    sealed = AESGCM(key).encrypt(nonce, plain, first)
    return b"\n".join((first, hashlib.sha256(sealed).hexdigest().encode(), sealed))


def unseal(data: bytes, passphrase: str) -> Setup:
    """Return the set-up of a file; raises SetupRefused. Thread: any but the gui's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head, first, sealed = _parted(data)
    try:
        costs = {name: int(head["scrypt"][name]) for name in _SCRYPT}
        salt, nonce = bytes.fromhex(head["salt"]), bytes.fromhex(head["nonce"])
        if any(not 1 <= costs[name] <= most for name, most in _MOST_SCRYPT.items()):
            raise SetupRefused(SetupFault.DAMAGED)
        plain = AESGCM(_key(passphrase, salt, costs)).decrypt(nonce, sealed, first)
    except InvalidTag:
        raise SetupRefused(SetupFault.WRONG_PASSPHRASE) from None
    except (KeyError, TypeError, ValueError):
        raise SetupRefused(SetupFault.DAMAGED) from None
    return _read(plain)


def _parted(data: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    first, _, rest = data.partition(b"\n")
    try:
        head = json.loads(first) if len(first) < 4096 else None
    except (ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or head.get("file") != _MAGIC:
        raise SetupRefused(SetupFault.NO_SETUP)
    version = head.get("version")
    if isinstance(version, int) and version > VERSION:
        raise SetupRefused(SetupFault.NEWER)
    checksum, _, sealed = rest.partition(b"\n")
    if hashlib.sha256(sealed).hexdigest().encode() != checksum:
        raise SetupRefused(SetupFault.DAMAGED)
    return head, first, sealed


def _key(passphrase: str, salt: bytes, costs: Mapping[str, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, **costs).derive(passphrase.encode())


def _read(plain: bytes) -> Setup:
    try:
        found = json.loads(plain)
        return Setup(
            str(found["text"]),
            {str(key): str(value) for key, value in found["secrets"].items()},
            str(found["logo_name"]),
            base64.b64decode(found["logo"], validate=True),
        )
    except (AttributeError, KeyError, TypeError, ValueError, binascii.Error):
        raise SetupRefused(SetupFault.DAMAGED) from None
