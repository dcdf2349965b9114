"""A setting that holds after a restart: Pult starts itself again, as the same process."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import wait_until
from tests.sinks.printer_sink import PrinterSink


def test_restart_now_puts_a_setting_to_work(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    screen.wait_for_status("Cheers: connected")
    screen.press("Settings")
    screen.press("Vendors")
    in_use = screen.wait_for(lambda: screen.find("check box", "In use"), "the vendor's switch")
    screen.tap(in_use)
    screen.press("Save")
    screen.press("Restart now")
    wait_until(lambda: "Cheers: connected" not in screen.status(), "the vendor to go", 30)
    screen.wait_until_open()
    screen.wait_for_status("counter: ready", 30)
    assert not any(line.startswith("Cheers") for line in screen.status())
    assert till.running  # the same process, as a watchdog needs it
    till.end_well()
