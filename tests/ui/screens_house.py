"""Scenes of pauses and items sold out, for `tests.ui.screens`."""

from __future__ import annotations

from dataclasses import replace

from app.domain.news import Noticed, OrdersChanged, PausesChanged, SoldOutChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.pause import Pause, PauseReason
from app.domain.snapshot import OrderSnapshot
from app.domain.sold_out import SoldOut, item_key
from app.domain.states import KeptBack, Move, OrderState
from app.ui.house.rules_dialog import PAUSE, SOLD_OUT
from app.ui.main_window import MainWindow
from app.ui.panel.line_row import LineRow
from app.ui.relay import Relay
from tests.builders import a_basket, a_line, at
from tests.ui.main.menu import the_catalogue, the_menu
from tests.ui.scene import Scene

A_PAUSE = Pause(
    vendor="cheers", reason=PauseReason.KITCHEN_FULL, since=at(20), until=at(36), message="Full"
)


def an_item(name: str, product_id: str = "") -> SoldOut:
    return SoldOut(product_id=product_id, name=name, day="2026-11-20", since=at(10))


def with_first_line_sold_out(snapshot: OrderSnapshot) -> OrderSnapshot:
    """Give the order as it looks once its first line is sold out."""
    line = snapshot.order.basket.lines[0]
    key = item_key(line.product_id, line.name)
    return replace(snapshot, sold_out={key: key})


def _new_orders(window: MainWindow) -> list[OrderSnapshot]:
    orders = window.work.board.orders()
    return [one for one in orders if one.order.state is OrderState.NEW]


def marked(window: MainWindow, relay: Relay) -> None:
    """A paused vendor, an order that is held, one that is late, one with something sold out."""
    held, late, lacking, *_ = sorted(_new_orders(window), key=lambda one: one.order.number)
    held = replace(
        held,
        order=replace(held.order, held_until=at(33), kept_back=KeptBack.PAUSED),
        awaited=None,
        syncs={},
    )
    late = replace(
        late, order=replace(late.order, placed_at=at(-14), kept_back=KeptBack.LATE), awaited=None
    )
    relay.publish(OrdersChanged((held, late, with_first_line_sold_out(lacking))))
    relay.publish(PausesChanged((A_PAUSE,)))
    relay.publish(SoldOutChanged((an_item("Draught lager 0.5 l", "draught-lager-0.5-l"),)))
    data = {"key": "id:x", "name": "Draught lager 0.5 l"}
    relay.publish(Noticed(Notice(NoticeCode.SOLD_OUT, Tone.WARN, data=data), at(24)))
    window.work.opened.open(lacking.order.id)
    row = window.work.panel.basket.lines.rows()[1]
    assert isinstance(row, LineRow)
    row.click()


def pause(window: MainWindow, relay: Relay) -> None:
    window.work.house.on_pause_wanted("cheers")


def pause_rejects(window: MainWindow, relay: Relay) -> None:
    pause(window, relay)
    dialog = window.work.layer.dialog
    assert dialog is not None
    for part in (dialog.times, dialog.orders):  # type: ignore[attr-defined]
        tile = part.tiles[-2] if part is dialog.times else part.tiles[-1]  # type: ignore[attr-defined]
        tile.click()


def _rules(page: str) -> Scene:
    def play(window: MainWindow, relay: Relay) -> None:
        relay.publish(PausesChanged((A_PAUSE,)))
        relay.publish(SoldOutChanged((an_item("Lángos", "langos"), an_item("Soup of the day"))))
        (window.work.house.on_wanted if page == PAUSE else window.work.house.on_sold_out_wanted)()
        relay.publish(the_catalogue(*the_menu()))

    return play


def reject(window: MainWindow, relay: Relay) -> None:
    lacking = with_first_line_sold_out(_new_orders(window)[-1])
    relay.publish(OrdersChanged((lacking,)))
    window.work.opened.open(lacking.order.id)
    window.work.opened.on_dialog_wanted(Move.REJECT, lacking)


def reject_long(window: MainWindow, relay: Relay) -> None:
    """An order of so many products that not all of them can be in sight."""
    lacking = _new_orders(window)[-1]
    names = ("Lángos, sour cream and cheese", "Draught lager 0.5 l", "Soup of the day", "Bean soup")
    more = (f"{name}, {size}" for size in ("small", "large") for name in names)
    basket = a_basket(*(a_line(name, 990) for name in (*names, *more)))
    lacking = replace(lacking, order=replace(lacking.order, basket=basket))
    lacking = with_first_line_sold_out(lacking)
    relay.publish(OrdersChanged((lacking,)))
    window.work.opened.open(lacking.order.id)
    window.work.opened.on_dialog_wanted(Move.REJECT, lacking)


def lamp(window: MainWindow, relay: Relay) -> None:
    relay.publish(PausesChanged((A_PAUSE,)))
    window.work.lamps.open_lamp("vendor:cheers")


def walkin(window: MainWindow, relay: Relay) -> None:
    menu = the_menu()
    first = min(menu, key=lambda one: one.name("en"))
    sold = SoldOut(product_id=first.product_id, name="x", day="2026-11-20", since=at(10))
    relay.publish(SoldOutChanged((sold,)))
    window.work.ways.on_walk_in()
    relay.publish(the_catalogue(*menu))
    dialog = window.work.walkin.dialog
    assert dialog is not None
    dialog.ways._buttons["items"].click()
    dialog.items.tiles.tiles()[0].acted.emit()


HOUSE_SCENES: dict[str, Scene] = {
    "house-board": marked,
    "house-pause": pause,
    "house-pause-rejects": pause_rejects,
    "house-rules-pause": _rules(PAUSE),
    "house-rules-sold-out": _rules(SOLD_OUT),
    "house-reject": reject,
    "house-reject-long": reject_long,
    "house-lamp": lamp,
    "house-walkin": walkin,
}
