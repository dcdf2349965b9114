"""The signed list of releases: one line of signature, then the very bytes that are signed.

The list is JSON: `{"releases": [{"version", "notes", "files": [{"platform", "name", "url", "size",
"sha256"}]}]}`, newest first. It also names earlier releases, so that a till can keep the way back.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from app.domain.update import Release, ReleaseFile, UpdateFault, UpdateRefused, version_order

MOST_BYTES: Final = 65536
MOST_FILE_BYTES: Final = 1 << 30
MOST_RELEASES: Final = 20
MOST_NOTES: Final = 400
PLATFORMS: Final = ("windows", "linux")
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+~-]{0,99}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")


def releases_of(signed: bytes, public_key: str) -> tuple[Release, ...]:
    """Return what is published, newest first; raises UpdateRefused for what is not as signed."""
    if len(signed) > MOST_BYTES:
        raise UpdateRefused(UpdateFault.TOO_LARGE, f"more than {MOST_BYTES} bytes")
    signature, _, content = signed.partition(b"\n")
    _check_signature(signature.strip(), content, public_key)
    try:
        entries = json.loads(content)["releases"]
        releases = tuple(_release(entry) for entry in entries[:MOST_RELEASES])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UpdateRefused(UpdateFault.UNREADABLE, str(error)[:200]) from error
    if not releases:
        raise UpdateRefused(UpdateFault.UNREADABLE, "it names no release")
    return tuple(sorted(releases, key=lambda each: version_order(each.version), reverse=True))


def check_address(url: str) -> None:
    """Raise UpdateRefused unless it is https (http to this very machine) to a plain host."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise UpdateRefused(UpdateFault.ODD_ADDRESS, str(error)) from error
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in _LOOPBACK)
    if not (secure and host and url.isascii() and url.isprintable()):
        raise UpdateRefused(UpdateFault.ODD_ADDRESS, "it must begin with https://")
    if parts.username or parts.password or parts.fragment or "\\" in url or " " in url:
        raise UpdateRefused(UpdateFault.ODD_ADDRESS, "it has a user name or strange letters")


def _check_signature(signature: bytes, content: bytes, public_key: str) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(signature, validate=True), content)
    except (InvalidSignature, binascii.Error, ValueError) as error:
        raise UpdateRefused(UpdateFault.BAD_SIGNATURE) from error


def _release(entry: dict[str, object]) -> Release:
    version, notes, files = entry["version"], entry.get("notes", ""), entry["files"]
    if not (isinstance(version, str) and isinstance(notes, str) and isinstance(files, list)):
        raise ValueError("a release is not as agreed")
    version_order(version)
    plain = "".join(letter if letter.isprintable() else " " for letter in notes)
    return Release(version, plain[:MOST_NOTES], tuple(_file(file) for file in files))


def _file(entry: dict[str, object]) -> ReleaseFile:
    platform, name, url = entry["platform"], entry["name"], entry["url"]
    size, sha256 = entry["size"], entry["sha256"]
    if not (isinstance(name, str) and isinstance(url, str) and isinstance(sha256, str)):
        raise ValueError("a file is not as agreed")
    if platform not in PLATFORMS or not isinstance(platform, str):
        raise ValueError("a file is for no platform we know")
    if not _NAME.fullmatch(name) or PurePosixPath(name).name != name:
        raise ValueError("a file has a strange name")
    if not _SHA256.fullmatch(sha256) or not isinstance(size, int) or isinstance(size, bool):
        raise ValueError("a file's size or checksum is not as agreed")
    if not 0 < size <= MOST_FILE_BYTES:
        raise UpdateRefused(UpdateFault.TOO_LARGE, f"{name}: {size} bytes")
    check_address(url)
    return ReleaseFile(platform, name, url, size, sha256)
