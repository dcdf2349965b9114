"""What every store keeps: orders, pushes, waiting ids, print jobs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.order import Order
from app.domain.printing import JobKind, PrinterWord, PrintJob
from app.domain.push import PushKind, PushState
from app.domain.settlement import SettleKind, ToSettle
from app.domain.states import Attention, JobState, Move, OrderState, PaymentState
from app.ports.orders import InboxEntry
from app.ports.store import StorePort
from tests.builders import NOON, a_job, a_push, an_order, at
from tests.contract.store.samples import FULL_JOB, FULL_ORDER, FULL_PUSH


class OrdersContract:
    def test_every_field_of_an_order_comes_back(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(FULL_ORDER, "{}")
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get(FULL_ORDER.id) == FULL_ORDER
            unit.orders.save(replace(an_order(), id=FULL_ORDER.id))
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get(FULL_ORDER.id) == replace(an_order(), id=FULL_ORDER.id)
            unit.orders.save(FULL_ORDER)
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get(FULL_ORDER.id) == FULL_ORDER

    def test_orders_are_found_by_the_vendors_id_and_by_their_slip(self, store: StorePort) -> None:
        one, two = an_order("order-1"), an_order("order-2")
        with store.begin() as unit:
            unit.orders.add(one, "{}")
            unit.orders.add(two, "{}")
            assert unit.orders.find("cheers", two.vendor_order_id) == two
            assert unit.orders.find("loke", two.vendor_order_id) is None
            assert unit.orders.find_by_slip_code(one.slip_code) == one
            assert unit.orders.find_by_slip_code("PULT-0000-0000") is None

    def test_late_arrivals_are_counted_and_the_newest_of_each_vendor_known(
        self, store: StorePort
    ) -> None:
        late = replace(an_order("order-1"), placed_at=at(1), received_at=at(9))
        fresh = replace(an_order("order-2"), placed_at=at(8), received_at=at(9))
        early = replace(an_order("order-3"), placed_at=at(1), received_at=at(2), vendor="loke")
        with store.begin() as unit:
            assert unit.orders.count_arrived(at(0), at(60)) == 0
            assert unit.orders.newest() == {}
            for order in (late, fresh, early):
                unit.orders.add(order, "{}")
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.count_arrived(at(5), at(5)) == 1
            assert unit.orders.count_arrived(at(0), at(60)) == 3
            assert unit.orders.newest() == {"cheers": at(9), "loke": at(2)}

    def test_an_order_that_is_not_there_is_a_key_error(self, store: StorePort) -> None:
        with store.begin() as unit:
            with pytest.raises(KeyError):
                unit.orders.get("nobody")
            with pytest.raises(KeyError):
                unit.orders.save(an_order())

    @pytest.mark.parametrize("same", ["id", "vendor_order_id", "slip_code"])
    def test_no_two_orders_share_id_vendors_id_or_slip(self, store: StorePort, same: str) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order("order-1"), "{}")
            twin = replace(an_order("order-2"), **{same: getattr(an_order("order-1"), same)})
            with pytest.raises(ValueError):
                unit.orders.add(twin, "{}")

    def test_two_vendors_may_use_the_same_id(self, store: StorePort) -> None:
        other = an_order("order-2", vendor="loke", vendor_order_id="cheers-order-1")
        with store.begin() as unit:
            unit.orders.add(an_order("order-1"), "{}")
            unit.orders.add(other, "{}")
            assert unit.orders.find("loke", "cheers-order-1") == other

    def test_the_board_holds_what_stands_in_a_column_oldest_first(self, store: StorePort) -> None:
        collected = an_order("order-3", state=OrderState.COLLECTED)
        orders = [
            an_order("order-1", received_at=at(3)),
            an_order("order-2", state=OrderState.READY, received_at=at(1)),
            collected,
            replace(collected, id="order-4", attention=Attention.ENDED_ELSEWHERE),
            replace(collected, id="order-5", payment=PaymentState.RETURN_DUE),
            an_order("order-6", state=OrderState.PREPARING, received_at=at(3)),
        ]
        with store.begin() as unit:
            for order in orders:
                own = an_order(order.id)
                unit.orders.add(
                    replace(order, vendor_order_id=own.vendor_order_id, slip_code=own.slip_code),
                    "{}",
                )
            board = [order.id for order in unit.orders.on_board()]
        assert board == ["order-4", "order-5", "order-2", "order-1", "order-6"]

    def test_an_order_leaves_the_board_and_comes_back(self, store: StorePort) -> None:
        def board(order: Order) -> list[Order]:
            with store.begin() as unit:
                unit.orders.save(order)
                unit.commit()
            with store.begin() as unit:
                return list(unit.orders.on_board())

        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.commit()
        ready = an_order(state=OrderState.READY)
        assert board(ready) == [ready]
        assert board(an_order(state=OrderState.COLLECTED)) == []
        assert board(ready) == [ready]

    def test_orders_of_one_number_are_found_while_they_stand_on_the_board(
        self, store: StorePort
    ) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order("order-1", number="A-42"), "{}")
            unit.orders.add(an_order("order-2", number="A-42", vendor="loke"), "{}")
            unit.orders.add(an_order("order-3", number="A-421"), "{}")
            ended = an_order("order-4", number="A-42", state=OrderState.COLLECTED)
            unit.orders.add(ended, "{}")
            found = [order.id for order in unit.orders.numbered("A-42")]
            assert found == ["order-1", "order-2"]
            unit.orders.save(an_order("order-1", number="A-42", state=OrderState.LEFT))
            assert [order.id for order in unit.orders.numbered("A-42")] == ["order-2"]
            assert unit.orders.numbered("B-1") == []

    def test_what_is_to_be_settled_is_found_until_it_is_ticked(self, store: StorePort) -> None:
        def entry(minute: float, *, ticked: bool = False) -> ToSettle:
            done = at(30) if ticked else None
            kind = SettleKind.NOT_TOLD
            return ToSettle(kind=kind, since=at(minute), move=Move.LEFT, ticked_at=done)

        left = OrderState.LEFT
        orders = [
            an_order("order-1", state=left, settling=(entry(5),)),
            an_order("order-2", state=left, settling=(entry(1, ticked=True), entry(3))),
            an_order("order-3", state=left, settling=(entry(2, ticked=True),)),
            an_order("order-4"),
        ]
        with store.begin() as unit:
            for order in orders:
                unit.orders.add(order, "{}")
            unit.commit()
        with store.begin() as unit:
            assert list(unit.orders.to_settle()) == [orders[1], orders[0]]
            settling = (orders[1].settling[0], entry(3, ticked=True))
            unit.orders.save(replace(orders[1], settling=settling))
            unit.commit()
        with store.begin() as unit:
            assert [order.id for order in unit.orders.to_settle()] == ["order-1"]

    def test_hostile_text_comes_back_as_it_was(self, store: StorePort) -> None:
        text = "<b>Ödön</b>'; DROP TABLE orders;--\x1b@\x00\u202e🍺\n" + "x" * 10_000
        order = an_order(desk=text, vendor_word=text, reject_reason=text)
        order = replace(order, customer=replace(order.customer, name=text, comment=text))
        with store.begin() as unit:
            unit.orders.add(order, text)
            unit.commit()
        with store.begin() as unit:
            assert unit.orders.get("order-1") == order


class OutboxContract:
    @pytest.fixture
    def orders(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order("order-1"), "{}")
            unit.orders.add(an_order("order-2"), "{}")
            unit.commit()

    @pytest.mark.usefixtures("orders")
    def test_every_field_of_a_push_comes_back(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.outbox.add(FULL_PUSH)
            unit.commit()
        with store.begin() as unit:
            assert unit.outbox.get(FULL_PUSH.id) == FULL_PUSH
            plain = replace(a_push("order-1", 7), id=FULL_PUSH.id)
            unit.outbox.save(plain)
            assert unit.outbox.get(FULL_PUSH.id) == plain

    @pytest.mark.usefixtures("orders")
    def test_pushes_come_by_order_and_sequence(self, store: StorePort) -> None:
        second = a_push("order-1", 2, kind=PushKind.READY)
        register = a_push("order-1", 1, system="oktopos", push_id="to the register")
        pushes = [second, a_push("order-2"), a_push("order-1", 1), register]
        with store.begin() as unit:
            for push in pushes:
                unit.outbox.add(push)
            assert unit.outbox.of_order("order-1") == [a_push("order-1", 1), register, second]
            assert unit.outbox.open() == [*unit.outbox.of_order("order-1"), a_push("order-2")]

    @pytest.mark.usefixtures("orders")
    @pytest.mark.parametrize("state", list(PushState))
    def test_open_pushes_wait_for_their_end(self, store: StorePort, state: PushState) -> None:
        with store.begin() as unit:
            unit.outbox.add(a_push(state=state))
            assert bool(unit.outbox.open()) is state.is_open

    def test_what_was_refused_is_found_by_its_kind_oldest_first(self, store: StorePort) -> None:
        given = {"kind": PushKind.REGISTER, "system": "oktopos", "state": PushState.REFUSED}
        late = a_push(sequence=1, **given | {"created_at": at(5)})
        early = a_push(sequence=2, **given)
        others = [
            a_push(sequence=3, **given | {"state": PushState.DONE}),
            a_push(sequence=4, **given | {"kind": PushKind.READY}),
        ]
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            for push in (late, early, *others):
                unit.outbox.add(push)
            unit.commit()
        with store.begin() as unit:
            assert unit.outbox.refused(PushKind.REGISTER) == [early, late]
            assert unit.outbox.refused(PushKind.TICKET) == []

    @pytest.mark.usefixtures("orders")
    def test_no_two_pushes_share_id_or_sequence(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.outbox.add(a_push("order-1", 1))
            with pytest.raises(ValueError):
                unit.outbox.add(a_push("order-1", 1, push_id="another"))
            with pytest.raises(ValueError):
                unit.outbox.add(a_push("order-1", 2, push_id="push-order-1-1"))

    def test_a_push_that_is_not_there_is_a_key_error(self, store: StorePort) -> None:
        with store.begin() as unit:
            with pytest.raises(KeyError):
                unit.outbox.get("nothing")
            with pytest.raises(KeyError):
                unit.outbox.save(a_push())


class InboxContract:
    def test_an_id_waits_until_it_is_removed(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.inbox.add("cheers", "c-1", NOON)
            entry = InboxEntry(
                vendor="cheers", vendor_order_id="c-1", received_at=NOON, due_at=NOON
            )
            assert unit.inbox.find("cheers", "c-1") == entry
            assert unit.inbox.find("loke", "c-1") is None
            unit.inbox.remove("cheers", "c-1")
            unit.inbox.remove("cheers", "never there")
            assert unit.inbox.find("cheers", "c-1") is None

    def test_an_id_that_waits_is_made_due_and_keeps_its_place(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.inbox.add("cheers", "c-1", NOON)
            waiting = InboxEntry(
                vendor="cheers",
                vendor_order_id="c-1",
                received_at=NOON,
                due_at=at(10),
                tries=2,
                misses=3,
            )
            unit.inbox.save(waiting)
            unit.inbox.add("cheers", "c-1", at(5))
            assert unit.inbox.waiting() == [replace(waiting, due_at=at(5))]

    def test_an_id_in_quarantine_leaves_it_and_starts_anew(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.inbox.add("cheers", "c-1", NOON)
            entry = unit.inbox.waiting()[0]
            unit.inbox.save(replace(entry, tries=5, misses=1, quarantined=True))
            assert unit.inbox.waiting() == []
            unit.inbox.add("cheers", "c-1", at(5))
            assert unit.inbox.waiting() == [replace(entry, due_at=at(5))]
            assert unit.inbox.quarantined() == []

    def test_ids_come_oldest_first_and_none_waits_in_quarantine(self, store: StorePort) -> None:
        with store.begin() as unit:
            for minute, name in [(3, "c-3"), (1, "c-1"), (2, "c-2"), (4, "c-4")]:
                unit.inbox.add("cheers", name, at(minute))
            for name in ("c-4", "c-2"):
                entry = unit.inbox.find("cheers", name)
                assert entry is not None
                unit.inbox.save(replace(entry, quarantined=True))
            assert [entry.vendor_order_id for entry in unit.inbox.waiting()] == ["c-1", "c-3"]
            assert [entry.vendor_order_id for entry in unit.inbox.quarantined()] == ["c-2", "c-4"]
            assert unit.inbox.count() == 2

    def test_an_entry_that_is_not_there_is_a_key_error(self, store: StorePort) -> None:
        entry = InboxEntry(vendor="cheers", vendor_order_id="c-1", received_at=NOON, due_at=NOON)
        with store.begin() as unit, pytest.raises(KeyError):
            unit.inbox.save(entry)


class PrintJobsContract:
    @pytest.fixture
    def orders(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.orders.add(an_order("order-1"), "{}")
            unit.orders.add(an_order("order-2"), "{}")
            unit.commit()

    @pytest.mark.usefixtures("orders")
    def test_every_field_of_a_job_comes_back(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.jobs.add(FULL_JOB)
            unit.commit()
        with store.begin() as unit:
            assert unit.jobs.get(FULL_JOB.id) == FULL_JOB
            plain = replace(a_job("order-1", 2), id=FULL_JOB.id)
            unit.jobs.save(plain)
            assert unit.jobs.get(FULL_JOB.id) == plain

    @pytest.mark.usefixtures("orders")
    def test_an_order_has_one_slip_and_any_number_of_reprints(self, store: StorePort) -> None:
        with store.begin() as unit:
            jobs = [a_job("order-1", copy) for copy in (2, 1, 3)]
            for job in jobs:
                unit.jobs.add(job)
            unit.jobs.add(a_job("order-2"))
            assert [job.copy for job in unit.jobs.of_order("order-1")] == [1, 2, 3]
            with pytest.raises(ValueError):
                unit.jobs.add(a_job("order-1", 4, kind=JobKind.SLIP))

    @pytest.mark.usefixtures("orders")
    def test_an_order_has_one_station_slip_for_each_printer(self, store: StorePort) -> None:
        def station(printer: str, number: int) -> PrintJob:
            job_id = f"station-{number}"
            made_for = {"station_printer": printer, "stations": ("grill",)}
            return a_job(kind=JobKind.STATION, printer="bar", job_id=job_id, **made_for)

        with store.begin() as unit:
            unit.jobs.add(a_job())
            unit.jobs.add(station("kitchen", 1))
            unit.jobs.add(station("pizza", 2))
            assert len(unit.jobs.of_order("order-1")) == 3
            with pytest.raises(ValueError):
                unit.jobs.add(station("kitchen", 3))

    @pytest.mark.usefixtures("orders")
    def test_a_unit_knows_whether_it_changed_a_job(self, store: StorePort) -> None:
        with store.begin() as unit:
            assert not unit.jobs.changed
            unit.jobs.add(a_job())
            assert unit.jobs.changed
            unit.commit()
        with store.begin() as unit:
            job = unit.jobs.of_order("order-1")[0]
            assert not unit.jobs.changed
            unit.jobs.save(replace(job, cause=PrinterWord.PAPER_OUT))
            assert unit.jobs.changed

    @pytest.mark.usefixtures("orders")
    @pytest.mark.parametrize("state", list(JobState))
    def test_unsettled_jobs_are_those_still_to_decide(
        self, store: StorePort, state: JobState
    ) -> None:
        with store.begin() as unit:
            unit.jobs.add(a_job(state=state))
            assert bool(unit.jobs.unsettled()) is not state.is_settled

    @pytest.mark.usefixtures("orders")
    def test_unsettled_jobs_come_oldest_first(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.jobs.add(a_job("order-1", created_at=at(2), cause=PrinterWord.PAPER_OUT))
            unit.jobs.add(a_job("order-2", created_at=at(1)))
            assert [job.order_id for job in unit.jobs.unsettled()] == ["order-2", "order-1"]

    def test_a_job_that_is_not_there_is_a_key_error(self, store: StorePort) -> None:
        with store.begin() as unit:
            with pytest.raises(KeyError):
                unit.jobs.get("nothing")
            with pytest.raises(KeyError):
                unit.jobs.save(a_job())
