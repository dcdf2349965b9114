"""What `pult check` says of the data folder, on folders and disks as bad as they can be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import pytest

from app.bootstrap.instance import InstanceLock, is_taken
from app.commandline.storage import network_drive
from tests.unit.commandline.conftest import Run, Write

needs_mounts = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root mounts disks"
)

needs_another_user = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can be another user"
)
NOBODY = 65534
NAMES_OF_USERS = ("LOGNAME", "USER", "LNAME", "USERNAME")
AS_ANOTHER = """
import getpass, os, pwd, sys
from app.commandline.storage import data_folder
from app.settings.sections import TillSettings
from app.settings.settings import Settings
settings = Settings(till=TillSettings(data_dir=sys.argv[1]))
data_folder(settings)  # loads what another user may not read
os.setuid(int(sys.argv[2]))
print(data_folder(settings).todo)
"""


@contextmanager
def disk(folder: Path, options: str) -> Iterator[None]:
    """A disk of its own in the place of `folder`, as long as the block lasts."""
    folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", options, "pult-test", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _finding(run: Run, what: str) -> dict[str, str] | None:
    findings = json.loads(run("check", "--json").out)["findings"]
    return next((one for one in findings if one["what"] == what), None)


def test_a_folder_that_is_still_to_be_made_is_well(write: Write, run: Run) -> None:
    write()
    found = _finding(run, "data folder")
    assert found is not None
    assert (found["light"], found["word"]) == ("green", "can be written")
    assert not (write().parent / "data").exists()


def test_a_file_in_its_place_is_told(write: Write, run: Run) -> None:
    folder = write().parent / "data"
    folder.write_text("a file", "utf-8")
    found = _finding(run, "data folder")
    assert found is not None
    assert (found["light"], found["word"]) == ("red", "no folder")
    assert str(folder) in found["detail"] and "till.data_dir" in found["todo"]


@needs_another_user
def test_who_may_not_write_is_told_to_take_nothing_but_the_data_folder() -> None:
    with tempfile.TemporaryDirectory() as shared:
        Path(shared).chmod(0o755)
        there, missing = Path(shared, "till's data"), Path(shared, "missing", "data")
        there.mkdir()
        said = [_advised(there), _advised(missing)]
    other = "or choose another till.data_dir"
    assert said == [
        f"sudo chown -R nobody {quote(str(there))}, {other}",
        f"sudo install -d -m 700 -o nobody {missing}, {other}",
    ]


def _advised(folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, str(folder), str(NOBODY)],
        env={name: value for name, value in os.environ.items() if name not in NAMES_OF_USERS},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert not done.stderr
    return done.stdout.strip()


@needs_mounts
def test_a_full_disk_is_told_with_its_room(write: Write, run: Run) -> None:
    folder = write().parent / "data"
    with disk(folder, "size=1m"):
        (folder / "filling").write_bytes(bytes(900_000))
        found = _finding(run, "data folder")
        assert run("check").code == 1
    assert found is not None
    assert (found["light"], found["word"]) == ("red", "disk full")
    assert "0 MB free" in found["detail"]


@needs_mounts
def test_a_disk_with_little_room_is_amber(write: Write, run: Run) -> None:
    with disk(write().parent / "data", "size=100m"):
        found = _finding(run, "data folder")
    assert found is not None
    assert (found["light"], found["word"]) == ("amber", "little room")


@needs_mounts
def test_a_disk_that_is_read_only_is_told(write: Write, run: Run) -> None:
    with disk(write().parent / "data", "ro"):
        found = _finding(run, "data folder")
    assert found is not None
    assert (found["light"], found["word"]) == ("red", "cannot be written")
    assert "read-only" in found["detail"]


@dataclass(frozen=True, slots=True)
class Mounted:
    mountpoint: str
    fstype: str
    opts: str = "rw"


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_folder_on_another_computer_is_known(kind: str) -> None:
    mounts = [Mounted("/", "ext4"), Mounted("/shop", kind), Mounted("/shop/own", "ext4")]
    assert network_drive(Path("/shop/pult"), mounts) == kind
    assert network_drive(Path("/shop/own/pult"), mounts) == ""
    assert network_drive(Path("/home/till"), mounts) == ""


def test_a_mapped_drive_of_windows_is_known() -> None:
    here = Mounted(str(Path("/")), "NTFS", "rw,remote")
    assert network_drive(Path("/pult"), [here]) == "NTFS"


def test_a_pult_that_runs_is_named(write: Write, run: Run) -> None:
    write()
    assert _finding(run, "pult") is None
    lock = InstanceLock(write().parent / "data")
    try:
        found = _finding(run, "pult")
        assert is_taken(write().parent / "data")
    finally:
        lock.release()
    assert found is not None
    assert (found["light"], found["word"]) == ("green", "runs")
    assert f"process {os.getpid()}" in found["detail"]
    assert not is_taken(write().parent / "data")
