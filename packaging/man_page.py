"""Print the manual page of `pult`, made from what it says to --help: packaging/man_page.py"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app import __version__
from app.commandline.parser import new_parser

FILES = (
    ("~/.config/pult/pult.toml", "The settings. Every key can be set on the screen as well."),
    ("~/.local/share/pult/", "Orders, log and slips, unless till.data_dir names another folder."),
)


def escaped(text: str) -> str:
    """Return text as roff takes it: a dot or quote at the start of a line would be a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in (".", "'") else text


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def helps_of(parser: argparse.ArgumentParser) -> dict[str, str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return {each.dest: each.help or "" for each in action._choices_actions}
    return {}


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or not action.help:
            continue
        word = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        value = f" {action.metavar}" if action.option_strings and action.metavar else ""
        yield f".TP\n.B {escaped(word + value)}\n{escaped(action.help % vars(action))}"


def page(parser: argparse.ArgumentParser, version: str) -> str:
    """Return the whole page as roff."""
    lines = [
        f'.TH PULT 1 "" "pult {version}" "User Commands"',
        ".SH NAME",
        escaped("pult - the order desk of a food or retail counter"),
        ".SH SYNOPSIS",
        ".B pult",
        "[\\fIoptions\\fR] [\\fIcommand\\fR]",
        ".SH DESCRIPTION",
        "Without a command the window opens. Each command says more with \\fB\\-\\-help\\fR.",
        ".SH OPTIONS",
        *options(parser),
        ".SH COMMANDS",
    ]
    helps = helps_of(parser)
    for name, command in commands_of(parser).items():
        synopsis = " ".join(command.format_usage().split()[1:])
        lines += [".TP", f".B {escaped(synopsis)}", escaped(helps.get(name, ""))]
    lines.append(".SH FILES")
    for name, meaning in FILES:
        lines += [".TP", f".I {escaped(name)}", escaped(meaning)]
    lines += [".SH EXIT STATUS", escaped((parser.epilog or "").removeprefix("Exit codes: "))]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(new_parser(), __version__))
