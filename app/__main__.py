"""``pult``, the same as ``python -m app``: itself the process of the window."""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence

from app.commandline.interrupted import run_interruptible
from app.commandline.parser import EXIT_WRONG_USE, parse

_RUN_UNTIL_TOLD = (None, "intake", "watchdog")


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out what was typed and return the exit code."""
    arguments = parse(sys.argv[1:] if argv is None else argv)
    return run_interruptible(
        lambda: _carry_out(arguments), until_told=arguments.command in _RUN_UNTIL_TOLD
    )


def _carry_out(arguments: argparse.Namespace) -> int:
    if arguments.command is None:
        from app.bootstrap.qt_layer import link_qt_meanwhile

        link_qt_meanwhile()
    with _undisturbed() if arguments.command is None else contextlib.nullcontext():
        from app.commandline.opening import Ended, quiet_terminal

        quiet_terminal()
        try:
            return _COMMANDS[arguments.command](arguments)
        except Ended as ended:
            return ended.code
        except ImportError as error:
            from app.commandline.finding import names_library

            if not names_library(error):
                raise
            return _library_missing(str(error), for_window=arguments.command is None)


def _library_missing(error: str, *, for_window: bool) -> int:
    """Say which library of the system is missing, and its package where that is known."""
    from app.bootstrap.say_wrong import say_wrong
    from app.commandline.computer import libraries

    found = libraries()
    known = f"{found.detail}; {found.todo}" if found.todo else error
    line = f"pult: a library of this computer is missing: {known}"
    say_wrong(line)
    if for_window:
        from app.bootstrap.stopped import show_without_qt

        show_without_qt(line)
    return EXIT_WRONG_USE


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Look for no garbage in what is loaded for the window: it stays, and looking costs 12 ms.

    The window collects by itself, see `bootstrap.garbage`. Nor does pydantic look through all
    installed packages for plug-ins of its own, of which we use none.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _window(arguments: argparse.Namespace) -> int:
    from app.bootstrap.desktop import display_problem, may_lack_library
    from app.bootstrap.qt_layer import load_qt
    from app.bootstrap.say_wrong import say_wrong
    from app.commandline.opening import Ended, find_plugins, read_settings

    problem = display_problem(os.environ)
    if problem:
        say_wrong(f"pult: {problem}")
        return EXIT_WRONG_USE
    if may_lack_library(os.environ) and _lacks_library():
        return _library_missing("", for_window=True)
    if arguments.demo:
        load_qt()
        from app.bootstrap.demo import run_demo

        return run_demo(find_plugins(), arguments.pace)
    plugins = find_plugins()
    try:
        settings = read_settings(arguments.config, plugins)
    except Ended as ended:
        _tell_on_screen(str(ended.__cause__))
        raise
    load_qt()
    from app.bootstrap.run import run

    return run(settings, plugins)


def _lacks_library() -> bool:
    from app.commandline.computer import libraries
    from app.commandline.finding import Light

    return libraries().light is Light.RED


def _tell_on_screen(problems: str) -> None:
    from app.bootstrap.stopped import show_stopped
    from app.ui.stop_window import Stop

    show_stopped(Stop.SETTINGS, problems.splitlines())


def _check(arguments: argparse.Namespace) -> int:
    from app.commandline.check import check

    return check(arguments.config, as_json=arguments.json)


def _simulate(arguments: argparse.Namespace) -> int:
    from app.commandline.commands import simulate

    return simulate(arguments)


def _print_test(arguments: argparse.Namespace) -> int:
    from app.commandline.commands import print_test

    return print_test(arguments.config, arguments.printer)


def _export(arguments: argparse.Namespace) -> int:
    from app.commandline.export import export

    return export(arguments.config, arguments.first, arguments.last, arguments.out)


def _catalogue(arguments: argparse.Namespace) -> int:
    from app.commandline.catalogue import export_catalogue, import_catalogue

    if arguments.action == "export":
        return export_catalogue(arguments.config, arguments.file)
    return import_catalogue(
        arguments.config,
        arguments.file,
        remove_missing=arguments.remove_missing,
        dry_run=arguments.dry_run,
    )


def _secret(arguments: argparse.Namespace) -> int:
    from app.commandline.commands import set_secret

    return set_secret(arguments.config, arguments.key)


def _backup(arguments: argparse.Namespace) -> int:
    from app.commandline.commands import backup

    return backup(arguments.config, arguments.file)


def _intake(arguments: argparse.Namespace) -> int:
    from app.commandline.commands import intake

    return intake(arguments.config)


def _pin(arguments: argparse.Namespace) -> int:
    from app.commandline.pin import reset_pin, set_pin

    if arguments.action == "set":
        return set_pin(arguments.config)
    return reset_pin(arguments.config, confirmed=arguments.yes)


def _close(arguments: argparse.Namespace) -> int:
    from app.commandline.close import close

    return close(arguments.config)


def _watchdog(arguments: argparse.Namespace) -> int:
    from app.bootstrap.watchdog import watch_pult

    return watch_pult(["--config", str(arguments.config)] if arguments.config else [])


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: _window,
    "check": _check,
    "simulate": _simulate,
    "print-test": _print_test,
    "export": _export,
    "catalogue": _catalogue,
    "secret": _secret,
    "backup": _backup,
    "intake": _intake,
    "pin": _pin,
    "watchdog": _watchdog,
    "close": _close,
}

if __name__ == "__main__":
    sys.exit(main())
