"""``pult --demo``: simulated vendors, a virtual printer, a virtual scanner, nothing to set up."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from app.bootstrap.adapters import Adapters
from app.bootstrap.catalogue import load_catalogue
from app.bootstrap.ending import leave
from app.bootstrap.locked import locked
from app.bootstrap.ourselves import ourselves
from app.bootstrap.window import DemoHooks, Program, run_window
from app.devices.scanners.virtual import VirtualScanner
from app.ports.vendor import VendorPlugin
from app.ports.vendor_models import VendorModels
from app.settings.load import load_settings
from app.settings.resources import resource_path
from app.settings.settings import Settings
from app.usecases.import_catalogue import ImportCatalogue

PER_MINUTE: Final = 2.0
"""So often a customer of each vendor orders."""
BUSY_PER_MINUTE: Final = 3.0
"""The same on a busy evening: seven orders a minute in all, since OktoPOS has a third."""
_KEY: Final = "demo-key"
_VENDORS: Final = ("cheers", "loke", "oktopos", "akinon", "cheerfy")
_TABLES: Final[Mapping[str, str]] = {
    "cheers": f'api_key = "{_KEY}"\nrefresh_seconds = 5',
    "loke": f"""organization_id = "demo-organization"
location_id = "demo-location"
token = "{_KEY}"
poll_seconds = 3""",
    "oktopos": f"""api_key = "{_KEY}"
send_from = ["cheers", "walkin"]
delivery_article = "9001"
poll_seconds = 5""",
    "akinon": f"""username = "cashier01"
password = "{_KEY}"
session_cookie = 'sessionid=demo-basket'""",
    "cheerfy": f'token = "{_KEY}"\nlocation_id = 1',
}


def run_demo(plugins: Mapping[str, VendorPlugin], pace: str | None = None) -> int:
    """Run Pult with everything simulated in a data folder of its own, which goes afterwards.

    At the `pace` "busy" customers order whatever staff do; else they stay away while many wait.
    """
    with contextlib.ExitStack() as running:
        # Whatever still hangs when the demo ends may yet write into the folder.
        folder = Path(
            running.enter_context(
                tempfile.TemporaryDirectory(prefix="pult-demo-", ignore_cleanup_errors=True)
            )
        )
        settings = _settings(folder, plugins)
        code = running.enter_context(locked(settings))
        if code is not None:
            return code
        running.enter_context(_simulated(settings, is_busy=pace == "busy"))
        ending = run_window(settings, plugins, demo=_hooks, environ={})
    return leave(ending)


def _settings(folder: Path, plugins: Mapping[str, VendorPlugin]) -> Settings:
    first = _free_row(len(_VENDORS) + 1)
    file = folder / "pult.toml"
    tables = "".join(
        f"[vendors.{name}]\nenabled = true\n"
        f'base_url = "http://127.0.0.1:{first + place}"\n{_TABLES[name]}\n'
        for place, name in enumerate(_VENDORS)
    )
    file.write_text(
        f"""[till]
name = "Demo counter"
data_dir = "{folder.as_posix()}"
[callbacks]
port = {first + len(_VENDORS)}
{tables}[[printers]]
name = "counter"
kind = "virtual"
[[scanners]]
name = "till scanner"
kind = "virtual"
""",
        encoding="utf-8",
    )
    # The shop's own environment must not reach into the demo; its language may.
    language = os.environ.get("PULT_TILL__LANGUAGE")
    return load_settings(
        file,
        vendor_models=VendorModels(plugins),
        environ={"PULT_TILL__LANGUAGE": language} if language else {},
    )


def _free_row(count: int) -> int:
    """Return the first of `count` ports in a row that nobody listens on."""
    while True:
        with contextlib.ExitStack() as held, contextlib.suppress(OSError, OverflowError):
            first = 0
            for place in range(count):
                one = held.enter_context(socket.socket())
                one.bind(("127.0.0.1", first + place if place else 0))
                first = first or one.getsockname()[1]
            return first


@contextlib.contextmanager
def _simulated(settings: Settings, *, is_busy: bool) -> Iterator[None]:
    """Run the simulated vendors in a process of their own, which ends with this one."""
    address = str(getattr(settings.vendors["cheers"], "base_url", ""))
    place = settings.callbacks
    command = ourselves(
        "simulate",
        *_VENDORS,
        "--port",
        address.rpartition(":")[2],
        "--callback-url",
        f"http://{place.host}:{place.port}{place.path}",
        "--per-minute",
        *([str(BUSY_PER_MINUTE), "--whatever-waits"] if is_busy else [str(PER_MINUTE)]),
        "--key",
        _KEY,
        "--exit-on-stdin-close",
    )
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _hooks(program: Program) -> DemoHooks:
    from app.ui.demo import DemoWindow

    window = DemoWindow(program.theme, _codes())
    program.window.add_demo(window)

    def started(adapters: Adapters) -> None:
        for scanner in adapters.scanners:
            if isinstance(scanner, VirtualScanner):
                window.scanned.connect(scanner.scan)
        currency = adapters.desk.shop.currency
        threading.Thread(target=fill, args=(currency,), name="demo catalogue", daemon=True).start()

    def fill(currency: str) -> None:
        file = load_catalogue(resource_path("demo/catalogue.csv"), currency)
        program.dispatch(ImportCatalogue(file))

    return DemoHooks(on_printed=window.add_slip, started=started)


def _codes() -> dict[str, tuple[str, ...]]:
    """Return what customers of the demo show, by what it is."""
    from app.simulators.akinon import demo_numbers
    from app.simulators.cheerfy import DEMO_CARDS
    from app.ui.wording.marked import QT_TRANSLATE_NOOP

    return {
        QT_TRANSLATE_NOOP("Demo", "Card"): DEMO_CARDS,
        QT_TRANSLATE_NOOP("Demo", "Number"): demo_numbers(),
        QT_TRANSLATE_NOOP("Demo", "Product"): ("2000000010014", "2000000010038"),
    }
