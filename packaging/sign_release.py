"""Make the key a publisher signs releases with, and the signed list tills look at.

python packaging/sign_release.py key PRIVATE.pem
    makes a key once, and prints the line for [updates] public_key. Keep PRIVATE.pem offline.
python packaging/sign_release.py list PRIVATE.pem --base-url https://… --out releases.signed \\
    --version 1.3.0 --notes "What is new." [--before releases.signed] FILE…
    lists the installers (.exe for Windows, .deb for Linux); --before takes earlier releases over.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.updates.manifest import MOST_RELEASES, releases_of

PLATFORMS = {".exe": "windows", ".deb": "linux"}


def make_key(path: Path) -> str:
    """Write a new private key, for its owner's eyes alone; return the public one."""
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
        written.write(pem)
    return public_key_of(key)


def public_key_of(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()


def key_in(path: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise SystemExit(f"{path} is no Ed25519 key")
    return key


def signed(key: Ed25519PrivateKey, content: bytes) -> bytes:
    return base64.b64encode(key.sign(content)) + b"\n" + content


def release(version: str, notes: str, base_url: str, files: list[Path]) -> dict[str, object]:
    entries = []
    for path in files:
        if path.suffix not in PLATFORMS:
            raise SystemExit(f"{path} is neither .exe nor .deb")
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        entries.append(
            {
                "platform": PLATFORMS[path.suffix],
                "name": path.name,
                "url": f"{base_url.rstrip('/')}/{path.name}",
                "size": path.stat().st_size,
                "sha256": digest,
            }
        )
    return {"version": version, "notes": notes, "files": entries}


def release_list(key: Ed25519PrivateKey, newest: dict[str, object], before: bytes | None) -> bytes:
    """The signed list; what a till would refuse is not signed."""
    earlier: list[dict[str, object]] = []
    if before is not None:
        releases_of(before, public_key_of(key))
        earlier = json.loads(before.partition(b"\n")[2])["releases"]
    kept = [newest, *(each for each in earlier if each["version"] != newest["version"])]
    content = json.dumps({"releases": kept[:MOST_RELEASES]}, ensure_ascii=False, indent=1).encode()
    made = signed(key, content)
    releases_of(made, public_key_of(key))
    return made


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("key").add_argument("private", type=Path)
    listing = actions.add_parser("list")
    listing.add_argument("private", type=Path)
    listing.add_argument("files", type=Path, nargs="+")
    for name in ("--base-url", "--version", "--notes"):
        listing.add_argument(name, required=True)
    listing.add_argument("--out", type=Path, required=True)
    listing.add_argument("--before", type=Path)
    asked = parser.parse_args(argv)
    if asked.action == "key":
        print(f'public_key = "{make_key(asked.private)}"')
        return 0
    newest = release(asked.version, asked.notes, asked.base_url, asked.files)
    before = asked.before.read_bytes() if asked.before else None
    asked.out.write_bytes(release_list(key_in(asked.private), newest, before))
    print(f"{asked.out}: Pult {asked.version}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
