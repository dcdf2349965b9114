"""What `pult check` says of the data folder, on folders and disks as bad as they can be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap.instance import InstanceLock, is_taken
from app.commandline.storage import network_drive
from tests.unit.commandline.conftest import Run, Write

needs_mounts = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root mounts disks"
)


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
