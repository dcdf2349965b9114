from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.news import Noticed
from app.domain.notice import Notice, Tone
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.routes import Route, Routes
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.staff import badge_digest
from app.domain.staff_news import BadgeWanted, StaffChanged
from app.runtime.handlers import HANDLERS
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.change_person import WorkAs
from app.usecases.desk import Desk
from app.usecases.handle_scan import HandleScan
from app.usecases.keep_person import (
    DropBadge,
    ErasePerson,
    KeepBadge,
    KeepPerson,
    PrintBadge,
    RemovePerson,
    WaitForBadge,
    keep_badge,
)
from app.usecases.recover import recover
from app.usecases.reject_order import RejectOrder
from app.usecases.see_order import OpenOrder
from app.usecases.try_pin import SettlePin
from app.usecases.undo_move import UndoMove
from tests.builders import an_order
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


@pytest.fixture
def counter() -> Counter:
    return Counter(FakeStore().with_orders(an_order()))


def do(counter: Counter, command: object) -> StaffChanged:
    news = HANDLERS[type(command)](command, counter.desk)
    return next((one for one in news if isinstance(one, StaffChanged)), StaffChanged(()))


def hire(counter: Counter, name: str) -> str:
    staff = do(counter, KeepPerson(name))
    return next(person.id for person in staff.people if person.name == name)


def scan(counter: Counter, text: str, desk: Desk | None = None) -> ScanAnswered:
    news = HANDLERS[HandleScan](HandleScan(text, again=True), desk or counter.desk)
    return next(one for one in news if isinstance(one, ScanAnswered))


def signatures(counter: Counter) -> list[tuple[EventKind, str]]:
    events = counter.store.reader().events("order-1")
    return [(event.kind, event.data.get("staff", "")) for event in events]


def test_each_event_names_who_worked_here_then(counter: Counter) -> None:
    anna, bela = hire(counter, "Anna"), hire(counter, "Béla")
    do(counter, OpenOrder("order-1"))
    do(counter, WorkAs(anna))
    do(counter, RejectOrder("order-1", "Sold out"))
    do(counter, WorkAs(bela))
    do(counter, UndoMove("order-1"))
    signed = signatures(counter)
    assert signed[0] == (EventKind.MOVED, anna)
    assert signed[-1] == (EventKind.UNDONE, bela)
    assert do(counter, WorkAs("")).works == ""


def test_a_push_knows_whose_act_it_tells_of(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    do(counter, WorkAs(anna))
    do(counter, AcceptOrder("order-1"))
    assert signatures(counter) == [(EventKind.MOVED, anna)]
    assert [push.by for push in counter.pushes("order-1")] == [anna]


def test_an_accept_without_a_press_is_nobodys(counter: Counter) -> None:
    do(counter, WorkAs(hire(counter, "Anna")))
    accept_order(AcceptOrder("order-1"), counter.desk)
    assert signatures(counter) == [(EventKind.MOVED, "")]
    assert [push.by for push in counter.pushes("order-1")] == [""]


def test_who_works_here_goes_on_after_a_restart(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    do(counter, WorkAs(anna))
    again = Counter(counter.store)
    (staff,) = (one for one in recover(again.desk) if isinstance(one, StaffChanged))
    assert (staff.works, again.desk.session.works) == (anna, anna)


def test_a_person_with_a_pin_is_not_chosen_by_a_tap(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    do(counter, SettlePin(1, anna, None, (b"s", b"d")))
    with pytest.raises(IllegalMove):
        do(counter, WorkAs(anna))
    with pytest.raises(IllegalMove):
        do(counter, WorkAs("nobody"))


def test_two_people_have_two_names_and_everybody_has_one(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    for name in ("anna", "  ", "\x07"):
        with pytest.raises(IllegalMove):
            do(counter, KeepPerson(name))
    assert [one.name for one in do(counter, KeepPerson("Anikó", anna)).people] == ["Anikó"]


def test_a_badge_is_scanned_once_for_its_owner_and_then_changes_the_person(
    counter: Counter,
) -> None:
    anna, bela = hire(counter, "Anna"), hire(counter, "Béla")
    assert scan(counter, "BADGE-7").verdict is ScanVerdict.UNKNOWN
    assert do(counter, WaitForBadge(anna)).badge_for == anna
    kept = scan(counter, "BADGE-7")
    assert (kept.verdict, kept.data, kept.text) == (ScanVerdict.BADGE_KEPT, {"name": "Anna"}, "")
    do(counter, WorkAs(bela))
    changed = scan(counter, "BADGE-7")
    assert (changed.verdict, changed.text) == (ScanVerdict.WORKS_NOW, "")
    assert counter.desk.session.works == anna
    do(counter, WaitForBadge(bela))
    assert scan(counter, "BADGE-7").verdict is ScanVerdict.BADGE_TAKEN
    assert "BADGE-7" not in str(vars(counter.store.kept))  # type: ignore[attr-defined]
    do(counter, DropBadge(anna))
    assert scan(counter, "BADGE-7").verdict is ScanVerdict.UNKNOWN


def test_who_was_removed_comes_back_under_the_same_name(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    do(counter, RemovePerson(anna))
    do(counter, KeepPerson("anna"))
    (seen,) = do(counter, WorkAs(anna)).people
    assert (seen.name, seen.works_here) == ("Anna", True)


def test_who_left_is_read_in_old_events_and_who_is_erased_is_not(counter: Counter) -> None:
    anna = hire(counter, "Zsuzsi")
    do(counter, SettlePin(1, anna, None, (b"s", b"d")))
    do(counter, WaitForBadge(anna))
    scan(counter, "BADGE-7")
    scan(counter, "BADGE-7")
    do(counter, AcceptOrder("order-1"))
    left = do(counter, RemovePerson(anna))
    (seen,) = left.people
    assert (seen.name, seen.works_here, seen.has_pin, seen.has_badge) == (
        "Zsuzsi",
        False,
        False,
        False,
    )
    assert left.works == ""
    assert scan(counter, "BADGE-7").verdict is ScanVerdict.UNKNOWN
    (erased,) = do(counter, ErasePerson(anna)).people
    assert (erased.id, erased.name) == (anna, "")
    assert "Zsuzsi" not in str(vars(counter.store.kept))  # type: ignore[attr-defined]
    assert signatures(counter) == [(EventKind.MOVED, anna)]


def test_a_printed_badge_counts_in_place_of_a_former_one(counter: Counter) -> None:
    anna = hire(counter, "Anna")
    keep_badge_of(counter, anna, "FORMER", PrintResult.PRINTED)
    keep_badge_of(counter, anna, "LATER", PrintResult.SENT)
    assert scan(counter, "LATER").verdict is ScanVerdict.WORKS_NOW
    assert scan(counter, "FORMER").verdict is ScanVerdict.UNKNOWN
    do(counter, RemovePerson(anna))
    for nobody in (anna, "nobody"):
        with pytest.raises(IllegalMove):
            keep_badge_of(counter, nobody, "LATER", PrintResult.PRINTED)


def test_a_badge_is_wanted_of_the_first_printer_of_slips_and_its_code_is_never_shown(
    counter: Counter,
) -> None:
    anna = hire(counter, "Anna")
    wish = HANDLERS[PrintBadge]
    counter.desk.session.routes = Routes((Route(printer="kitchen", slips=False),))
    assert wish(PrintBadge(anna), counter.desk) == []
    counter.desk.session.routes = Routes((*counter.desk.routes.routes, Route(printer="bar")))
    (wanted,) = wish(PrintBadge(anna), counter.desk)
    assert isinstance(wanted, BadgeWanted)
    assert (wanted.printer, wanted.person_id, wanted.badge.number) == ("bar", anna, "Anna")
    assert wanted.digest == badge_digest(wanted.badge.code)
    assert wanted.badge.code not in repr(wanted)
    do(counter, RemovePerson(anna))
    with pytest.raises(IllegalMove):
        wish(PrintBadge(anna), counter.desk)


@pytest.mark.parametrize("result", [PrintResult.NOT_STARTED, PrintResult.UNSURE])
def test_a_badge_that_is_not_on_paper_does_not_count(counter: Counter, result: PrintResult) -> None:
    anna = hire(counter, "Anna")
    keep_badge_of(counter, anna, "FORMER", PrintResult.PRINTED)
    notice = keep_badge_of(counter, anna, "LATER", result)
    assert scan(counter, "FORMER").verdict is ScanVerdict.WORKS_NOW
    assert scan(counter, "LATER").verdict is ScanVerdict.UNKNOWN
    assert notice.tone is Tone.WARN
    assert (notice.data["name"], notice.data["result"]) == ("Anna", result.value)


def keep_badge_of(counter: Counter, person: str, code: str, result: PrintResult) -> Notice:
    """Let the printer have done with a badge; return what staff are told."""
    word = PrinterWord.PAPER_OUT if result is PrintResult.NOT_STARTED else PrinterWord.READY
    outcome = PrintOutcome(result, PrinterStatus(word))
    news = keep_badge(KeepBadge(person, badge_digest(code), "counter", outcome), counter.desk)
    return next(each.notice for each in news if isinstance(each, Noticed))
