"""Scenes of a busy board: orders for later, totals, and what lies ready for long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.capabilities import Telling
from app.domain.moves import Lock, OfferedMove
from app.domain.news import Noticed, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.snapshot import OrderSnapshot
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from tests.builders import a_basket, a_line, an_order_to_pay, at, huf
from tests.ui.main.day import NOW, lines, simple
from tests.ui.scene import Scene
from tests.ui.snapshots import a_slip_standing, a_snapshot

S = OrderState


def for_later() -> list[OrderSnapshot]:
    """Give two accepted orders that rest, one that has just come forward, and a new one."""
    working = {"state": S.PREPARING, "accepted_here": True}
    food = lines((2, "Lángos, cheese", 1690), (3, "Draught lager 0.5 l", 1190))
    return [
        a_snapshot(simple(61, 90, wanted_at=at(114), in_later=True, basket=food, **working)),
        a_snapshot(simple(62, 60, wanted_at=at(159), in_later=True, name="Kiss Éva", **working)),
        a_snapshot(simple(63, 50, wanted_at=at(40), basket=food, **working)),
        a_snapshot(simple(64, 1, wanted_at=at(200), name="Nagy Pál", basket=food, opened=False)),
    ]


def lying_ready() -> list[OrderSnapshot]:
    """Give ready orders of all ages, one with money due."""
    found = [
        a_snapshot(simple(70 + place, minutes, state=S.READY, desk=f"Table {place}"))
        for place, minutes in enumerate((35, 62, 70, 130, 131, 250, 400))
    ]
    unpaid = simple(79, 95, state=S.READY, name="Szentgyörgyi-Horváth Bálint")
    unpaid = replace(unpaid, payment=PaymentState.DUE, due=huf(5160))
    return [*found, a_snapshot(unpaid)]


def with_stations(snapshot: OrderSnapshot) -> OrderSnapshot:
    """Give the order with a station for what is made."""
    ids = {line.product_id for line in snapshot.order.basket.lines}
    return replace(snapshot, stations={one: "Bar" if "lager" in one else "Kitchen" for one in ids})


def many_to_make() -> list[OrderSnapshot]:
    """Give five orders in work, some with extras."""
    beer = a_line("Draught lager 0.5 l", 1190, quantity=3)
    plain = a_line("Lángos, sour cream and cheese", 1690, quantity=2)
    extra = replace(plain, quantity=1, modifiers=(a_line("Extra cheese", 300),))
    noted = replace(plain, quantity=1, note="no garlic, please")
    soda = a_line("Soda with raspberry syrup 0.5 l", 590, quantity=11)
    basket = a_basket(beer, plain, extra, noted, soda)
    return [
        with_stations(a_snapshot(simple(80 + place, place + 2, state=S.PREPARING, basket=basket)))
        for place in range(5)
    ]


def play(*, orders: Callable[[], list[OrderSnapshot]], then: str = "") -> Scene:
    """Give a scene with more orders on the board, and something opened."""

    def scene(window: MainWindow, relay: Relay) -> None:
        relay.publish(OrdersChanged(tuple(orders())))
        board = window.work.board
        if then == "unfold":
            board.columns[S.PREPARING].fold.acted.emit()
        elif then == "totals":
            board.show_totals(True)
        elif then == "collect":
            board.collect_pressed.emit()
        elif then:
            window.work.opened.open(then)

    return scene


def collected(window: MainWindow, relay: Relay) -> None:
    ids = " ".join(f"order-{number}" for number in range(70, 77))
    data = {"orders": ids, "count": "7", "missed": "1", "told": "yes", "undo": "5"}
    notice = Notice(NoticeCode.COLLECTED_TOGETHER, Tone.OK, data=data)
    relay.publish(Noticed(notice, NOW))


def comes_forward(window: MainWindow, relay: Relay) -> None:
    play(orders=for_later)(window, relay)
    data = {"wanted_at": at(40).isoformat()}
    notice = Notice(NoticeCode.COMES_FORWARD, Tone.PLAIN, "order-63", "A-63", "cheers", data)
    relay.publish(Noticed(notice, NOW))


def slip_and_money(window: MainWindow, relay: Relay) -> None:
    """Two marks that want much room, side by side."""
    order = replace(an_order_to_pay(), id="order-65", number="A-65", state=S.READY, ready_at=at(20))
    locked = OfferedMove(Move.COLLECTED, Telling.TOLD, Lock.PAYMENT_DUE)
    snapshot = a_snapshot(order, slip=a_slip_standing(JobState.UNSURE))
    relay.publish(OrdersChanged((replace(snapshot, offered=(*snapshot.offered, locked)),)))


BOARD_SCENES: dict[str, Scene] = {
    "later-board": play(orders=for_later),
    "later-open": play(orders=for_later, then="unfold"),
    "later-order": play(orders=for_later, then="order-61"),
    "later-new": play(orders=for_later, then="order-64"),
    "later-forward": comes_forward,
    "totals": play(orders=many_to_make, then="totals"),
    "collect-list": play(orders=lying_ready, then="collect"),
    "collect-done": collected,
    "slip-and-money": slip_and_money,
}
