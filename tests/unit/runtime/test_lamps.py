from __future__ import annotations

import threading

import pytest

from app.domain.errors import VendorLoginFailed, VendorRefused, VendorSpokeOddly, VendorUnavailable
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import LampChanged, News, Noticed
from app.domain.notice import NoticeCode
from app.domain.printing import PrinterStatus, PrinterWord
from app.ports.relay import RelayPort
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeResult, ProbeWord
from app.runtime.lamps import Lamps
from tests.builders import at
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay
from tests.patience import PATIENCE


@pytest.fixture
def frozen() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def lamps(frozen: FrozenClock, relay: FakeRelay) -> Lamps:
    lamps = Lamps(frozen, relay)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    lamps.add(LampKind.PRINTER, "counter", "counter")
    lamps.add(LampKind.SCANNER, "till scanner", "till scanner")
    return lamps


def _cheers(lamps: Lamps) -> Lamp:
    return lamps.all()[0]


def _codes(relay: FakeRelay) -> list[NoticeCode]:
    return [news.notice.code for news in relay.of(Noticed)]


def test_nothing_is_claimed_before_anybody_was_asked(lamps: Lamps) -> None:
    assert {(lamp.word, lamp.tone) for lamp in lamps.all()} == {("not asked yet", LampTone.IDLE)}


@pytest.mark.parametrize(
    ("error", "word", "tone", "code"),
    [
        (
            VendorUnavailable("cheers", "gone", sent=False),
            "offline",
            LampTone.BAD,
            NoticeCode.VENDOR_GONE,
        ),
        (
            VendorLoginFailed("cheers", "HTTP 401"),
            "key not accepted",
            LampTone.BAD,
            NoticeCode.LOGIN_FAILED,
        ),
        (
            VendorLoginFailed("cheers", "HTTP 403", id_may_be_wrong=True),
            "shop not let in",
            LampTone.BAD,
            NoticeCode.LOGIN_FAILED,
        ),
        (
            VendorSpokeOddly("cheers", "not JSON"),
            "odd answer",
            LampTone.WARN,
            NoticeCode.SPOKE_ODDLY,
        ),
    ],
)
def test_a_failure_is_shown_and_told_once(
    lamps: Lamps,
    relay: FakeRelay,
    error: VendorUnavailable,
    word: str,
    tone: LampTone,
    code: NoticeCode,
) -> None:
    for _ in range(3):
        lamps.vendor_failed("cheers", error)
    assert (_cheers(lamps).word, _cheers(lamps).tone) == (word, tone)
    assert _cheers(lamps).detail == error.message
    assert _codes(relay) == [code]


def test_a_refusal_is_a_good_contact(lamps: Lamps, relay: FakeRelay) -> None:
    lamps.vendor_failed("cheers", VendorRefused("cheers", "too late"))
    assert _cheers(lamps).word == "connected"
    assert _codes(relay) == []


def test_since_is_when_the_word_changed_and_contact_is_the_last_good_one(
    lamps: Lamps, frozen: FrozenClock
) -> None:
    began = frozen.now()
    lamps.vendor_answered("cheers", with_order=True)
    later = frozen.advance(minutes=1)
    lamps.vendor_answered("cheers")
    gone = frozen.advance(minutes=1)
    lamps.vendor_failed("cheers", VendorUnavailable("cheers", "gone", sent=False))
    frozen.advance(minutes=5)
    lamps.vendor_failed("cheers", VendorUnavailable("cheers", "gone", sent=False))
    lamp = _cheers(lamps)
    assert (lamp.since, lamp.last_contact, lamp.last_order) == (gone, later, began)


def test_a_vendor_that_cannot_reach_this_till_stays_so_until_it_does(
    lamps: Lamps, relay: FakeRelay
) -> None:
    lamps.vendor_probed("cheers", ProbeResult(ProbeWord.NOT_REACHED))
    lamps.vendor_answered("cheers")
    assert _cheers(lamps).word == "cannot reach this till"
    assert _codes(relay) == [NoticeCode.CALLBACKS_FAIL]
    lamps.callback_arrived("cheers")
    assert _cheers(lamps).word == "connected"


def test_a_till_that_does_not_listen_is_not_called_well(lamps: Lamps) -> None:
    lamps.till_listens("cheers", False)
    lamps.vendor_probed("cheers", ProbeResult(ProbeWord.CONNECTED))
    assert (_cheers(lamps).word, _cheers(lamps).tone) == ("cannot reach this till", LampTone.WARN)
    lamps.till_listens("cheers", True)
    lamps.vendor_answered("cheers")
    assert _cheers(lamps).word == "connected"


def test_a_probe_that_fails_is_shown_with_its_detail(lamps: Lamps) -> None:
    lamps.vendor_probed("cheers", ProbeResult(ProbeWord.OFFLINE, "no connection"))
    assert (_cheers(lamps).word, _cheers(lamps).detail) == ("offline", "no connection")


@pytest.mark.parametrize(
    ("word", "tone"),
    [
        (PrinterWord.READY, LampTone.OK),
        (PrinterWord.PAPER_LOW, LampTone.WARN),
        (PrinterWord.PAPER_OUT, LampTone.BAD),
        (PrinterWord.NOT_REACHABLE, LampTone.BAD),
    ],
)
def test_a_printers_word_is_its_lamp(lamps: Lamps, word: PrinterWord, tone: LampTone) -> None:
    lamps.printer_says("counter", PrinterStatus(word))
    lamp = lamps.all()[1]
    assert (lamp.word, lamp.tone) == (word.value, tone)
    assert (lamp.last_contact is None) is (word is PrinterWord.NOT_REACHABLE)


def test_a_scanner_in_trouble_is_told(lamps: Lamps, relay: FakeRelay) -> None:
    lamps.scanner_says("till scanner", ScannerWord.NOT_FOUND, "no such file")
    assert lamps.all()[2].word == "not found"
    lamps.scanner_says("till scanner", ScannerWord.READY, "/dev/ttyACM0")
    assert lamps.all()[2].tone is LampTone.OK
    assert _codes(relay) == [NoticeCode.SCANNER_TROUBLE]


def test_nobody_is_lit_who_is_not_there(lamps: Lamps, relay: FakeRelay) -> None:
    before = len(relay.published)
    lamps.vendor_answered("loke")
    lamps.printer_says("kitchen", PrinterStatus(PrinterWord.READY))
    assert len(relay.published) == before


def test_changes_from_many_threads_lose_nothing_and_end_with_the_newest_shown(
    lamps: Lamps, relay: FakeRelay
) -> None:
    start = threading.Barrier(3)

    def orders() -> None:
        start.wait(PATIENCE)
        for _ in range(300):
            lamps.vendor_answered("cheers", with_order=True)

    def troubles() -> None:
        start.wait(PATIENCE)
        for _ in range(300):
            lamps.vendor_failed("cheers", VendorUnavailable("cheers", "gone", sent=False))

    def probes() -> None:
        start.wait(PATIENCE)
        for _ in range(300):
            lamps.vendor_probed("cheers", ProbeResult(ProbeWord.CONNECTED))

    threads = [threading.Thread(target=work) for work in (orders, troubles, probes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shown = [news.lamp for news in relay.of(LampChanged) if news.lamp.name == "cheers"]
    assert len(shown) == 901
    assert shown[-1] == _cheers(lamps)
    assert shown[-1].last_order is not None


def test_what_a_message_calls_may_ask_the_lamps(frozen: FrozenClock) -> None:
    """On the window's own thread a message is taken at once, while the lamp is being changed."""

    class Asking(RelayPort):
        def __init__(self) -> None:
            self.seen: list[int] = []

        def publish(self, news: News) -> None:
            self.seen.append(len(lamps.all()))

    asking = Asking()
    lamps = Lamps(frozen, asking)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    lamps.vendor_answered("cheers")
    assert asking.seen == [1, 1]


def test_the_last_order_of_earlier_runs_is_known_until_a_newer_one_comes(
    lamps: Lamps, frozen: FrozenClock
) -> None:
    lamps.had_order("cheers", at(1))
    assert _cheers(lamps).last_order == at(1)
    lamps.vendor_answered("cheers", with_order=True)
    lamps.had_order("cheers", at(2))
    assert _cheers(lamps).last_order == frozen.now()
    lamps.had_order("nobody", at(2))


def test_how_often_a_vendor_is_heard_of_stays_with_its_lamp(relay: FakeRelay) -> None:
    lamps = Lamps(FrozenClock(), relay)
    lamps.add(LampKind.VENDOR, "loke", "LOKE", heard_every=10)
    lamps.vendor_answered("loke")
    assert lamps.all()[0].heard_every == 10
