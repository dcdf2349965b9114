"""What a camera costs while nothing happens in front of it, and what it holds in memory.

The camera is an MJPEG stream of 1280 by 720 at 30 pictures a second over HTTP, sent by a process of
its own: a counter at rest, with a sensor's noise in every picture. CPU time is that of the process
that scans, kernel time included. Memory is resident size beside a bare window's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SECONDS = 12
BUDGET = 0.015
MEMORY_BUDGET = 160  # MiB over a bare window

CAMERA = """
import sys
import numpy as np
from tests.bench.degraded_codes import _noisy, _scene
from tests.sinks.mjpeg_camera import MjpegCamera, jpeg
scene = _scene(np.random.default_rng(5))
camera = MjpegCamera(rate=30)
camera.send([jpeg(_noisy(scene, 3.0, n), 85) for n in range(40)])
print(camera.url, flush=True)
sys.stdin.read()
camera.unplug()
"""

SCANNER = """
import sys, threading, time
from app.devices.scanners.camera import CameraScanner
scanner = CameraScanner("eye", sys.argv[1])
seconds = float(sys.argv[2])
events = []
thread = threading.Thread(target=lambda: events.extend(scanner.reads()))
thread.start()
threading.Event().wait(4)
began, cpu, passes = time.monotonic(), time.process_time(), scanner.sight.decoder.passes
threading.Event().wait(seconds)
took, cpu = time.monotonic() - began, time.process_time() - cpu
print(cpu / took, (scanner.sight.decoder.passes - passes) / took)
print([event.word.value for event in events], file=sys.stderr)
scanner.stop()
thread.join()
"""

WINDOW = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QToolBar
application = QApplication([])
window = QMainWindow()
window.addToolBar(QToolBar())
window.setCentralWidget(QTableWidget(20, 6))
window.show()
if len(sys.argv) > 1:
    from app.devices.scanners.camera import CameraScanner
    scanner = CameraScanner("eye", sys.argv[1])
    thread = threading.Thread(target=lambda: list(scanner.reads()))
    thread.start()
QTimer.singleShot(8000, application.quit)
application.exec()
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmRSS")))
if len(sys.argv) > 1:
    scanner.stop()
    thread.join()
"""


def _printed(root: Path, program: str, *arguments: str) -> list[str]:
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout.split()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_an_idle_camera_costs_next_to_nothing(
    pytestconfig: pytest.Config, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(pytestconfig.rootpath)
    with subprocess.Popen(
        [sys.executable, "-c", CAMERA],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as camera:
        assert camera.stdout is not None
        assert camera.stdin is not None
        url = camera.stdout.readline().strip()
        share, searches = (float(word) for word in _printed(root, SCANNER, url, str(SECONDS)))
        bare = int(_printed(root, WINDOW)[0]) / 1024
        with_camera = int(_printed(root, WINDOW, url)[0]) / 1024
        camera.stdin.close()
    more = with_camera - bare
    with capsys.disabled():
        print(f"\nidle 720p30 MJPEG camera: {share:.2%} of a core (budget {BUDGET:.1%}), "
              f"{searches:.1f} searches a second, measured over {SECONDS} s")  # fmt: skip
        print(f"memory: bare window {bare:.0f} MiB, with a camera {with_camera:.0f} MiB, "
              f"{more:.0f} MiB more (budget {MEMORY_BUDGET})")  # fmt: skip
    assert share <= BUDGET
    assert more <= MEMORY_BUDGET
