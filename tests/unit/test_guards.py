"""The guards themselves: a suite full of faults fails where it must and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

FAULTS = """
import logging, socket, threading
import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

log = logging.getLogger("app.somewhere")
kept = []
finish = threading.Event()


def test_bad_unexpected_warning():
    log.warning("nobody announced this")


def test_bad_expected_line_never_comes(expected_log):
    expected_log("printer away")


def test_bad_wrong_level(expected_log):
    expected_log("printer away", level="ERROR", required=False)
    log.warning("printer away")


def test_bad_root_handlers_taken_away():
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)


def test_bad_thread_left():
    threading.Thread(target=finish.wait, args=(20,), name="stray", daemon=True).start()


def test_good_thread_that_ends(request):
    finish.set()
    threading.Thread(target=finish.wait).start()


def test_bad_outside_contact():
    with socket.socket() as sock, pytest.raises(OSError):
        sock.connect(("192.0.2.1", 9))


def test_bad_outside_name():
    with pytest.raises(OSError):
        socket.getaddrinfo("vendor.example", 443)


def test_bad_bind_to_all_interfaces():
    with socket.socket() as sock, pytest.raises(OSError):
        sock.bind(("0.0.0.0", 0))


def test_good_loopback_and_invalid_name():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("nowhere.invalid", 443)


def test_bad_window_left(qapp):
    kept.append(QWidget())


def test_good_window_given_to_qtbot(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    kept.append(widget)
    widget.show()


def test_bad_pool_job_left(qapp):
    stop = threading.Event()
    kept.append(stop)
    pool = QThreadPool()
    kept.append(pool)
    pool.start(lambda: stop.wait(1))


def test_good_pool_job_that_ends(qapp):
    pool = QThreadPool()
    kept.append(pool)
    pool.start(lambda: None)


def test_bad_qthread_left(qapp):
    thread = QThread()
    kept.append(thread)
    thread.start()


def test_bad_timer_left(qapp):
    timer = QTimer()
    kept.append(timer)
    timer.start(60_000)


def test_good_timer_of_a_widget(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    QTimer(widget).start(60_000)


def test_good_announced_line(expected_log):
    entry = expected_log("printer .* away", level="WARNING", logger="app.somewhere")
    log.warning("printer %s away", "counter", extra={"event": "printer_away"})
    assert entry.records[0].event == "printer_away"


@pytest.mark.expected_log("by marker")
def test_good_line_announced_by_marker():
    log.error("by marker")


def test_bad_warning_is_an_error():
    import warnings
    warnings.warn("old", DeprecationWarning)


@pytest.mark.timeout(0.3)
def test_bad_hung():
    threading.Event().wait(20)


@pytest.mark.xfail
def test_bad_fault_that_is_gone():
    pass


def test_bad_qt_warning(qapp):
    from PySide6.QtCore import qWarning
    qWarning("QObject: cannot do this")


def test_good_settings_are_elsewhere(tmp_path_factory):
    import os
    assert os.environ["XDG_CONFIG_HOME"].startswith(str(tmp_path_factory.getbasetemp()))
    assert "PULT_TILL__ID" not in os.environ
"""

HURRY = """
from tests.guards import qt_leaks, threads

qt_leaks.GRACE_SECONDS = threads.GRACE_SECONDS = 0.2
"""

FOLDERS = {
    "unit/test_u.py": "def test_u(request): assert request.node.get_closest_marker('unit')",
    "contract/test_c.py": "def test_c(request): assert request.node.get_closest_marker('contract')",
    "e2e/test_e.py": "def test_e(request): assert request.node.get_closest_marker('e2e')",
    "bench/test_b.py": "def test_b(request): assert request.node.get_closest_marker('bench')",
    "ui/test_fails.py": """
from PySide6.QtWidgets import QLabel

def test_fails(qtbot, tmp_path):
    (tmp_path / "pult.jsonl").write_text("{}")
    label = QLabel("here")
    qtbot.addWidget(label)
    label.show()
    assert label.text() == "there"
""",
}


def _suite(pytester: pytest.Pytester, files: dict[str, str]) -> Path:
    """Lay out a project with our real configuration, our real conftest and the files given."""
    tests = pytester.mkdir("tests")
    (pytester.path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for name in ("conftest.py", "patience.py"):
        (tests / name).write_bytes((ROOT / "tests" / name).read_bytes())
    (tests / "guards").symlink_to(ROOT / "tests" / "guards")
    for name, text in {**files, "unit/conftest.py": HURRY}.items():
        path = tests / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tests


@pytest.fixture(autouse=True)
def as_from_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULT_TILL__ID", "till-of-this-machine")
    # Another program's choice of plug-ins must not decide what the inner run does.
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)


def test_every_fault_fails_its_test_and_no_sound_test_fails(pytester: pytest.Pytester) -> None:
    _suite(pytester, {"unit/test_faults.py": FAULTS})
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    faulty = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", result.stdout.str(), re.MULTILINE))
    written = set(re.findall(r"^def (test_\w+)", FAULTS, re.MULTILINE))
    assert faulty == {name for name in written if name.startswith("test_bad_")}
    result.stdout.fnmatch_lines(
        [
            "*unexpected log line: WARNING app.somewhere: nobody announced this*",
            "*expected log line never came: WARNING or above: 'printer away'*",
            "*threads still running: stray*",
            "*contact outside this machine: socket.connect*192.0.2.1*",
            "*Qt objects left behind: window QWidget*",
        ]
    )


def test_folders_give_marks_and_measurements_wait_to_be_asked(pytester: pytest.Pytester) -> None:
    tests = _suite(pytester, FOLDERS)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=3, failed=1)
    left = tests / "_artifacts" / "ui-test_fails.py-test_fails"
    assert (left / "files" / "pult.jsonl").read_text("utf-8") == "{}"
    assert (left / "window-0-QLabel.png").read_bytes().startswith(b"\x89PNG")
    assert "there" in (left / "failure.txt").read_text("utf-8")
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "tests/bench").assert_outcomes(passed=1)
