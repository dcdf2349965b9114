"""What is ended from outside, by Ctrl-C, a signal or a closed pipe, ends without a trace."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Final

# What a shell reports for a program that the signal itself has ended.
EXIT_CTRL_C: Final = 128 + signal.SIGINT
EXIT_CLOSED_PIPE: Final = 128 + 13


def run_interruptible(command: Callable[[], int], *, until_told: bool) -> int:
    """Carry out `command` and return its exit code, also when it is ended from outside.

    With `until_told` it is one that runs until a signal ends it: then SIGTERM and SIGINT are a good
    end from the first moment on, long before an event loop looks after them.
    """
    with contextlib.ExitStack() as restored:
        if until_told and threading.current_thread() is threading.main_thread():
            before = signal.signal(signal.SIGTERM, _as_ctrl_c)
            restored.callback(_restore, before)
        try:
            code = command()
            sys.stdout.flush()
        except KeyboardInterrupt:
            return 0 if until_told else EXIT_CTRL_C
        except BrokenPipeError:
            _write_nowhere()
            return EXIT_CLOSED_PIPE
        return code


def _as_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _restore(before: signal.Handlers | Callable[..., object] | int | None) -> None:
    # Whoever has put a handler of its own there meanwhile keeps it.
    if signal.getsignal(signal.SIGTERM) is _as_ctrl_c:
        signal.signal(signal.SIGTERM, before)


def _write_nowhere() -> None:
    """Let what is still buffered go nowhere, so that Python does not complain when it exits."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
