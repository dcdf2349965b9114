"""The short commands: simulate, print-test, secret set, backup, intake."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path

from app.bootstrap.say_wrong import say_wrong
from app.commandline.opening import (
    Ended,
    existing_store,
    find_plugins,
    read_settings,
)
from app.commandline.parser import EXIT_CHECK_FAILED, EXIT_FINE, EXIT_STORE, EXIT_WRONG_USE
from app.ports.vendor_models import VendorModels


def simulate(arguments: argparse.Namespace) -> int:
    """Run simulated vendors until told to stop."""
    from app.simulators import run

    try:
        return run(
            arguments.vendors,
            arguments.port,
            callback_url=arguments.callback_url,
            per_minute=arguments.per_minute,
            whatever_waits=arguments.whatever_waits,
            api_key=arguments.key,
            seed=arguments.seed,
            control=arguments.control,
            exit_on_stdin_close=arguments.exit_on_stdin_close,
        )
    except (ValueError, OSError) as error:
        say_wrong(f"pult simulate: {error}")
        return EXIT_WRONG_USE


def print_test(config: Path | None, name: str) -> int:
    """Print a test slip and say how it ended."""
    from app.bootstrap.adapters import build_printers, shop_of
    from app.bootstrap.outside import SystemClock
    from app.devices.printers._raster import prepare_pictures
    from app.domain.printing import PrintResult
    from app.usecases.compose_test_slip import compose_test_slip

    settings = read_settings(config, find_plugins())
    wanted = tuple(printer for printer in settings.printers if printer.name == name)
    if not wanted:
        known = ", ".join(printer.name for printer in settings.printers) or "none"
        say_wrong(f"pult print-test: no printer is named {name!r}; the settings name: {known}")
        return EXIT_WRONG_USE
    (printer,) = build_printers(replace(settings, printers=wanted))
    prepare_pictures()
    outcome = printer.print_slip(compose_test_slip(shop_of(settings), SystemClock()))
    printer.close()
    detail = f" ({outcome.status.detail})" if outcome.status.detail else ""
    lost = f"; {outcome.lost} letters are printed as ?" if outcome.lost else ""
    word = outcome.status.word.value
    sys.stdout.write(f"{name}: {outcome.result.value}, {word}{detail}{lost}\n")
    good = outcome.result in (PrintResult.PRINTED, PrintResult.SENT)
    return EXIT_FINE if good else EXIT_CHECK_FAILED


def set_secret(config: Path | None, key: str) -> int:
    """Keep a secret outside the settings file and say where."""
    from app.settings import set_secret as keeping
    from app.settings.errors import SettingsError

    plugins = find_plugins()
    value = _typed(key)
    if not value:
        say_wrong(f"pult secret set: no value was given for {key}")
        return EXIT_WRONG_USE
    try:
        stored = keeping.set_secret(
            key,
            value,
            path=config,
            vendor_models=VendorModels(plugins),
            environ=os.environ,
        )
    except SettingsError as error:
        say_wrong(str(error))
        return EXIT_WRONG_USE
    sys.stdout.write(f"{stored}\n")
    return EXIT_FINE


def _typed(key: str) -> str:
    """Return what is typed unseen, or stands in the first line of standard input."""
    try:
        if sys.stdin.isatty():
            return getpass.getpass(f"{key}: ")
        return sys.stdin.readline().rstrip("\r\n")
    except EOFError:
        return ""
    except UnicodeDecodeError as error:
        say_wrong(f"pult secret set: the value for {key} is not UTF-8 text")
        raise Ended(EXIT_WRONG_USE) from error


def backup(config: Path | None, file: Path) -> int:
    """Copy the store to a new file."""
    from app.domain.errors import StoreError

    store = existing_store(read_settings(config, find_plugins()))
    try:
        store.backup(file)
    except StoreError as error:
        say_wrong(f"pult backup: {error}")
        return EXIT_STORE
    finally:
        store.close()
    sys.stdout.write(f"copied to {file}\n")
    return EXIT_FINE


def intake(config: Path | None) -> int:
    """Take callbacks and poll vendors until told to stop."""
    from app.bootstrap.headless import run_headless

    plugins = find_plugins()
    return run_headless(read_settings(config, plugins), plugins)
