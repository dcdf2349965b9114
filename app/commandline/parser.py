"""What can be typed after ``pult``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from app import __version__
from app.bootstrap.say_wrong import say_wrong

EXIT_FINE = 0
EXIT_CHECK_FAILED = 1
EXIT_WRONG_USE = 2
EXIT_STORE = 3


class OneLineParser(argparse.ArgumentParser):
    """Says what is wrong in one line, and exits 2."""

    def error(self, message: str) -> NoReturn:
        """Write the line and leave."""
        say_wrong(f"{self.prog}: {message}; see {self.prog} --help")
        sys.exit(EXIT_WRONG_USE)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; wrong use ends the program with exit code 2."""
    parser = new_parser()
    arguments = parser.parse_args(argv)
    if arguments.demo and arguments.command:
        parser.error(f"--demo is the window with everything simulated, not for {arguments.command}")
    if arguments.demo and arguments.config:
        parser.error("--demo has settings of its own, so --config is not for it")
    if arguments.pace and not arguments.demo:
        parser.error("--pace is that of the demo, so it needs --demo")
    if arguments.command == "simulate" and arguments.config:
        parser.error("simulate reads no settings, so --config is not for it")
    return arguments


def new_parser() -> argparse.ArgumentParser:
    """Return what reads the command line, and tells of it to --help and the manual page."""
    parser = OneLineParser(
        prog="pult",
        description="The order desk of a food or retail counter.",
        epilog="Exit codes: 0 fine, 1 check failed, 2 wrong use or settings, "
        "3 the store cannot be opened.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"pult {__version__}")
    _add_config(parser)
    parser.add_argument(
        "--demo",
        action="store_true",
        help="simulated vendors, a virtual printer and a virtual scanner; nothing to configure",
    )
    parser.add_argument(
        "--pace",
        choices=("calm", "busy"),
        help="how often customers of the demo order: calm (default), or busy, seven orders a "
        "minute whatever staff do",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=OneLineParser)
    _add_check(commands)
    _add_simulate(commands)
    _add_print_test(commands)
    _add_export(commands)
    _add_catalogue(commands)
    _add_secret(commands)
    _add_pin(commands)
    _add_backup(commands)
    intake = commands.add_parser(
        "intake", help="take callbacks and poll vendors without a window", allow_abbrev=False
    )
    _add_config(intake, inherit=True)
    watchdog = commands.add_parser(
        "watchdog",
        help="run the window, and start it again whenever it crashes or hangs",
        description="Run the window and start it again whenever it crashes, or hangs (that not on "
        "Windows). It ends with Pult when that is closed, or on SIGTERM.",
        allow_abbrev=False,
    )
    _add_config(watchdog, inherit=True)
    close = commands.add_parser(
        "close",
        help="end the Pult that runs, in order, before its files are replaced",
        allow_abbrev=False,
    )
    _add_config(close, inherit=True)
    return parser


Commands = Any  # argparse has no public name for what add_subparsers returns


def _add_config(parser: argparse.ArgumentParser, *, inherit: bool = False) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS if inherit else None,
        help="settings file; default: pult.toml in the per-user config folder",
    )


def _add_check(commands: Commands) -> None:
    check = commands.add_parser(
        "check",
        help="look at this computer, and ask every vendor, printer and scanner whether it works, "
        "without side effects",
        allow_abbrev=False,
    )
    _add_config(check, inherit=True)
    check.add_argument("--json", action="store_true", help="one JSON object instead of a table")


def _add_simulate(commands: Commands) -> None:
    simulate = commands.add_parser(
        "simulate", help="run simulated vendors on this machine", allow_abbrev=False
    )
    simulate.add_argument("vendors", nargs="*", metavar="VENDOR", help="default: all of them")
    simulate.add_argument(
        "--port",
        type=int,
        default=9001,
        metavar="N",
        help="the n-th vendor listens on N + n - 1; 0 takes free ports; default 9001",
    )
    simulate.add_argument("--callback-url", metavar="URL", help="where new orders are announced")
    simulate.add_argument(
        "--per-minute",
        type=float,
        default=0.0,
        metavar="RATE",
        help="customers order by themselves, so many a minute",
    )
    simulate.add_argument(
        "--whatever-waits",
        action="store_true",
        help="they order also while many orders wait for a decision",
    )
    simulate.add_argument("--key", default="demo-key", help="the key that is accepted")
    simulate.add_argument("--seed", type=int, help="the same seed gives the same orders")
    simulate.add_argument(
        "--control", action="store_true", help="allow remote control under /_control/ (for tests)"
    )
    simulate.add_argument(
        "--exit-on-stdin-close", action="store_true", help="end when standard input is closed"
    )


def _add_print_test(commands: Commands) -> None:
    test = commands.add_parser("print-test", help="print a test slip", allow_abbrev=False)
    _add_config(test, inherit=True)
    test.add_argument("--printer", required=True, metavar="NAME", help="its name in the settings")


def _add_export(commands: Commands) -> None:
    export = commands.add_parser(
        "export", help="write ended orders to a CSV file, without personal data", allow_abbrev=False
    )
    _add_config(export, inherit=True)
    export.add_argument(
        "--from", dest="first", type=_day, required=True, metavar="DATE", help="YYYY-MM-DD"
    )
    export.add_argument(
        "--to", dest="last", type=_day, required=True, metavar="DATE", help="YYYY-MM-DD, included"
    )
    export.add_argument("--out", type=Path, required=True, metavar="FILE.csv")


def _add_catalogue(commands: Commands) -> None:
    catalogue = commands.add_parser(
        "catalogue", help="take product names and prices in, or write them out", allow_abbrev=False
    )
    actions = catalogue.add_subparsers(
        dest="action", metavar="import|export", required=True, parser_class=OneLineParser
    )
    take_in = actions.add_parser(
        "import",
        help="merge a CSV file into the catalogue, all of it or nothing",
        description="Merge a CSV file into the catalogue: it has a header with product_id and one "
        "of name_en, name_hu, name_de, name_es; barcode, price, currency, station, vat and article "
        "are taken too. What the file has no column for stays. A bad row is told with its line, "
        "and nothing is taken (exit code 2).",
        allow_abbrev=False,
    )
    _add_config(take_in, inherit=True)
    take_in.add_argument("file", type=Path, metavar="FILE.csv")
    take_in.add_argument(
        "--remove-missing",
        action="store_true",
        help="remove the products that the file does not name; without it they stay",
    )
    take_in.add_argument(
        "--dry-run", action="store_true", help="only say what would change, also while Pult runs"
    )
    write_out = actions.add_parser(
        "export", help="write the whole catalogue to a CSV file", allow_abbrev=False
    )
    _add_config(write_out, inherit=True)
    write_out.add_argument("file", type=Path, metavar="FILE.csv")


def _add_secret(commands: Commands) -> None:
    secret = commands.add_parser(
        "secret", help="keep a key outside the settings file", allow_abbrev=False
    )
    actions = secret.add_subparsers(
        dest="action", metavar="set", required=True, parser_class=OneLineParser
    )
    keep = actions.add_parser(
        "set", help="ask for the value, or read it from standard input", allow_abbrev=False
    )
    _add_config(keep, inherit=True)
    keep.add_argument("key", metavar="KEY", help="such as vendors.cheers.api_key")


def _add_pin(commands: Commands) -> None:
    pin = commands.add_parser(
        "pin", help="set or take away the shop's PIN, also while Pult runs", allow_abbrev=False
    )
    actions = pin.add_subparsers(
        dest="action", metavar="set|reset", required=True, parser_class=OneLineParser
    )
    set_it = actions.add_parser(
        "set", help="ask for the PIN, or read it from standard input", allow_abbrev=False
    )
    _add_config(set_it, inherit=True)
    reset = actions.add_parser(
        "reset", help="take the PIN away when it is lost; asks before", allow_abbrev=False
    )
    _add_config(reset, inherit=True)
    reset.add_argument("--yes", action="store_true", help="do not ask")


def _add_backup(commands: Commands) -> None:
    backup = commands.add_parser(
        "backup", help="copy the store to a new file while Pult may run", allow_abbrev=False
    )
    _add_config(backup, inherit=True)
    backup.add_argument("file", type=Path, metavar="FILE")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-11-20") from None
