"""The PIN on a real till: hashed on its lane, and asked for by the core whoever sends the act."""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.device_news import DeviceKept, TemplateKept
from app.domain.lamp import LampKind
from app.domain.news import CommandRefused
from app.domain.notice import NoticeCode
from app.domain.settings_news import NEEDS_PIN, SetupCopied
from app.domain.shift import CashWay
from app.domain.slip_template import SlipTemplate
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import PinAnswered, PinVerdict
from app.usecases.move_cash import MoveCash
from app.usecases.try_pin import TryPin
from tests.builders import huf
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.test_device_setup import devices_of
from tests.contract.runtime.test_settings_kept import answer, settings_of
from tests.sinks.printer_sink import PrinterSink

OUT = MoveCash(CashWay.OUT, huf(900), "bread")


def tried(counter: Counter, command: TryPin) -> PinVerdict:
    counter.dispatch(command)

    def come() -> list[PinAnswered]:
        said = counter.screen.of(PinAnswered)
        return [news for news in said if news.question == command.question]

    (news,) = counter.screen.wait(come, "the answer to the PIN")
    verdict: PinVerdict = news.verdict
    return verdict


def guarded(make_counter: MakeCounter, *printers: PrinterSink) -> Counter:
    """Give a till whose PIN is 4711, started anew since it was set."""
    counter = make_counter(*printers, staff={"pin_for": [act.value for act in GuardedAct]})
    counter.open()
    assert tried(counter, TryPin(1, SHOP_PIN, fresh="4711")) is PinVerdict.KEPT
    counter.close()
    counter.open()
    return counter


def test_cash_goes_out_only_after_the_pin_and_once(make_counter: MakeCounter) -> None:
    counter = guarded(make_counter)
    screen = counter.screen
    counter.dispatch(OUT)
    screen.wait(lambda: screen.notices(NoticeCode.PIN_NEEDED), "a no")
    assert [news.command for news in screen.of(CommandRefused)] == ["MoveCash"]
    assert not screen.of(ShiftChanged)
    assert tried(counter, TryPin(2, SHOP_PIN, "0000", act=GuardedAct.CLOSING)) is PinVerdict.WRONG
    counter.dispatch(OUT)
    screen.wait(lambda: len(screen.of(CommandRefused)) == 2, "a second no")
    assert tried(counter, TryPin(3, SHOP_PIN, "4711", act=GuardedAct.CLOSING)) is PinVerdict.RIGHT
    counter.dispatch(OUT)
    (changed,) = screen.wait(lambda: screen.of(ShiftChanged), "the cash")
    assert changed.step is ShiftStep.PAID_OUT
    counter.dispatch(OUT)
    screen.wait(lambda: len(screen.of(CommandRefused)) == 3, "a third no")
    assert len(screen.of(ShiftChanged)) == 1


def test_settings_are_written_and_copied_only_after_the_pin(
    make_counter: MakeCounter, tmp_path: Path
) -> None:
    counter = guarded(make_counter)
    assert counter.settings is not None
    file = counter.settings.path
    before = file.read_bytes()
    copied = tmp_path / "copied.pultsetup"
    with settings_of(counter) as settings:
        settings.keep(1, {"till.name": "Back counter"})
        refused = answer(counter, 1)
        assert (refused.key, refused.why) == ("till.name", NEEDS_PIN)
        settings.write_setup(2, str(copied), "a long passphrase")
        (told,) = counter.screen.wait(lambda: counter.screen.of(SetupCopied), "an answer")
        assert told.fault == "pin"
        assert file.read_bytes() == before
        assert not copied.exists()
        tried(counter, TryPin(3, SHOP_PIN, "4711", act=GuardedAct.SETTINGS))
        settings.keep(4, {"till.name": "Back counter"})
        assert answer(counter, 4).problem == ""
        settings.write_setup(5, str(copied), "a long passphrase")
        counter.screen.wait(lambda: len(counter.screen.of(SetupCopied)) == 2, "the copy")
    assert tomllib.loads(file.read_text())["till"]["name"] == "Back counter"
    assert copied.exists()


def test_printers_scanners_and_slips_change_only_after_the_pin(make_counter: MakeCounter) -> None:
    counter = guarded(make_counter)
    assert counter.settings is not None
    file = counter.settings.path
    before, screen = file.read_bytes(), counter.screen
    with devices_of(counter) as devices:
        devices.keep_printer("bar", {"kind": "virtual"})
        devices.keep_scanner("hand", {"kind": "virtual"})
        devices.keep_template(SlipTemplate(top=("Welcome",)))
        devices.accept_device(LampKind.PRINTER, "bar")
        screen.wait(lambda: len(screen.notices(NoticeCode.PIN_NEEDED)) == 4, "four noes")
        assert [news.problem for news in screen.of(DeviceKept)] == [NEEDS_PIN, NEEDS_PIN]
        assert [news.problem for news in screen.of(TemplateKept)] == [NEEDS_PIN]
        assert file.read_bytes() == before
        tried(counter, TryPin(2, SHOP_PIN, "4711", act=GuardedAct.SETTINGS))
        devices.keep_printer("bar", {"kind": "virtual"})
        screen.wait(lambda: len(screen.of(DeviceKept)) == 3, "the printer")
    assert screen.of(DeviceKept)[-1].problem == ""
    assert "bar" in file.read_text()
