from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from app.devices.scanners.virtual import VirtualScanner
from app.domain.device_news import PictureSeen
from app.domain.lamp import LampKind
from app.domain.news import Noticed
from app.domain.notice import NoticeCode
from app.domain.picture import Picture
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.ports.scanner import PicturePort, ScannerEvent
from app.runtime import scan_loop as loop_file
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.scan_loop import ScanLoop
from app.usecases.desk import Desk
from tests.builders import a_slip_code, an_order
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE


@pytest.fixture
def lamps(desk: Desk, relay: FakeRelay) -> Lamps:
    lamps = Lamps(desk.clock, relay)
    lamps.add(LampKind.SCANNER, "till scanner", "till scanner")
    return lamps


def _running(core: Core, scanner: VirtualScanner, lamps: Lamps) -> Iterator[VirtualScanner]:
    loop = ScanLoop(core, scanner, lamps)
    loop.start()
    yield scanner
    loop.stop()
    assert loop.join(PATIENCE)


@pytest.fixture
def scanner(core: Core, lamps: Lamps) -> Iterator[VirtualScanner]:
    yield from _running(core, VirtualScanner("till scanner"), lamps)


def _scans(relay: FakeRelay, count: int) -> list[ScanAnswered]:
    assert relay.wait_for(lambda news: sum(isinstance(n, ScanAnswered) for n in news) >= count)
    return relay.of(ScanAnswered)


def test_what_is_scanned_is_answered(
    scanner: VirtualScanner, store: FakeStore, relay: FakeRelay, lamps: Lamps
) -> None:
    store.with_orders(an_order())
    scanner.scan(a_slip_code("order-1"))
    answer = _scans(relay, 1)[0]
    assert answer.verdict is ScanVerdict.NOT_READY
    assert lamps.all()[0].word == "ready"


def test_what_cannot_be_read_is_told(scanner: VirtualScanner, relay: FakeRelay) -> None:
    scanner.scan("x" * 100_000)
    assert relay.wait_for(lambda news: any(isinstance(n, Noticed) for n in news))
    notice = relay.of(Noticed)[0].notice
    assert notice.code is NoticeCode.SCAN_DROPPED
    assert notice.data["device"] == "till scanner"


class Stumbling(VirtualScanner):
    """Has a fault in its file that shows once, at the first reading."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.readings = 0

    def reads(self) -> Iterator[ScannerEvent]:
        self.readings += 1
        if self.readings == 1:
            raise LookupError("ours")
        yield from super().reads()


@pytest.mark.expected_log("fault in a scanner", level="ERROR")
def test_a_fault_in_a_scanners_file_does_not_end_the_scanning(
    core: Core, lamps: Lamps, relay: FakeRelay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop_file, "FAULT_REST_SECONDS", 0.01)
    for scanner in _running(core, Stumbling("till scanner"), lamps):
        scanner.scan("hello")
        assert _scans(relay, 1)[0].verdict is ScanVerdict.UNKNOWN
    assert [news.notice.code for news in relay.of(Noticed)] == [NoticeCode.OUR_FAULT]


def test_a_loop_that_was_never_started_can_be_stopped(core: Core, lamps: Lamps) -> None:
    loop = ScanLoop(core, VirtualScanner("till scanner"), lamps)
    loop.stop()
    assert loop.join(0)


class Seeing(VirtualScanner, PicturePort):
    """A scanner that shows a picture whenever it is asked to."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.on_picture: Callable[[Picture], None] | None = None

    def watch(self, on_picture: Callable[[Picture], None] | None) -> None:
        self.on_picture = on_picture


def test_what_a_camera_sees_is_shown_while_somebody_looks(
    core: Core, lamps: Lamps, relay: FakeRelay
) -> None:
    camera = Seeing("till scanner")
    loop = ScanLoop(core, camera, lamps)
    picture = Picture(width=1, height=1, pixels=b"abc")
    loop.watch(True)
    assert camera.on_picture is not None
    camera.on_picture(picture)
    assert relay.of(PictureSeen) == [PictureSeen("till scanner", picture)]
    loop.watch(False)
    assert camera.on_picture is None
    loop.watch(True)
    loop.stop()
    assert camera.on_picture is None


def test_a_scanner_that_sees_nothing_can_be_watched_in_vain(core: Core, lamps: Lamps) -> None:
    ScanLoop(core, VirtualScanner("till scanner"), lamps).watch(True)
