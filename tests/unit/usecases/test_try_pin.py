from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import IllegalMove
from app.domain.staff import SHOP_PIN, PinRecord, badge_digest, hash_pin, is_pin, wait_after
from app.domain.staff_news import PinAnswered, PinHashWanted, PinStanding, PinVerdict
from app.usecases.keep_person import KeepPerson, keep_person
from app.usecases.try_pin import AskPin, SettlePin, TryPin, ask_pin, settle_pin, try_pin
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


@pytest.fixture
def counter() -> Counter:
    return Counter(FakeStore())


def keyed_in(counter: Counter, pin: str, **more: object) -> PinAnswered:
    """Try a PIN as the lane between the two steps does, with a hash that costs nothing."""
    command = TryPin(1, str(more.pop("owner", SHOP_PIN)), pin, **more)  # type: ignore[arg-type]
    (said,) = try_pin(command, counter.desk)
    if isinstance(said, PinHashWanted):
        digest = None if said.salt is None else said.salt + said.pin.encode()
        fresh = said.fresh
        kept = (
            None if fresh is None else (b"s" if fresh else b"", b"s" * bool(fresh) + fresh.encode())
        )
        command = SettlePin(said.question, said.owner, digest, kept, said.works)
        said = settle_pin(command, counter.desk)[0]
    assert isinstance(said, PinAnswered)
    return said


def verdicts(counter: Counter, pin: str, times: int) -> list[PinVerdict]:
    return [keyed_in(counter, pin).verdict for _ in range(times)]


def test_without_a_pin_nothing_is_guarded(counter: Counter) -> None:
    assert ask_pin(AskPin(4), counter.desk) == [PinStanding(4, SHOP_PIN, is_set=False)]
    assert keyed_in(counter, "1234").verdict is PinVerdict.NOT_SET


def test_a_pin_is_set_and_tried(counter: Counter) -> None:
    assert keyed_in(counter, "", fresh="1234").verdict is PinVerdict.KEPT
    assert keyed_in(counter, "1234").verdict is PinVerdict.RIGHT
    assert keyed_in(counter, "1235") == PinAnswered(1, SHOP_PIN, PinVerdict.WRONG, None, 4)


def test_five_wrong_tries_then_waits_that_grow(counter: Counter) -> None:
    keyed_in(counter, "", fresh="1234")
    assert verdicts(counter, "0000", 4) == [PinVerdict.WRONG] * 4
    for seconds in (30, 60, 300, 900, 900):
        answer = keyed_in(counter, "0000")
        until = counter.clock.now() + timedelta(seconds=seconds)
        assert (answer.verdict, answer.wait_until) == (PinVerdict.WRONG, until)
        counter.clock.advance(seconds - 1)
        assert keyed_in(counter, "1234").verdict is PinVerdict.WAITS
        counter.clock.advance(1)
    assert keyed_in(counter, "1234").verdict is PinVerdict.RIGHT
    assert keyed_in(counter, "0000").left == 4


def test_the_wait_survives_a_restart(counter: Counter) -> None:
    keyed_in(counter, "", fresh="1234")
    verdicts(counter, "0000", 5)
    again = Counter(counter.store)
    again.clock = counter.clock
    again.desk = replace(again.desk, clock=counter.clock)
    assert keyed_in(again, "1234").verdict is PinVerdict.WAITS


def test_two_tries_on_their_way_at_once_are_both_counted(counter: Counter) -> None:
    keyed_in(counter, "", fresh="1234")
    verdicts(counter, "0000", 4)
    wanted = [try_pin(TryPin(n, SHOP_PIN, "0000"), counter.desk)[0] for n in (1, 2)]
    assert all(isinstance(one, PinHashWanted) for one in wanted)
    ended = [settle_pin(SettlePin(n, SHOP_PIN, b"wrong"), counter.desk)[0] for n in (1, 2)]
    assert [answer.verdict for answer in ended] == [PinVerdict.WRONG, PinVerdict.WAITS]  # type: ignore[union-attr]


def test_a_clock_that_was_set_back_holds_nobody_up(counter: Counter) -> None:
    far = counter.clock.now() + timedelta(days=2)
    with counter.store.begin() as work:
        work.pins.put(PinRecord(SHOP_PIN, b"s", b"s1234", 9, far))
        work.commit()
    assert keyed_in(counter, "1234").verdict is PinVerdict.RIGHT


def test_the_shops_pin_changes_with_the_old_one_alone(counter: Counter) -> None:
    keyed_in(counter, "", fresh="1234")
    assert keyed_in(counter, "9999", fresh="5678").verdict is PinVerdict.WRONG
    assert keyed_in(counter, "1234", fresh="5678").verdict is PinVerdict.KEPT
    assert keyed_in(counter, "1234").verdict is PinVerdict.WRONG
    assert keyed_in(counter, "5678", fresh="").verdict is PinVerdict.KEPT
    assert keyed_in(counter, "5678").verdict is PinVerdict.NOT_SET
    keyed_in(counter, "", fresh="1234")
    with pytest.raises(IllegalMove):
        settle_pin(SettlePin(1, SHOP_PIN, None, (b"x", b"y")), counter.desk)


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "１２３４", " 1234"])  # noqa: RUF001
def test_what_is_no_pin_is_not_kept(counter: Counter, pin: str) -> None:
    assert not is_pin(pin)
    with pytest.raises(IllegalMove):
        try_pin(TryPin(1, SHOP_PIN, fresh=pin), counter.desk)


def test_a_persons_pin_is_set_without_the_old_one_and_lets_the_person_work(
    counter: Counter,
) -> None:
    keep_person(KeepPerson("Anna"), counter.desk)
    (anna,) = (person.id for person in counter.store.kept.staff.values())  # type: ignore[attr-defined]
    assert keyed_in(counter, "", owner=anna, fresh="1111").verdict is PinVerdict.KEPT
    assert keyed_in(counter, "", owner=anna, fresh="2222").verdict is PinVerdict.KEPT
    assert keyed_in(counter, "1111", owner=anna, works=True).verdict is PinVerdict.WRONG
    assert counter.desk.session.works == ""
    assert keyed_in(counter, "2222", owner=anna, works=True).verdict is PinVerdict.RIGHT
    assert counter.desk.session.works == anna


def test_no_pin_stands_in_what_is_written_of_a_command() -> None:
    shown = repr(
        [
            TryPin(1, SHOP_PIN, "4711", fresh="4712"),
            PinHashWanted(1, SHOP_PIN, "4711", b"salty", "4712"),
            SettlePin(1, SHOP_PIN, b"hashed", (b"salty", b"hashed")),
        ]
    )
    assert not any(secret in shown for secret in ("4711", "4712", "salty", "hashed"))


def test_hashes_differ_by_salt_and_waits_never_shrink() -> None:
    assert hash_pin("1234", b"one") != hash_pin("1234", b"two")
    assert hash_pin("1234", b"one") == hash_pin("1234", b"one")
    waits = [wait_after(wrong) for wrong in range(20)]
    assert waits == sorted(waits)
    assert badge_digest(" B-1\n") == badge_digest("B-1") != badge_digest("B-2")
