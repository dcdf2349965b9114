"""Which part of the screen hears which other one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


def wire(place: Workplace, root: QWidget) -> None:
    """Connect the parts of `place`, which lie in `root`, with one another. Thread: gui."""
    stage, errands, ways, fitting = place.stage, place.errands, place.ways, place.fitting
    place.layer.opened.connect(fitting.on_dialog_opened)
    place.layer.closed.connect(place.keyboard.on_perhaps_left)
    place.keyboard.changed.connect(fitting.on_keyboard)
    place.pages.turned.connect(fitting.on_turned)
    stage.placed.connect(fitting.on_placed)
    place.pages.turned.connect(fitting.on_placed)
    place.opened.changed.connect(stage.on_room_changed)
    place.opened.changed.connect(ways.on_shown_changed)
    stage.card.wanted.connect(errands.on_command)
    place.away.card_wanted.connect(place.opened.on_card_wanted)
    place.away.erase_wanted.connect(place.opened.on_erase_wanted)
    place.opened.opened.connect(place.bells.alarm.on_opened)
    place.bells.order_wanted.connect(ways.on_order_wanted)
    place.bells.buzzer_wanted.connect(errands.on_buzzer_wanted)
    place.banners.changed.connect(stage.on_room_changed)
    place.board.counted.connect(place.on_counted)
    place.messages.undo_pressed.connect(errands.on_undo)
    place.messages.order_wanted.connect(ways.on_order_wanted)
    place.messages.on_sale_wanted.connect(place.house.on_sale_wanted)
    place.catalogue.sold_out_wanted.connect(place.house.on_sold_out_wanted)
    stage.top.pause_pressed.connect(place.house.on_wanted)
    place.lamps.test_wanted.connect(errands.on_test_wanted)
    place.lamps.device_accepted.connect(ways.on_device_accepted)
    place.lamps.slips_wanted.connect(place.slips.on_list_wanted)
    place.panel.skip_wanted.connect(place.slips.on_skip)
    place.panel.retry_wanted.connect(place.slips.on_retry)
    place.panel.printer_wanted.connect(place.slips.on_other)
    stage.kept.taken.connect(errands.on_kept_taken)
    place.scans.kept.connect(stage.kept.keep)
    place.scans.order_scanned.connect(ways.on_order_scanned)
    place.scans.payment_scanned.connect(ways.on_payment_scanned)
    place.scans.said.connect(place.messages.on_said)
    place.offer.said.connect(place.messages.on_said)
    place.scans.sounded.connect(place.bells.on_scan)
    place.scans.button_pressed.connect(ways.on_answer_button)
    place.away.test_wanted.connect(errands.on_test_wanted)
    place.printers.slips_wanted.connect(place.slips.on_list_wanted)
    place.printers.test_wanted.connect(errands.on_test_wanted)
    watched = place.away.watched
    watched.test_wanted.connect(errands.on_test_wanted)
    watched.number_wanted.connect(errands.on_number_wanted)
    watched.watch_wanted.connect(errands.on_watch_wanted)
    watched.speed_wanted.connect(errands.on_speed_wanted)
    watched.accept_wanted.connect(errands.on_scanner_accepted)
    watched.keep_wanted.connect(errands.on_scanner_kept)
    place.settings.restart_wanted.connect(errands.on_restart_wanted)
    place.settings.demo_wanted.connect(errands.on_demo_wanted)
    place.settings.practice_wanted.connect(ways.on_practice_wanted)
    place.settings.values_test_wanted.connect(errands.on_values_test_wanted)
    place.away.rows_wanted.connect(errands.on_rows_wanted)
    place.away.order_wanted.connect(errands.on_shown_wanted)
    place.away.dialog_wanted.connect(place.opened.on_dialog_wanted)
    place.away.settle_wanted.connect(place.settle.on_wanted)
    place.away.closing_wanted.connect(ways.on_closing)
    place.closing.dialog_wanted.connect(place.opened.on_dialog_wanted)
    place.closing.settle_wanted.connect(place.settle.on_wanted)
    place.settle.counted.connect(place.away.on_to_settle)
    place.away.board_wanted.connect(ways.on_order_wanted)
    place.numbers.order_chosen.connect(ways.on_order_wanted)
    place.numbers.order_found.connect(ways.on_order_found)
    place.numbers.look_up_wanted.connect(errands.on_look_up_wanted)
    place.walkin.order_placed.connect(ways.on_walkin_placed)
    place.walkin.said.connect(place.messages.on_said)
    stage.top.walk_in_pressed.connect(ways.on_walk_in)
    stage.top.order_number_pressed.connect(place.numbers.on_wanted)
    stage.top.search_pressed.connect(place.away.on_search)
    stage.top.history_pressed.connect(place.away.on_history)
    stage.top.settings_pressed.connect(ways.on_settings_wanted)
    stage.top.person_pressed.connect(place.people.on_wanted)
    place.people.acts_chosen.connect(errands.on_acts_chosen)
    place.messages.help_wanted.connect(place.away.on_help)
    place.lamps.help_wanted.connect(place.away.on_help)
    help_key = QShortcut(QKeySequence.StandardKey.HelpContents, root)
    help_key.activated.connect(place.away.on_help)
    escape = QShortcut(QKeySequence("Esc"), root)
    escape.activated.connect(ways.on_escape)
    for keys, slot in (("F6", place.panes.on_next), ("Shift+F6", place.panes.on_previous)):
        QShortcut(QKeySequence(keys), root).activated.connect(slot)
