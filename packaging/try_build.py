"""Try the built program without a window:  python packaging/try_build.py dist/pult/pult

It must find its vendors, its kinds of printers and scanners and both readers of codes, talk to its
own simulated vendors, and print a slip. Its windows are tried by tests/e2e with PULT_TESTED.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import qrcode

KEY = "trial-key"
VENDORS = {
    "akinon": f'username = "cashier01"\npassword = "{KEY}"',
    "cheerfy": f'token = "{KEY}"\nlocation_id = 1',
    "cheers": f'api_key = "{KEY}"',
    "loke": "\n".join(
        [
            'organization_id = "demo-organization"',
            'location_id = "demo-location"',
            f'token = "{KEY}"',
        ]
    ),
    "oktopos": f'api_key = "{KEY}"',
}
LIGHTS = {"cheers": "amber"}  # it answers, but nobody calls this till from outside
SECONDS = 60


class Printer(threading.Thread):
    """A printer on a free port that answers nothing and keeps what it gets."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.paper = b""
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]

    def run(self) -> None:
        while True:
            line, _address = self._door.accept()
            with line:
                while piece := line.recv(4096):
                    self.paper += piece


class Trial:
    """Runs the program for a user of its own, whose home is `folder`."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.wrong: list[str] = []
        self._program = str(program)
        self._folder = folder
        self._environ = {
            **os.environ,
            "HOME": str(folder),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self) -> None:
        """Try everything there is to be tried without a window."""
        printer = Printer()
        printer.start()
        command = [self._program, "simulate", *VENDORS, "--port", "0", "--key", KEY]
        command.append("--exit-on-stdin-close")
        self._expect("--version", said=r"pult \d+\.\d+\.\d+")
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self._environ
        ) as simulated:
            assert simulated.stdin is not None and simulated.stdout is not None
            lines = [simulated.stdout.readline() for _vendor in VENDORS]
            addresses = dict(re.findall(r"(\w+) listens on (\S+),", "".join(lines)))
            config = self._settings(addresses, printer.port)
            self._check(config)
            self._expect("--config", config, "print-test", "--printer", "sink", said="sink: sent")
            simulated.stdin.close()
        if b"Pult" not in printer.paper:
            self.wrong.append(f"the printer got no slip, but {printer.paper[:80]!r}")

    def _settings(self, addresses: dict[str, str], printer_port: int) -> str:
        pictures = self._folder / "codes"
        pictures.mkdir()
        qrcode.make("PULT-TRIAL").save(str(pictures / "one.png"))
        tables = [f'[till]\ndata_dir = "{(self._folder / "data").as_posix()}"']
        for name, keys in VENDORS.items():
            tables.append(
                f'[vendors.{name}]\nenabled = true\nbase_url = "{addresses.get(name)}"\n{keys}'
            )
        tables.append(
            f'[[printers]]\nname = "sink"\nhost = "127.0.0.1"\nport = {printer_port}\n'
            'answers = "no"'
        )
        tables.append(
            f'[[scanners]]\nname = "pictures"\nkind = "camera"\nsource = "{pictures.as_posix()}"'
        )
        config = self._folder / "pult.toml"
        config.write_text("\n".join(tables) + "\n", encoding="utf-8")
        return str(config)

    def _check(self, config: str) -> None:
        found = json.loads(self._said("--config", config, "check", "--json") or '{"findings": []}')
        lights = {(each["what"], each["name"]): each for each in found["findings"]}
        for part in [*(("vendor", name) for name in VENDORS), ("printer", "sink")]:
            found = lights.get(part, {"light": "missing"})
            if found["light"] != LIGHTS.get(part[1], "green"):
                self.wrong.append(f"{' '.join(part)}: {found}")
        pictures = lights.get(("scanner", "pictures"), {"light": "missing"})
        if pictures["light"] != "green" or "pyzbar" in pictures["detail"]:
            self.wrong.append(f"scanner pictures: {pictures}")

    def _expect(self, *arguments: str, said: str) -> None:
        answer = self._said(*arguments)
        if not re.search(said, answer):
            self.wrong.append(f"pult {' '.join(arguments)} said {answer!r}, not {said!r}")

    def _said(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._program, *arguments],
            env=self._environ,
            cwd=self._folder,
            text=True,
            capture_output=True,
            timeout=SECONDS,
        )
        sys.stdout.write(done.stdout)
        sys.stderr.write(done.stderr)
        return done.stdout


def main(program: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(program).resolve(), Path(folder))
        trial.run()
    for line in trial.wrong:
        sys.stderr.write(f"wrong: {line}\n")
    return 1 if trial.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
