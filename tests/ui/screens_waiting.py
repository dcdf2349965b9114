"""Scenes of slips that wait for a printer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.lamp import LampTone
from app.domain.news import LampChanged, Noticed, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrinterWord
from app.domain.states import JobState
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from tests.builders import at
from tests.ui.main.day import BAR, PAPER_OUT, waiting
from tests.ui.scene import Scene
from tests.ui.snapshots import a_slip_standing


def waiting_order(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(LampChanged(BAR))
    relay.publish(waiting(41))
    slip = a_slip_standing(JobState.QUEUED, cause=PrinterWord.PAPER_OUT, others=("bar",))
    station = a_slip_standing(
        JobState.QUEUED,
        printer="kitchen",
        cause=PrinterWord.COVER_OPEN,
        stations=("grill",),
        others=("bar", "counter"),
    )
    snapshot = replace(window.work.board.order("order-41"), slip=slip, station_slips=(station,))
    relay.publish(OrdersChanged((snapshot,)))
    window.work.opened.open("order-41")


def waiting_list(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(LampChanged(BAR))
    relay.publish(waiting(38, 41, 43))
    moved = {"printer": "bar", "from_printer": "counter", "count": "2", "cause": "paper out"}
    notice = Notice(NoticeCode.SLIPS_MOVED, Tone.WARN, data=moved)
    relay.publish(Noticed(notice, at(23.95)))
    window.work.slips.on_list_wanted("counter")


def waiting_lamp(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(waiting(38, 41))
    shut = {"printer": "counter", "cause": "paper out"}
    notice = Notice(NoticeCode.DRAWER_SHUT, Tone.WARN, data=shut)
    relay.publish(Noticed(notice, at(23.95)))
    window.work.lamps.open_lamp("printer:counter")


def other_printer(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(LampChanged(BAR))
    relay.publish(
        LampChanged(
            replace(BAR, name="office", title="office", word="paper low", tone=LampTone.WARN)
        )
    )
    relay.publish(waiting(38, others=("bar", "office")))
    window.work.slips.on_all_wanted_elsewhere("counter")


SCENES: Final[dict[str, Scene]] = {
    "waiting-order": waiting_order,
    "waiting-list": waiting_list,
    "waiting-lamp": waiting_lamp,
    "waiting-other": other_printer,
}
