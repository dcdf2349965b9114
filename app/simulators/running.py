"""Runs simulated vendors until told to stop: `pult simulate`, and the demo's child process."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.simulators._by_hand import ByHand
from app.simulators._registry import SIMULATORS, simulator_class

DEFAULT_PORT = 9001
DEFAULT_KEY = "demo-key"
LOOK_SECONDS = 0.5


def run(
    names: Sequence[str] = (),
    port: int = DEFAULT_PORT,
    *,
    callback_url: str | None = None,
    per_minute: float = 0.0,
    whatever_waits: bool = False,
    api_key: str = DEFAULT_KEY,
    seed: int | None = None,
    control: bool = False,
    exit_on_stdin_close: bool = False,
    host: str = "127.0.0.1",
    state_dir: Path | None = None,
    say: Callable[[str], None] | None = None,
) -> int:
    """Run the named vendors (none: all), the n-th on `port` + n - 1, until SIGINT or SIGTERM.

    Says one line per vendor once it listens; port 0 lets the system choose. With `per_minute` over
    0 customers order by themselves, with `whatever_waits` also while many orders wait. With
    `exit_on_stdin_close` it also ends when its parent does. Open orders are kept in `state_dir`
    from one run to the next. Gives exit code 0.
    Raises ValueError for an unknown vendor, a bad port, rate or callback URL, before anything
    listens, and OSError when a port is taken. Must run on the main thread.
    """
    wanted = list(names) or list(SIMULATORS)
    _check(wanted, port, per_minute)
    made = [
        simulator_class(name).for_hand(
            ByHand(
                host=host,
                port=port + place if port else 0,
                api_key=api_key,
                callback_url=callback_url,
                control=control,
                state_file=state_dir / f"{name}.json" if state_dir else None,
            )
        )
        for place, name in enumerate(wanted)
    ]
    say = say or _print
    done = threading.Event()
    with contextlib.ExitStack() as running:
        running.enter_context(_signals(done))
        for simulator in made:
            running.enter_context(simulator)
            say(f"{simulator.vendor} listens on {simulator.base_url}, key {api_key}")
            if per_minute > 0 and whatever_waits:
                simulator.start_placing(per_minute, seed, at_most_waiting=None)
            elif per_minute > 0:
                simulator.start_placing(per_minute, seed)
        if exit_on_stdin_close:
            threading.Thread(target=_await_end, args=(done,), name="stdin", daemon=True).start()
        # Windows delivers Ctrl-C only between waits.
        while not done.wait(LOOK_SECONDS):
            pass
    return 0


def _check(names: Sequence[str], port: int, per_minute: float) -> None:
    for name in names:
        if name not in SIMULATORS:
            simulator_class(name)
    if len(set(names)) != len(names):
        raise ValueError(f"a vendor is named twice: {', '.join(names)}")
    if not 0 <= port <= 65535 - max(0, len(names) - 1):
        raise ValueError(f"port must be between 1 and {65536 - len(names)}, not {port}")
    if per_minute < 0:
        raise ValueError(f"per_minute must not be negative, not {per_minute}")


@contextlib.contextmanager
def _signals(done: threading.Event) -> Iterator[None]:
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, lambda *_: done.set()) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _await_end(done: threading.Event) -> None:
    # os.read, not sys.stdin.read: a daemon thread inside a buffered read aborts Python at its exit.
    with contextlib.suppress(OSError):
        while os.read(0, 4096):
            pass
    done.set()


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
