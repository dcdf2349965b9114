"""The commands of CUPS as programs on PATH that answer what a test has laid down in a folder.

What they print is what CUPS 2.4 printed for the queues of a real cupsd.
"""

from __future__ import annotations

from pathlib import Path

HEAD = "printer slips {state} since Thu Nov 26 11:14:13 2026{dash}\n"
LONG = (
    "{said}\tForm mounted:\n\tContent types: any\n\tPrinter types: unknown\n"
    "\tDescription: slips\n\tAlerts: {alerts}\n\tLocation: \n\tConnection: direct\n"
)
JOB = "slips-7                 root              1024   Thu Nov 26 11:14:13 2026\n"

LPSTAT = """#!/bin/sh
cd "{folder}" || exit 9
[ -f hangs ] && exec sleep 30
if [ "$*" = "-r" ]; then
  [ -f stopped ] && echo "scheduler is not running" || echo "scheduler is running"
  exit 0
fi
if [ -f refuses ] || [ -f stopped ]; then
  echo 'lpstat: Invalid destination name in list "slips".' >&2
  exit 1
fi
case "$*" in
  "-a") cat accepting;;
  "-l -p slips") cat printer;;
  "-l -W not-completed -o slips")
    first=$(ls open.* 2>/dev/null | head -n 1)
    [ -n "$first" ] && cat "$first"
    case "$first" in *.stays|"") ;; *) rm "$first";; esac;;
  "-l -W completed -o slips") cat done;;
  *) echo "odd call $*" >&2; exit 8;;
esac
exit 0
"""
LP = """#!/bin/sh
cd "{folder}" || exit 9
[ "$*" = "-d slips -o raw -" ] || exit 8
[ "$LC_ALL" = "C" ] || exit 7
[ -f lp.hangs ] && exec sleep 30
[ -f lp.refuses ] && {{ echo 'lp: Error - The printer or class does not exist.' >&2; exit 1; }}
cat > job
[ -f lp.mute ] || echo "request id is slips-7 (0 file(s))"
"""
CANCEL = """#!/bin/sh
cd "{folder}" || exit 9
[ "$*" = "slips-7" ] || exit 8
[ -f cancel.refuses ] && {{ echo "cancel: cancel-job failed: Job #7 is already completed - can't \
cancel." >&2; exit 1; }}
rm -f open.*
cp cancelled done
"""


class FakeCups:
    """`bin` belongs on PATH. `open` are the job's looks one after the other, the last one stays."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name, text in (("lpstat", LPSTAT), ("lp", LP), ("cancel", CANCEL)):
            program = self.bin / name
            program.write_text(text.format(folder=folder))
            program.chmod(0o755)
        self._put("accepting", "slips accepting requests since Thu Nov 26 11:14:13 2026\n")
        self.printer()
        self.finished("processing-to-stop-point")
        self.when_cancelled("processing-to-stop-point")

    def printer(
        self, state: str = "is idle.  enabled", alerts: str = "none", said: str = ""
    ) -> None:
        dash = " -" if state == "disabled" else ""
        said = f"\t{said}\n" if said else ""
        head = HEAD.format(state=state, dash=dash)
        self._put("printer", head + LONG.format(said=said, alerts=alerts))

    def open(self, *alerts: str, stays: bool = False) -> None:
        for place, alert in enumerate(alerts):
            last = ".stays" if stays and place == len(alerts) - 1 else ""
            self._put(
                f"open.{place}{last}", f"{JOB}\tStatus: \n\tAlerts: {alert}\n\tqueued for slips\n"
            )

    def finished(self, alerts: str | None) -> None:
        self._put("done", _ended(alerts))

    def when_cancelled(self, alerts: str) -> None:
        self._put("cancelled", _ended(alerts))

    def suffers(self, what: str) -> None:
        self._put(what, "")

    @property
    def job(self) -> bytes:
        path = self._folder / "job"
        return path.read_bytes() if path.exists() else b""

    @property
    def left_open(self) -> bool:
        return any(self._folder.glob("open.*"))

    def _put(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text)


def _ended(alerts: str | None) -> str:
    return "" if alerts is None else f"{JOB}\tAlerts: {alerts}\n\tqueued for slips\n"
