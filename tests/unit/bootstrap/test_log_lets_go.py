"""A logged exception does not live on in the log's queue, with the frames and windows it holds."""

from __future__ import annotations

import logging
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.bootstrap.logfile import Log


class Held:
    """Notes which thread lets it go."""

    def __init__(self, ended_on: list[int]) -> None:
        weakref.finalize(self, lambda: ended_on.append(threading.get_ident()))


@contextmanager
def _nobody_else_listens() -> Iterator[None]:
    """What watches the tests' log keeps records; here only the log itself may."""
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    root.handlers.clear()
    try:
        yield
    finally:
        root.handlers[:] = kept
        root.setLevel(level)


def test_what_an_exception_holds_is_let_go_on_the_thread_that_logged_it(tmp_path: Path) -> None:
    ended_on: list[int] = []
    with _nobody_else_listens():
        log = Log(tmp_path, "till-1")
        _break(logging.getLogger("app.lets_go"), ended_on)
        log.stop()
    assert ended_on == [threading.get_ident()]
    assert "RuntimeError" in (tmp_path / "pult.jsonl").read_text("utf-8")


def _break(logger: logging.Logger, ended_on: list[int]) -> None:
    held = Held(ended_on)
    try:
        raise RuntimeError(f"with {type(held).__name__} in its frame")
    except RuntimeError as error:
        logger.error("it broke: %s", error, exc_info=True)
