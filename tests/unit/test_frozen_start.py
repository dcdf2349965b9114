"""What runs first in the built program, run as a file by a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "packaging" / "frozen_start.py"


def after_it(before: str, after: str, **environ: str) -> str:
    code = f"import os, runpy, sys; {before}; runpy.run_path({str(SCRIPT)!r}); {after}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return done.stdout


def test_a_program_without_a_console_can_write_and_is_told_nothing() -> None:
    out = after_it(
        "sys.stdin = sys.stdout = sys.stderr = None",
        "print('lost'); sys.stderr.flush(); os.write(1, repr(sys.stdin.read()).encode())",
    )
    assert out == "''"


def test_a_program_with_a_console_keeps_its_streams() -> None:
    assert after_it("pass", "print('seen', end='')") == "seen"


def test_other_programs_get_the_path_of_libraries_that_was_before() -> None:
    name = "LD_LIBRARY_PATH"
    said = f"print(os.environ.get({name!r}), end='')"
    kept = after_it("pass", said, **{name: "/of/the/program", f"{name}_ORIG": "/before"})
    assert kept == "/before"
    ours = f"os.environ[{name!r}] = '/of/the/program'; os.environ.pop({name + '_ORIG'!r}, None)"
    assert after_it(ours, said) == "None"
