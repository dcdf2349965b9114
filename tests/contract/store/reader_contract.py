"""What every store answers to screens and exports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.domain.errors import StoreUnavailable
from app.domain.events import EventKind
from app.domain.history import HistoryRow, HistorySearch
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.practice import PRACTICE
from app.domain.states import COLUMNS, OrderState, PaymentState
from app.ports.store import EndedRow, StorePort
from tests.builders import NOON, a_basket, a_customer, a_line, an_event, an_order, at, huf

GUESTS = [
    an_order("order-1", number="A-41", desk="Terrace 4", received_at=at(1)),
    an_order(
        "order-2",
        number="B_7%",
        received_at=at(2),
        customer=a_customer(name="Szűcs ÖDÖN", phone="06 20/555-0147"),
    ),
    an_order(
        "order-3",
        number="100",
        number_is_ours=True,
        vendor_order_id="LOKE\\Árvíztűrő",
        received_at=at(3),
        customer=a_customer(name="", phone=""),
        desk="Bar",
    ),
]

COLLECTED = frozenset({OrderState.COLLECTED})
NOT_DUE = frozenset({PaymentState.NOT_DUE})


class ReaderContract:
    @pytest.fixture
    def guests(self, store: StorePort) -> StorePort:
        with store.begin() as unit:
            for order in GUESTS:
                unit.orders.add(order, "{}")
            unit.commit()
        return store

    def found(self, store: StorePort, text: str) -> list[str]:
        return [row.order_id for row in _history(store, text)]

    def test_history_comes_newest_first_within_its_limit_and_time(self, guests: StorePort) -> None:
        assert self.found(guests, "") == ["order-3", "order-2", "order-1"]
        reader = guests.reader()
        newest = reader.history(HistorySearch(most=2)).rows
        assert [row.order_id for row in newest] == ["order-3", "order-2"]
        recent = reader.history(HistorySearch(since=at(2))).rows
        assert [row.order_id for row in recent] == ["order-3", "order-2"]
        assert reader.history(HistorySearch("a-41", since=at(2))).rows == ()

    def test_history_counts_what_is_beyond_its_limit(self, guests: StorePort) -> None:
        reader = guests.reader()
        for search, count in (
            (HistorySearch(most=1), 3),
            (HistorySearch(since=at(2), most=1), 2),
            (HistorySearch("cheers", most=2), 3),
            (HistorySearch("odon", most=2), 1),
            (HistorySearch(states=frozenset({OrderState.NEW}), most=1), 3),
            (HistorySearch(states=frozenset({OrderState.LEFT}), most=1), 0),
        ):
            found = reader.history(search)
            assert (found.count, len(found.rows)) == (count, min(count, search.most)), search

    @pytest.mark.parametrize(
        ("search", "orders"),
        [
            (HistorySearch(vendor="loke"), ["order-5"]),
            (HistorySearch(vendor="LOKE"), []),
            (HistorySearch(states=COLLECTED), ["order-5", "order-4"]),
            (HistorySearch(states=frozenset(COLUMNS)), ["order-3", "order-2", "order-1"]),
            (HistorySearch(payments=frozenset({PaymentState.RECEIVED})), ["order-5"]),
            (
                HistorySearch(since=at(4), until=at(5), states=COLLECTED),
                ["order-4"],
            ),
            (HistorySearch("anna", states=COLLECTED), ["order-4"]),
            (HistorySearch("lc-77", vendor="loke"), ["order-5"]),
            (HistorySearch("lc-77", vendor="cheers"), []),
            (
                HistorySearch("+36 30 123", payments=NOT_DUE),
                ["order-4", "order-1"],
            ),
            (
                HistorySearch(
                    "4,600 Ft",
                    vendor="loke",
                    states=frozenset({OrderState.COLLECTED, OrderState.LEFT}),
                    payments=frozenset({PaymentState.RECEIVED, PaymentState.FAILED}),
                ),
                ["order-5"],
            ),
        ],
    )
    def test_history_takes_only_what_stands_as_wanted(
        self, guests: StorePort, search: HistorySearch, orders: list[str]
    ) -> None:
        ended = {"state": OrderState.COLLECTED, "ended_at": at(30)}
        with guests.begin() as unit:
            unit.orders.add(
                an_order("order-4", customer=GUESTS[0].customer, received_at=at(4), **ended), "{}"
            )
            unit.orders.add(
                an_order(
                    "order-5",
                    vendor="loke",
                    customer=a_customer(name="Nagy Béla", phone=""),
                    payment=PaymentState.RECEIVED,
                    received_at=at(5),
                    **ended,
                ),
                "{}",
            )
            unit.cards.tie("order-5", "LC-77")
            unit.commit()
        assert [row.order_id for row in guests.reader().history(search).rows] == orders

    def test_history_says_what_a_line_shows(self, guests: StorePort) -> None:
        assert _history(guests, "A-41") == (
            HistoryRow(
                order_id="order-1",
                number="A-41",
                vendor="cheers",
                state="NEW",
                payment="NOT_DUE",
                who="Kovács Anna",
                total_minor=huf(4600).minor,
                currency="HUF",
                at=at(1),
            ),
        )
        assert [row.who for row in _history(guests, "loke")] == ["Bar"]

    @pytest.mark.parametrize(
        ("text", "order_id"),
        [
            ("a-4", "order-1"),
            ("cheers-order-1", "order-1"),
            ("loke\\arv", "order-3"),
            ("TERRACE", "order-1"),
            ("terrace  4 ", "order-1"),
            ("szűcs ödön", "order-2"),
            ("SZŰCS ÖDÖN", "order-2"),
            ("szucs odon", "order-2"),
            ("ÁRVÍZTŰRŐ", "order-3"),
            ("06 20/555", "order-2"),
            ("0620555", "order-2"),
            ("06-20-555", "order-2"),
            ("+36 30 123", "order-1"),
            ("_7", "order-2"),
            ("7%", "order-2"),
        ],
    )
    def test_history_finds(self, guests: StorePort, text: str, order_id: str) -> None:
        assert self.found(guests, text) == [order_id]

    @pytest.mark.parametrize(
        ("text", "orders"),
        [
            ("anna kovacs", ["order-1"]),  # words in any order
            ("41 Terrace", ["order-1"]),
            ("anna bar", []),
            ("cheers", ["order-3", "order-2", "order-1"]),
            ("cheers odon", ["order-2"]),
            ("4600", ["order-3", "order-2", "order-1"]),
            ("4,600 Ft", ["order-3", "order-2", "order-1"]),
            ("4 600", ["order-3", "order-2", "order-1"]),
            ("4600.00", ["order-3", "order-2", "order-1"]),
            ("460 Ft", []),
            ("4600.50", []),
            ("LC-4711-XyZ", ["order-1"]),
            ("4711-xyz", ["order-1"]),
            ("lc-9", []),
        ],
    )
    def test_history_finds_words_amounts_vendors_and_cards(
        self, guests: StorePort, text: str, orders: list[str]
    ) -> None:
        with guests.begin() as unit:
            unit.cards.tie("order-1", "LC-4711-XyZ")
            unit.commit()
        assert self.found(guests, text) == orders

    def test_history_of_one_day_ends_with_it(self, guests: StorePort) -> None:
        rows = guests.reader().history(HistorySearch(since=at(1), until=at(3))).rows
        assert [row.order_id for row in rows] == ["order-2", "order-1"]

    def test_history_finds_the_total_an_order_has_now(self, guests: StorePort) -> None:
        with guests.begin() as unit:
            order = unit.orders.get("order-2")
            unit.orders.save(replace(order, basket=a_basket(a_line("Soup", 51))))
            unit.commit()
        assert self.found(guests, "51 Ft") == ["order-2"]

    @pytest.mark.parametrize("text", ["A%1", "A_41", "%%", "'; --", "nobody"])
    def test_history_takes_signs_as_they_are(self, guests: StorePort, text: str) -> None:
        assert self.found(guests, text) == []

    def test_history_follows_a_changed_order(self, guests: StorePort) -> None:
        with guests.begin() as unit:
            order = unit.orders.get("order-3")
            unit.orders.save(replace(order, desk="Garden", customer=a_customer(name="Új Név")))
            unit.commit()
        assert self.found(guests, "garden") == ["order-3"]
        assert self.found(guests, "uj nev") == ["order-3"]
        assert self.found(guests, "bar") == []

    def test_a_reader_sees_only_what_is_committed(self, store: StorePort) -> None:
        reader = store.reader()
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            assert reader.history(HistorySearch()).rows == ()
            unit.commit()
        assert len(reader.history(HistorySearch()).rows) == 1

    def test_events_come_in_the_order_they_were_recorded(self, store: StorePort) -> None:
        events = [
            an_event(kind=EventKind.MOVED, move="ACCEPT", state="Ő"),
            replace(an_event(), at=at(-1)),
            an_event(kind=EventKind.SEEN),
        ]
        with store.begin() as unit:
            unit.orders.add(an_order("order-1"), "{}")
            unit.orders.add(an_order("order-2"), "{}")
            unit.record(events[:1])
            unit.record([an_event("order-2")])
            unit.record(iter(events[1:]))
            unit.record([])
            unit.commit()
        assert store.reader().events("order-1") == events
        assert store.reader().events("nobody") == []

    def test_practice_is_in_no_book_and_in_history_only_by_itself(self, guests: StorePort) -> None:
        practice = an_order("order-4", vendor=PRACTICE, state=OrderState.LEFT, ended_at=at(9))
        with guests.begin() as unit:
            unit.orders.add(practice, "{}")
            unit.commit()
        reader = guests.reader()
        assert list(reader.ended(at(0), at(60))) == []
        found = reader.history(HistorySearch())
        assert (found.count, len(found.rows)) == (3, 3)
        assert "order-4" not in {row.order_id for row in found.rows}
        (row,) = reader.history(HistorySearch(vendor=PRACTICE)).rows
        assert row.order_id == "order-4"

    def test_the_books_hold_each_ended_order_once_and_nothing_personal(
        self, store: StorePort
    ) -> None:
        paid = an_order(
            "order-1",
            state=OrderState.COLLECTED,
            payment=PaymentState.RECEIVED,
            ended_at=at(30),
            taken=(
                PaymentPart(PaymentMethod.CARD, huf(600)),
                PaymentPart(PaymentMethod.CASH, huf(2000), huf(5000)),
                PaymentPart(PaymentMethod.CARD, huf(2000)),
            ),
        )
        earlier = an_order("order-2", state=OrderState.LEFT, ended_at=at(20))
        open_one = an_order("order-3", state=OrderState.READY)
        with store.begin() as unit:
            for order in (paid, earlier, open_one):
                unit.orders.add(order, "{}")
            unit.commit()
        reader = store.reader()
        rows = list(reader.ended(NOON, at(60)))
        assert [row.vendor_order_id for row in rows] == ["cheers-order-2", "cheers-order-1"]
        assert rows[1] == EndedRow(
            number="A-1",
            vendor="cheers",
            vendor_order_id="cheers-order-1",
            state="COLLECTED",
            payment="RECEIVED",
            total=huf(4600),
            received_at=paid.received_at,
            accepted_at=at(1),
            ready_at=at(6),
            ended_at=at(30),
            methods=("card", "cash"),
        )
        assert [row.number for row in reader.ended(at(20), at(30))] == ["A-2"]
        assert list(reader.ended(at(31), at(60))) == []

    def test_a_closed_reader_answers_no_more(self, store: StorePort) -> None:
        reader = store.reader()
        reader.close()
        with pytest.raises(StoreUnavailable):
            reader.history(HistorySearch())
        assert store.reader().history(HistorySearch(most=1)).rows == ()


def _history(store: StorePort, text: str) -> Sequence[HistoryRow]:
    return store.reader().history(HistorySearch(text)).rows
