"""run.sh and test.sh as real bash, on machines that lack this or that; the tools are stand-ins."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="bash and dpkg are not on Windows")

ROOT = Path(__file__).parents[2]
# fmt: off
REAL_TOOLS = [
    "basename", "bash", "cat", "cp", "dirname", "env", "flock", "grep", "id", "mkdir", "mkfifo",
    "mktemp", "mv", "rm", "sha256sum", "tail", "true",
]
NEEDED = [
    "libgl1", "libegl1", "libglib2.0-0t64", "libfontconfig1", "libxkbcommon0", "libdbus-1-3",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0",
]
WANTED = [
    "libpulse0", "libxext6", "libxrandr2", "libzbar0", "libusb-1.0-0", "fonts-noto-color-emoji",
]
# fmt: on

# A Python of some version that can do -c, -m venv, -m pip install; the one in .venv runs `app`.
PYTHON = r"""#!/bin/bash
echo "$(basename "$0") $*" >>"$CALLS"
case "$1 ${2-}" in
"-c import sys"*) [[ "$MINOR" -ge 11 ]] || exit 1; echo "3.$MINOR" ;;
"-c import venv"*) [[ ! -e "$NO_VENV" ]] || exit 1 ;;
"-c import os"*) echo "$0" ;;
"--version "*) echo "Python 3.$MINOR.1" ;;
"-m venv") mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
"-m pip") [[ "$3" == --version || ! -e "$PIP_FAILS" ]] || { cat "$PIP_FAILS" >&2; exit 1; } ;;
"-P -m") shift 3; printf 'app:'; printf ' <%s>' "$@"; exit 7 ;;
esac
"""
APT_GET = r"""#!/bin/bash
echo "apt-get $*" >>"$CALLS"
[[ ! -e "$APT_FAILS" ]] || { cat "$APT_FAILS" >&2; exit 100; }
for word in "$@"; do [[ "$word" == lib* || "$word" == *-venv ]] && echo "$word" >>"$DPKG"; done
if [[ "$*" == *-venv* ]]; then rm -f "$NO_VENV"; fi
"""
DPKG_QUERY = r"""#!/bin/bash
echo "dpkg-query" >>"$CALLS"
while read -r name; do printf 'installed %s ' "$name"; done <"$DPKG"
"""


@dataclass
class Answer:
    """What one run of a script said and did."""

    code: int
    out: str
    lines: list[str]
    calls: list[str]

    def did(self, word: str) -> bool:
        return any(word in call for call in self.calls)


class Machine:
    """A PATH of its own, and a copy of the scripts in a folder with spaces in its name."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.bin = place / "bin"
        self.house = place / "my shop's till"
        self.calls = place / "calls"
        self.dpkg = place / "dpkg"
        self.bin.mkdir()
        self.house.mkdir()
        for tool in REAL_TOOLS:
            self.bin.joinpath(tool).symlink_to(str(shutil.which(tool)))
        shutil.copytree(ROOT / "packaging", self.house / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.house)
        self.has("uname", "#!/bin/bash\necho Linux\n")
        self.has("dpkg-query", DPKG_QUERY)
        self.has("apt-get", APT_GET)
        self.has("apt-cache", "#!/bin/bash\nexit 100\n")
        self.dpkg.write_text("\n".join([*NEEDED, *WANTED, ""]))

    def has(self, name: str, text: str) -> None:
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)

    def lacks(self, name: str) -> None:
        self.bin.joinpath(name).unlink()

    def has_python(self, minor: int, name: str = "") -> None:
        self.has(name or f"python3.{minor}", PYTHON.replace("$MINOR", str(minor)))

    def is_not_root(self) -> None:
        self.lacks("id")
        self.has("id", "#!/bin/bash\necho 1000\n")

    def not_installed(self, *names: str) -> None:
        left = [name for name in self.dpkg.read_text().split() if name not in names]
        self.dpkg.write_text("\n".join([*left, ""]))

    def fails(self, tool: str, words: str) -> None:
        (self.place / f"{tool}-fails").write_text(words)

    def works_again(self, tool: str) -> None:
        (self.place / f"{tool}-fails").unlink()

    def lacks_venv(self) -> None:
        (self.place / "no-venv").touch()

    def run(self, *arguments: str, script: str = "run.sh") -> Answer:
        self.calls.write_text("")
        done = subprocess.run(
            [self.bin / "bash", self.house / "packaging" / script, *arguments],
            cwd=self.place,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            env={
                "PATH": str(self.bin),
                "TMPDIR": str(self.place),
                "CALLS": str(self.calls),
                "DPKG": str(self.dpkg),
                "NO_VENV": str(self.place / "no-venv"),
                "PIP_FAILS": str(self.place / "pip-fails"),
                "APT_FAILS": str(self.place / "apt-fails"),
                "LC_ALL": "C",
            },
        )
        calls = self.calls.read_text().splitlines()
        return Answer(done.returncode, done.stdout, done.stderr.splitlines(), calls)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A Debian with all libraries and three Pythons, of which 3.13 is the newest suitable."""
    machine = Machine(tmp_path)
    machine.has_python(9, "python3")
    machine.has_python(11)
    machine.has_python(13)
    return machine


def test_first_start_installs_with_the_newest_python_and_hands_on_arguments(
    machine: Machine,
) -> None:
    answer = machine.run("--config", "a b.toml")
    assert (answer.code, answer.out) == (7, "app: <--config> <a b.toml>")
    assert answer.did("python3.13 -m venv")
    assert answer.did("pip install")
    assert not answer.did("apt-get")
    assert all(line.startswith("pult: ") for line in answer.lines)


def test_second_start_only_starts(machine: Machine) -> None:
    machine.run()
    answer = machine.run("check")
    assert answer.calls == ["python -P -m app check"]
    assert answer.lines == []


def test_changed_pyproject_installs_again_in_the_same_environment(machine: Machine) -> None:
    machine.run()
    with (machine.house / "pyproject.toml").open("a") as file:
        file.write("\n# another library\n")
    answer = machine.run()
    assert answer.did("pip install")
    assert not answer.did("-m venv")
    assert machine.run().calls == ["python -P -m app"]


def test_moved_folder_gets_a_new_environment(machine: Machine) -> None:
    machine.run()
    machine.house = machine.house.rename(machine.place / "moved")
    assert machine.run().did("-m venv")
    assert not machine.run().did("-m venv")


def test_environment_whose_python_is_gone_is_made_anew(machine: Machine) -> None:
    machine.run()
    python = machine.house / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to(machine.place / "removed")
    assert machine.run().did("-m venv")


def test_install_that_broke_off_is_done_again_from_the_start(machine: Machine) -> None:
    machine.fails("pip", "ERROR: disk full\n")
    answer = machine.run()
    assert answer.code == 1
    assert answer.lines[-1] == "pult: could not install the Python packages (ERROR: disk full)"
    machine.works_again("pip")
    answer = machine.run()
    assert answer.code == 7
    assert answer.did("-m venv")


def test_environment_made_by_hand_is_kept(machine: Machine) -> None:
    machine.run()
    (machine.house / ".venv" / "pult-stamp").unlink()
    answer = machine.run()
    assert answer.did("pip install")
    assert not answer.did("-m venv")


def test_no_network_for_python_packages(machine: Machine) -> None:
    machine.fails("pip", "WARNING: NewConnectionError('Temporary failure in name resolution')\n")
    answer = machine.run()
    assert answer.code == 1
    assert answer.lines[-1] == "pult: no network: could not fetch the Python packages"


def test_missing_libraries_are_installed_without_sudo_as_root(machine: Machine) -> None:
    machine.not_installed("libgl1", "libzbar0")
    answer = machine.run()
    assert answer.code == 7
    installs = [call for call in answer.calls if "install" in call and "apt-get" in call]
    assert len(installs) == 1
    assert installs[0].endswith("--no-install-recommends libgl1 libzbar0")
    assert not answer.did("apt-get -q -y -o DPkg::Lock::Timeout=120 update")


def test_no_network_for_libraries(machine: Machine) -> None:
    machine.not_installed("libgl1")
    machine.fails("apt", "W: Temporary failure resolving 'deb'\nE: Unable to locate package\n")
    answer = machine.run()
    assert answer.code == 1
    assert answer.lines[-1] == "pult: no network: could not fetch libgl1"
    assert answer.did("update")


def test_no_sudo_says_what_an_administrator_has_to_do(machine: Machine) -> None:
    machine.is_not_root()
    machine.not_installed("libgl1", "libxcb-cursor0")
    answer = machine.run()
    assert answer.code == 1
    wanted = "pult: no sudo: ask an administrator to run: apt-get install libgl1 libxcb-cursor0"
    assert answer.lines == [wanted]
    assert not answer.did("apt-get")


def test_sudo_that_wants_a_password_and_has_no_terminal_is_no_sudo(machine: Machine) -> None:
    machine.is_not_root()
    machine.has("sudo", "#!/bin/bash\nexit 1\n")
    machine.not_installed("libgl1")
    assert machine.run().lines[-1].startswith("pult: no sudo: ")


def test_sudo_is_used_where_needed(machine: Machine) -> None:
    machine.is_not_root()
    machine.has("sudo", '#!/bin/bash\necho "sudo $*" >>"$CALLS"\nshift; exec "$@"\n')
    machine.not_installed("libgl1")
    answer = machine.run()
    assert answer.code == 7
    assert answer.did("sudo -- env DEBIAN_FRONTEND=noninteractive apt-get")
    assert not any(call.startswith("sudo") and "pip" in call for call in answer.calls)


def test_start_goes_on_without_libraries_that_are_only_wanted(machine: Machine) -> None:
    machine.is_not_root()
    machine.not_installed("libzbar0")
    answer = machine.run()
    assert answer.code == 7
    assert "pult: going on without libzbar0, which could not be installed" in answer.lines


def test_too_old_python(machine: Machine) -> None:
    machine.lacks("python3.11")
    machine.lacks("python3.13")
    answer = machine.run()
    assert answer.code == 1
    assert answer.lines[-1] == "pult: Python 3.11 or newer is needed, found: Python 3.9.1"
    assert not (machine.house / ".venv").exists()


def test_no_python_and_no_network(machine: Machine) -> None:
    for name in ("python3", "python3.11", "python3.13"):
        machine.lacks(name)
    machine.fails("apt", "E: Could not resolve 'deb'\n")
    answer = machine.run()
    assert answer.code == 1
    assert answer.lines == [
        "pult: Python 3.11 or newer is needed, found: none; there is no network to fetch it"
    ]


def test_python_without_venv_gets_the_package_for_it(machine: Machine) -> None:
    machine.lacks_venv()
    answer = machine.run()
    assert answer.code == 7
    assert answer.did("install --no-install-recommends python3.13-venv")


def test_other_systems_are_told_the_libraries_and_go_on(machine: Machine) -> None:
    machine.lacks("dpkg-query")
    machine.lacks("apt-get")
    answer = machine.run()
    assert answer.code == 7
    assert "libxcb-cursor0" in answer.lines[0]


def test_tests_need_more_than_the_program_and_their_environment_serves_both(
    machine: Machine,
) -> None:
    machine.run()
    machine.not_installed("xvfb", "xdotool")
    answer = machine.run(script="test.sh")
    assert answer.did("install --no-install-recommends xvfb xdotool")
    assert answer.did("-e .[dev]")
    assert machine.run().calls == ["python -P -m app"]


def test_checks_go_on_past_a_failing_one_and_tests_get_a_display_of_their_own(
    machine: Machine,
) -> None:
    machine.has("Xvfb", '#!/bin/bash\necho "Xvfb $*" >>"$CALLS"\necho 4711 >&3\nread -r -t 20 _\n')
    machine.has("lint-imports", "#!/bin/bash\nexit 1\n")
    text = machine.bin.joinpath("python3.13").read_text()
    machine.has("python3.13", text + 'echo "display=${DISPLAY-}" >>"$CALLS"\n')
    answer = machine.run("-k", "a b", script="test.sh")
    assert answer.code == 1
    assert answer.lines[-1] == "pult: failed: lint-imports"
    steps = [call for call in answer.calls if call.startswith("python -m")]
    assert steps[-4:] == [
        "python -m ruff format --check",
        "python -m ruff check",
        "python -m mypy app",
        "python -m pytest -k a b",
    ]
    assert answer.calls[-1] == "display=:4711"


def test_scripts_please_shellcheck() -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("shellcheck is not installed here")
    scripts = sorted(ROOT.glob("packaging/*.sh"))
    done = subprocess.run(
        ["shellcheck", "-x", *scripts], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
