"""The newest message replaces, but never a running Undo."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.theme import Shape, Theme
from app.ui.widgets import Message, MessageStrip
from tests.ui.showing import put_on_screen

COLLECTED = Message(
    Shape.OK,
    "A-39 collected.",
    "Cheers is told in {seconds} s.",
    "18:24",
    key="A-39",
    undo_seconds=5,
    rest_after="Cheers is told.",
)


def a_strip(qtbot: QtBot, theme: Theme) -> MessageStrip:
    strip = MessageStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(880, 56)
    put_on_screen(qtbot, strip)
    return strip


def tap_undo(qtbot: QtBot, strip: MessageStrip) -> None:
    qtbot.mouseClick(strip.undo_button, Qt.MouseButton.LeftButton)


def test_the_whole_message_is_one_label_in_the_group_messages(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(Message(Shape.WARN, "A-41:", "slip waits <b>for paper</b>"))
    assert strip.accessibleName() == "Messages"
    assert strip.label.text() == "A-41: slip waits <b>for paper</b>"


def test_the_newest_replaces(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(Message(Shape.OK, "first"))
    strip.say(Message(Shape.OK, "second"))
    assert strip.label.text() == "second"


def test_a_running_undo_is_not_replaced_and_the_newest_comes_after_it(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(COLLECTED)
    strip.say(Message(Shape.OK, "older"))
    strip.say(Message(Shape.OK, "newest"))
    assert strip.label.text() == "A-39 collected. Cheers is told in 5 s."
    assert strip.undo_button.isVisible()
    strip.end_undo("A-39")
    assert strip.label.text() == "newest"
    assert not strip.undo_button.isVisible()


def test_undo_is_told_once_with_its_key(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(COLLECTED)
    with qtbot.waitSignal(strip.undone) as told:
        tap_undo(qtbot, strip)
    assert told.args == ["A-39"]
    assert not strip.undo_button.isVisible()
    with qtbot.assertNotEmitted(strip.undone):
        tap_undo(qtbot, strip)


def test_two_undos_come_one_after_the_other(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(COLLECTED)
    second = Message(Shape.OK, "A-40 collected.", key="A-40", undo_seconds=30)
    strip.say(second)
    assert strip.message == COLLECTED
    strip.end_undo("A-39")
    assert strip.message == second
    assert strip.undo_button.isVisible()


def test_a_second_undo_can_be_pressed_at_once_but_not_by_the_same_double_tap(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(COLLECTED)
    strip.say(Message(Shape.OK, "A-40 collected.", key="A-40", undo_seconds=30))
    keys: list[str] = []
    strip.undone.connect(keys.append)
    tap_undo(qtbot, strip)
    tap_undo(qtbot, strip)
    assert keys == ["A-39"]
    qtbot.waitUntil(strip.undo_button.is_settled)
    tap_undo(qtbot, strip)
    assert keys == ["A-39", "A-40"]


def test_undo_runs_out_and_the_text_says_what_is_so_then(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    short = Message(
        Shape.OK, "A-39 collected.", "in {seconds} s", key="k", undo_seconds=0.1, rest_after="Told."
    )
    with qtbot.waitSignal(strip.ran_out) as told:
        strip.say(short)
    assert told.args == ["k"]
    assert strip.label.text() == "A-39 collected. Told."
    assert not strip.undo_button.isVisible()


def test_seconds_count_down_in_the_text(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(Message(Shape.OK, "A.", "in {seconds} s", key="k", undo_seconds=1.2))
    assert strip.label.text() == "A. in 2 s"
    qtbot.waitUntil(lambda: strip.label.text() == "A. in 1 s")
    assert strip.undo_button.accessibleName() == "Undo"
    strip.end_undo("k")


def test_too_late_takes_a_waiting_undo_away(qtbot: QtBot, theme: Theme) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(COLLECTED)
    strip.say(Message(Shape.OK, "A-40 collected.", key="A-40", undo_seconds=30))
    strip.end_undo("A-40")
    strip.end_undo("A-39")
    assert not strip.undo_button.isVisible()


def test_the_button_of_a_message_gives_its_key_and_a_tap_beside_opens_the_list(
    qtbot: QtBot, theme: Theme
) -> None:
    strip = a_strip(qtbot, theme)
    strip.say(Message(Shape.WARN, "L-17:", "not sure.", key="L-17", action="Show L-17"))
    with qtbot.waitSignal(strip.action_pressed) as told:
        qtbot.mouseClick(strip.action_button, Qt.MouseButton.LeftButton)
    assert told.args == ["L-17"]
    with qtbot.waitSignal(strip.opened):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
