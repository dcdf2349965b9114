"""One thread per scanner: what it reads goes to the core lane at once."""

from __future__ import annotations

import logging
import threading
from typing import Final

from app.domain.device_news import PictureSeen, ScanSeen
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.picture import Picture
from app.ports.scanner import CodeRead, PicturePort, ScannerChanged, ScannerEvent, ScannerPort
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.usecases.handle_scan import HandleScan

_log = logging.getLogger(__name__)

FAULT_REST_SECONDS: Final = 2.0


class ScanLoop:
    """Reads one scanner for as long as the till is open, also after a fault of ours in its file.

    Thread: any; the reading has a thread of its own.
    """

    def __init__(self, core: Core, scanner: ScannerPort, lamps: Lamps) -> None:
        self._core = core
        self._scanner = scanner
        self._lamps = lamps
        self._stopped = threading.Event()
        name = f"scanner {scanner.name}"
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the reading to end; see `join`."""
        self._stopped.set()
        self.watch(False)
        self._scanner.stop()

    def watch(self, on: bool) -> None:
        """Tell the screen what the scanner sees, or no more; nothing where it sees nothing."""
        if isinstance(self._scanner, PicturePort):
            self._scanner.watch(self._show if on else None)

    def join(self, seconds: float) -> bool:
        """Wait for the reading to end; return whether it has."""
        if self._thread.is_alive():
            self._thread.join(timeout=max(seconds, 0.0))
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                for event in self._scanner.reads():
                    self._take(event)
            except Exception as error:
                _log.exception("fault in a scanner", extra={"event": "scanner_fault"})
                self._core.report_fault(error)
            self._stopped.wait(FAULT_REST_SECONDS)

    def _show(self, picture: Picture) -> None:
        self._core.relay.publish(PictureSeen(self._scanner.name, picture))

    def _take(self, event: ScannerEvent) -> None:
        name, publish = self._scanner.name, self._core.relay.publish
        if isinstance(event, CodeRead):
            publish(ScanSeen(name, event.text, event.trace))
            self._core.dispatch(HandleScan(event.text, scanner=name))
        elif isinstance(event, ScannerChanged):
            self._lamps.scanner_says(name, event.word, event.detail)
        else:
            publish(ScanSeen(name, "", event.trace, event.reason))
            data = {"device": name, "reason": event.reason}
            notice = Notice(NoticeCode.SCAN_DROPPED, Tone.WARN, data=data)
            publish(Noticed(notice, self._core.desk.clock.now()))
