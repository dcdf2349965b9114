"""Badges for members of staff, printed by the printer of slips."""

from __future__ import annotations

from app.domain.notice import NoticeCode
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.staff import BADGE_LENGTH, BADGE_LETTERS, SHOP_PIN, GuardedAct
from app.domain.staff_news import PersonSeen, StaffChanged
from app.usecases.handle_scan import HandleScan
from app.usecases.keep_person import KeepPerson, PrintBadge
from app.usecases.try_pin import TryPin
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.test_guarded_acts import guarded, tried
from tests.sinks.printer_sink import PrinterSink


def zsuzsi(counter: Counter) -> PersonSeen:
    """Somebody who is put on the list."""
    counter.dispatch(KeepPerson("Zsuzsi"))
    (person,) = counter.screen.wait(
        lambda: next((news.people for news in counter.screen.of(StaffChanged) if news.people), ()),
        "the list",
    )
    return person


def test_a_badge_is_printed_and_counts_from_then_on(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    person = zsuzsi(counter)
    counter.dispatch(PrintBadge(person.id))
    printer.wait_for_slips(1)
    assert "Zsuzsi" in printer.text(0)
    code = printer.qr(0)
    assert len(code) == BADGE_LENGTH
    assert set(code) <= set(BADGE_LETTERS)
    assert printer.text(0).count(f"[{code}]") == printer.text(0).count(code) == 1
    assert counter.screen.wait_for_notice(NoticeCode.BADGE_PRINTED).data["result"] == "printed"
    counter.dispatch(HandleScan(code))
    counter.screen.wait(lambda: counter.screen.of(ScanAnswered), "the answer")
    answer = counter.screen.of(ScanAnswered)[-1]
    assert (answer.verdict, answer.data["name"]) == (ScanVerdict.WORKS_NOW, "Zsuzsi")


def test_a_badge_without_paper_is_told_and_does_not_count(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    person = zsuzsi(counter)
    printer.become("paper out")
    counter.dispatch(PrintBadge(person.id))
    notice = counter.screen.wait_for_notice(NoticeCode.BADGE_PRINTED)
    assert (notice.data["result"], notice.data["cause"]) == ("not started", "paper out")
    assert printer.slips == []
    assert not any(each.has_badge for each in counter.screen.of(StaffChanged)[-1].people)


def test_a_badge_is_printed_only_after_the_pin(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = guarded(make_counter, printer)
    tried(counter, TryPin(2, SHOP_PIN, "4711", act=GuardedAct.SETTINGS))
    counter.dispatch(KeepPerson("Zsuzsi"))
    screen = counter.screen
    people = screen.wait(
        lambda: next((news.people for news in screen.of(StaffChanged) if news.people), ()),
        "the list",
    )
    counter.close()
    counter.open()
    counter.dispatch(PrintBadge(people[0].id))
    counter.screen.wait(lambda: counter.screen.notices(NoticeCode.PIN_NEEDED), "a no")
    tried(counter, TryPin(3, SHOP_PIN, "4711", act=GuardedAct.SETTINGS))
    counter.dispatch(PrintBadge(people[0].id))
    printer.wait_for_slips(1)
    counter.close()
    assert len(printer.slips) == 1
