from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.bootstrap.instance import AlreadyRunning, InstanceLock
from app.bootstrap.locked import locked, secrets_of
from app.settings.load import load_settings
from app.settings.settings import Settings
from app.vendors._registry import InstalledVendors
from tests.patience import PATIENCE

HOLDER = """
import sys
from pathlib import Path
from app.bootstrap.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def _settings(folder: Path) -> Settings:
    file = folder / "pult.toml"
    file.write_text(
        f"""[till]
data_dir = "{folder / "data"}"
[callbacks]
token = "a-long-callback-token"
[vendors.cheers]
api_key = "the-api-key-of-cheers"
"""
    )
    models = {name: plugin.settings_model for name, plugin in InstalledVendors().items()}
    return load_settings(file, vendor_models=models, environ={})


def test_one_till_at_a_time_works_with_a_folder(tmp_path: Path) -> None:
    first = InstanceLock(tmp_path)
    with pytest.raises(AlreadyRunning):
        InstanceLock(tmp_path)
    first.release()
    InstanceLock(tmp_path).release()


def test_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunning):
            InstanceLock(tmp_path)
        holder.send_signal(signal.SIGKILL)
        holder.wait(PATIENCE)
    InstanceLock(tmp_path).release()


def test_a_folder_that_cannot_be_used_is_no_second_till(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(OSError, match="exists") as raised:
        InstanceLock(tmp_path / "data")
    assert raised.value.errno == errno.EEXIST


def test_a_file_system_without_locks_is_no_second_till(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with pytest.raises(OSError, match="No locks available"):
        InstanceLock(tmp_path)


def test_while_it_is_held_there_is_a_log_and_no_second_till(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = _settings(tmp_path)
    with locked(settings) as code:
        assert code is None
        assert (settings.data_dir / "logs" / "pult.jsonl").exists()
        with locked(settings) as second:
            assert second == 2
    assert capsys.readouterr().err == (
        f"pult: Pult already runs with the data folder {settings.data_dir}\n"
    )
    with locked(settings) as code:
        assert code is None


@pytest.mark.parametrize("in_the_way", ["data", "data/logs"])
def test_a_folder_that_cannot_be_used_is_one_line_and_exit_code_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], in_the_way: str
) -> None:
    settings = _settings(tmp_path)
    place = tmp_path / in_the_way
    place.parent.mkdir(exist_ok=True)
    place.write_text("in the way")
    with locked(settings) as code:
        assert code == 3
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "cannot be used" in said
    place.unlink()
    with locked(settings) as code:
        assert code is None


def test_every_secret_of_the_settings_is_known_to_the_log(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    secrets = set(secrets_of(settings))
    assert {"a-long-callback-token", "the-api-key-of-cheers"} <= secrets
    assert isinstance(settings.callbacks.token, SecretStr)
