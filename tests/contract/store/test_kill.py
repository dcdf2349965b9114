"""kill -9 while the store is written: what was acknowledged is there, whole, and nothing else."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.sqlite import SqliteStore
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[3]

KILLED = """
import sys
import tempfile
from pathlib import Path
from app.store.sqlite import SqliteStore
from tests.builders import a_job, a_push, an_event, an_order
store = SqliteStore(Path(sys.argv[1]))
number = 0
while True:
    name = f"order-{number}"
    with store.begin() as unit:
        unit.orders.add(an_order(name), "{}")
        if name == sys.argv[2]:
            print("unfinished", flush=True)
            sys.stdin.readline()
        unit.outbox.add(a_push(name))
        unit.jobs.add(a_job(name))
        unit.record([an_event(name)])
        unit.commit()
    print(name, flush=True)
    number += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is for POSIX")
@pytest.mark.parametrize("unfinished", ["order-20", "none"])
def test_kill_9_keeps_every_acknowledged_commit_whole_and_nothing_of_the_unfinished(
    tmp_path: Path, unfinished: str
) -> None:
    """Once in the middle of a unit, once wherever it happens to be."""
    path = tmp_path / "pult.sqlite3"
    writer = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), unfinished],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None and writer.stdin is not None
    acknowledged = []
    for line in writer.stdout:
        if line == "unfinished\n":
            break
        acknowledged.append(line.strip())
        if len(acknowledged) == 60:
            break
    writer.send_signal(signal.SIGKILL)
    acknowledged += [line.strip() for line in writer.stdout if line.strip()]
    writer.stdout.close()
    writer.stdin.close()
    assert writer.wait(PATIENCE) == -signal.SIGKILL
    store = SqliteStore(path)
    with store.begin() as unit:
        kept = [order.id for order in unit.orders.on_board()]
        pushed = [push.order_id for push in unit.outbox.open()]
        printing = [job.order_id for job in unit.jobs.unsettled()]
    store.close()
    assert set(kept) == set(pushed) == set(printing)
    assert set(kept) >= set(acknowledged)
    if unfinished != "none":
        assert sorted(kept) == sorted(acknowledged)
    assert len(kept) - len(acknowledged) <= 1
