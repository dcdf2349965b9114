"""What every store keeps of staff and PINs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.push import PushState
from app.domain.staff import Person, PinRecord
from app.ports.store import StorePort
from tests.builders import a_push, an_event, an_order, at

ANNA = Person("p-1", "Anna Ő.", "digest-1")
BELA = Person("p-2", "Béla", "", at(3))
PIN = PinRecord("shop", b"salt\x00", b"\xffdigest", 6, at(5))


class StaffContract:
    def test_people_and_pins_come_back_as_they_were(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.staff.save(BELA)
            unit.staff.save(ANNA)
            unit.pins.put(PIN)
            unit.pins.put(PinRecord("p-1", b"s", b"d"))
            unit.commit()
        with store.begin() as unit:
            assert unit.staff.all() == [ANNA, BELA]
            assert unit.staff.get("p-2") == BELA
            assert unit.pins.get("shop") == PIN
            assert unit.pins.owners() == {"shop", "p-1"}
            assert unit.pins.get("p-2") is None

    def test_a_person_changes_and_keeps_the_place(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.staff.save(ANNA)
            unit.staff.save(replace(ANNA, name="", badge="", removed_at=at(9)))
            unit.commit()
        with store.begin() as unit:
            assert unit.staff.all() == [Person("p-1", "", "", at(9))]
            with pytest.raises(KeyError):
                unit.staff.get("nobody")

    def test_a_badge_belongs_to_one_person_and_no_badge_to_nobody(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.staff.save(ANNA)
            unit.staff.save(BELA)
            unit.staff.save(Person("p-3", "Cili"))
            assert unit.staff.find_by_badge("digest-1") == ANNA
            assert unit.staff.find_by_badge("digest-2") is None
            assert unit.staff.find_by_badge("") is None
            with pytest.raises(ValueError):
                unit.staff.save(replace(BELA, badge="digest-1"))

    def test_a_new_pin_takes_the_old_ones_place_and_one_removed_is_gone(
        self, store: StorePort
    ) -> None:
        with store.begin() as unit:
            unit.pins.put(PIN)
            unit.pins.put(replace(PIN, wrong=0, wait_until=None))
            unit.commit()
        with store.begin() as unit:
            assert unit.pins.get("shop") == replace(PIN, wrong=0, wait_until=None)
            unit.pins.remove("shop")
            unit.pins.remove("shop")
            unit.commit()
        with store.begin() as unit:
            assert unit.pins.owners() == frozenset()

    def test_a_wait_without_a_zone_is_not_kept(self, store: StorePort) -> None:
        with store.begin() as unit, pytest.raises(ValueError):
            unit.pins.put(replace(PIN, wait_until=datetime(2026, 11, 20, 12)))

    def test_what_was_sent_in_a_persons_name_can_be_forgotten(self, store: StorePort) -> None:
        sent = replace(a_push(), by="p-1", body='{"terminalId": "till-1/Anna"}')
        done = replace(sent, id="push-2", sequence=9, state=PushState.DONE)
        others = replace(done, id="push-3", sequence=10, by="p-2")
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            for push in (sent, done, others):
                unit.outbox.add(push)
            unit.commit()
        with store.begin() as unit:
            unit.outbox.forget_person("")
            unit.outbox.forget_person("p-1")
            unit.commit()
        with store.begin() as unit:
            assert unit.outbox.get(sent.id).body == sent.body  # still to be repeated to the byte
            assert unit.outbox.get("push-2").body == ""
            assert unit.outbox.get("push-3").body == sent.body

    def test_events_of_a_signed_unit_name_the_person(self, store: StorePort) -> None:
        with store.begin("p-1") as unit:
            unit.orders.add(an_order(), "{}")
            unit.record([an_event(word="x")])
            unit.commit()
        with store.begin() as unit:
            unit.record([an_event()])
            unit.commit()
        first, second = store.reader().events("order-1")
        assert dict(first.data) == {"word": "x", "staff": "p-1"}
        assert "staff" not in second.data
