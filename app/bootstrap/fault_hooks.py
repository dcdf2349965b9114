"""Faults of ours that nothing catches go to the log instead of a terminal nobody sees."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Iterator
from types import TracebackType

_log = logging.getLogger(__name__)


@contextlib.contextmanager
def faults_logged() -> Iterator[None]:
    """Log what is raised in slots of the window, in threads and in finalizers; the program goes on.

    Ctrl-C and the like pass as before.
    """
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook = _raised, _raised_in_thread
    sys.unraisablehook = _raised_in_finalizer
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def _raised(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    _log.critical("fault", exc_info=(kind, error, trace), extra={"event": "fault"})


def _raised_in_thread(arguments: threading.ExceptHookArgs) -> None:
    name = arguments.thread.name if arguments.thread is not None else ""
    _log.critical(
        "fault in a thread", exc_info=_of(arguments), extra={"event": "fault", "lane": name}
    )


def _raised_in_finalizer(arguments: sys.UnraisableHookArgs) -> None:
    _log.error("fault in a finalizer", exc_info=_of(arguments), extra={"event": "fault"})


def _of(
    arguments: threading.ExceptHookArgs | sys.UnraisableHookArgs,
) -> tuple[type[BaseException], BaseException, TracebackType | None] | None:
    if arguments.exc_value is None:
        return None
    return type(arguments.exc_value), arguments.exc_value, arguments.exc_traceback
