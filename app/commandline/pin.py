"""`pult pin set` and `pult pin reset`: for whoever keeps this PC, also while Pult runs."""

from __future__ import annotations

import getpass
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.say_wrong import say_wrong
from app.commandline.opening import Ended, existing_store, find_plugins, read_settings
from app.commandline.parser import EXIT_FINE, EXIT_STORE, EXIT_WRONG_USE
from app.domain.errors import StoreError
from app.domain.staff import SHOP_PIN, PinRecord, hash_pin, is_pin

if TYPE_CHECKING:
    from app.ports.store import StorePort


def set_pin(config: Path | None) -> int:
    """Ask for the shop's PIN, or read it from standard input, and keep it hashed."""
    pin = _asked_twice() if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not is_pin(pin):
        say_wrong("pult pin set: a PIN has 4 to 8 digits")
        return EXIT_WRONG_USE
    salt = secrets.token_bytes(16)
    record = PinRecord(SHOP_PIN, salt, hash_pin(pin, salt))
    return _changed(config, record, "The PIN is set. It is asked for what [staff] pin_for names.")


def reset_pin(config: Path | None, *, confirmed: bool) -> int:
    """Take the shop's PIN away, and with it any wait; asks before, unless `confirmed`."""
    if not confirmed:
        if not sys.stdin.isatty():
            say_wrong("pult pin reset: add --yes, since nobody can be asked here")
            return EXIT_WRONG_USE
        answer = input("Take the PIN away? Nothing asks for one until a new one is set. [yes/no] ")
        if answer.strip().lower() not in ("y", "yes"):
            sys.stdout.write("Nothing was changed.\n")
            return EXIT_FINE
    return _changed(config, None, "The PIN is taken away. Set a new one with: pult pin set")


def _asked_twice() -> str:
    pin = getpass.getpass("New PIN, 4 to 8 digits: ")
    if is_pin(pin) and getpass.getpass("Once more: ") != pin:
        say_wrong("pult pin set: the two differ")
        raise Ended(EXIT_WRONG_USE)
    return pin


def _changed(config: Path | None, record: PinRecord | None, said: str) -> int:
    settings = read_settings(config, find_plugins())
    # Looked at before the store is opened, which a reader alone could also do.
    for place in (settings.data_dir, settings.store_file):
        if place.exists() and not os.access(place, os.W_OK):
            say_wrong(f"pult: only who may write to {place} can change the PIN")
            return EXIT_STORE
    store = existing_store(settings)
    try:
        _keep(store, record)
    except StoreError as error:
        say_wrong(f"pult: {error}")
        return EXIT_STORE
    finally:
        store.close()
    sys.stdout.write(f"{said}\n")
    return EXIT_FINE


def _keep(store: StorePort, record: PinRecord | None) -> None:
    with store.begin() as work:
        if record is None:
            work.pins.remove(SHOP_PIN)
        else:
            work.pins.put(record)
        work.commit()
