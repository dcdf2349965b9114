"""What Pult says, Undo, and the day's list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel

from app.domain.lamp import Lamp
from app.domain.news import LampChanged, Noticed, StoreWorks
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order, UndoPoint
from app.domain.printing import PrinterWord
from app.domain.push import PushKind, PushState
from app.domain.states import Attention, JobState, Move, OrderState, PaymentState
from app.ui.theme import Shape
from app.usecases.undo_move import UndoMove
from tests.builders import a_push, at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, OFFLINE, PAPER_OUT, simple, the_day
from tests.ui.reading import buttons, texts
from tests.ui.snapshots import a_slip_standing, a_snapshot


def moved(number: str = "A-36", undo: float = 30, **changes: str) -> Noticed:
    data = {"move": "COLLECTED", "told": "yes", "undo": str(undo)} | changes
    order_id = f"order-{number.removeprefix('A-')}"
    return Noticed(Notice(NoticeCode.MOVED, Tone.OK, order_id, number, "cheers", data), at(24))


def said(shown: Shown) -> list[str]:
    return [label.text() for label in shown.group("Messages").findChildren(QLabel)]


def test_a_move_is_said_with_undo(show: Show) -> None:
    shown = show()
    shown.say(moved())
    assert any(text.startswith("A-36 collected. Cheers is told in 30 s") for text in said(shown))
    shown.press("Undo", shown.group("Messages"))
    assert shown.till.of(UndoMove) == [UndoMove("order-36")]


def test_undo_goes_when_the_order_has_none_any_more(show: Show) -> None:
    shown = show()
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(25))
    order = simple(36, 2, state=OrderState.COLLECTED, held_in=None)
    shown.orders(a_snapshot(replace(order, undo=undo)))
    shown.say(moved())
    assert "Undo" in buttons(shown.group("Messages"))
    shown.orders(a_snapshot(simple(36, 2, state=OrderState.READY)))
    assert "Undo" not in buttons(shown.group("Messages"))


def test_a_message_leads_to_its_order(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    notice = Notice(
        NoticeCode.REFUSED, Tone.BAD, "order-37", "A-37", "cheers", {"kind": "ready", "reason": "x"}
    )
    shown.say(Noticed(notice, at(24)))
    shown.press("Show A-37", shown.group("Messages"))
    assert shown.has_group("Order A-37")


def test_the_latest_messages_are_labels_of_the_group(show: Show) -> None:
    shown = show()
    for number in range(1, 4):
        shown.say(moved(f"A-{number}", undo=0))
    for number in range(1, 4):
        assert any(text.startswith(f"A-{number} collected") for text in said(shown))


def test_a_tap_lists_the_day(show: Show) -> None:
    shown = show()
    shown.say(moved("A-1", undo=0))
    refused = Notice(
        NoticeCode.REFUSED, Tone.BAD, "order-2", "A-2", "cheers", {"kind": "ready", "reason": "no"}
    )
    shown.say(Noticed(refused, at(24)))
    strip = shown.work.stage.strip
    shown.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert shown.title() == "Messages"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    listed = texts(dialog)
    assert any("A-1 collected" in text for text in listed)
    assert any("P-02" in text for text in listed)
    shown.say(moved("A-3", undo=0))
    assert any("A-3 collected" in text for text in texts(dialog))


def test_the_list_of_a_quiet_day_says_so(show: Show) -> None:
    shown = show()
    shown.work.messages.on_strip_opened()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Nothing was said yet" in texts(dialog)


@pytest.mark.parametrize("number", ["<b>A-1</b>", "A-" + "9" * 300, "{seconds}", "%1 {0}"])
def test_hostile_numbers_stay_text(show: Show, number: str) -> None:
    shown = show()
    before = shown.window.size()
    shown.say(moved(number))
    assert any(number[:20] in text or number == "{seconds}" for text in said(shown))
    assert shown.window.size() == before


# --- what becomes of a message --------------------------------------------------------------------

CONNECTED, PRINTS, READS = LAMPS


def strip(shown: Shown) -> str:
    return shown.work.stage.strip.label.text()


def newest(shown: Shown) -> str:
    """Give the top row of the day's list."""
    shown.work.messages.on_strip_opened()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    lines = texts(dialog)
    return " ".join(lines[lines.index("Messages") + 1 :])


def noticed(code: NoticeCode, number: str = "", vendor: str = "cheers", **data: str) -> Noticed:
    order_id = f"order-{number.removeprefix('A-')}" if number else ""
    return Noticed(Notice(code, Tone.WARN, order_id, number, vendor, data), at(24))


def collected(undo: UndoPoint | None = None) -> Order:
    return simple(36, 2, state=OrderState.COLLECTED, undo=undo)


def standing(shown: Shown, state: PushState, misses: int = 0, kind: str = "collected") -> None:
    push = a_push("order-36", kind=PushKind(kind), state=state, misses=misses)
    shown.orders(a_snapshot(collected(), pushes=(push,)))


@pytest.mark.parametrize(
    ("state", "misses", "rest"),
    [
        (PushState.SENDING, 0, "Cheers is being told."),
        (PushState.WAITING, 2, "Cheers is told when it answers again."),
        (PushState.UNCONFIRMED, 0, "Cheers has not confirmed it yet."),
        (PushState.REFUSED, 0, "Cheers refused it."),
        (PushState.DONE, 0, "Cheers knows."),
    ],
)
def test_a_move_s_message_follows_the_telling(
    show: Show, state: PushState, misses: int, rest: str
) -> None:
    shown = show()
    shown.say(moved(undo=0))
    standing(shown, state, misses)
    assert strip(shown) == f"A-36 collected. {rest}"
    assert rest in newest(shown)


def test_a_payment_s_message_ends_once_the_vendor_knows(show: Show) -> None:
    shown = show()
    shown.say(noticed(NoticeCode.PAYMENT_TAKEN, "A-49", minor="90000", currency="HUF", told="yes"))
    assert strip(shown).endswith("taken. Cheers is being told.")
    shown.orders(a_snapshot(simple(49, 1, payment=PaymentState.RECEIVED)))
    assert strip(shown).endswith("taken. Cheers knows.")
    assert "is being told" not in newest(shown)


def test_an_open_list_follows_too(show: Show) -> None:
    shown = show()
    shown.say(moved("A-1", undo=0), moved(undo=0), moved("A-2", undo=0))
    shown.work.messages.on_strip_opened()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    before = texts(dialog)
    standing(shown, PushState.DONE)
    assert len(texts(dialog)) == len(before)
    assert texts(dialog).count("Cheers knows.") == 1
    assert texts(dialog).count("Cheers is being told.") == 2


@pytest.mark.parametrize(
    ("state", "rest"),
    [
        (OrderState.CANCELLED, "The order was cancelled since."),
        (OrderState.READY, "That no longer holds."),
        (OrderState.LEFT, "That no longer holds."),
    ],
)
def test_what_was_dropped_is_not_called_known(show: Show, state: OrderState, rest: str) -> None:
    shown = show()
    shown.say(moved(undo=0))
    shown.orders(a_snapshot(simple(36, 2, state=state)))
    assert strip(shown) == f"A-36 collected. {rest}"


def test_nothing_is_promised_while_the_vendor_is_gone(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(OFFLINE), moved())
    assert strip(shown) == "A-36 collected. Cheers is told when it answers again."
    assert "Undo" in buttons(shown.group("Messages"))
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(25))
    push = a_push("order-36", kind=PushKind.COLLECTED)
    shown.orders(a_snapshot(collected(undo=undo), pushes=(push,)))
    shown.say(LampChanged(CONNECTED))
    assert strip(shown).startswith("A-36 collected. Cheers is told in")


def test_a_refused_key_is_not_called_silence(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(replace(OFFLINE, word="key not accepted")), moved(undo=0))
    assert strip(shown) == "A-36 collected. Cheers is told once it lets this shop in."


def test_a_doubt_ends_when_it_is_settled(show: Show) -> None:
    shown = show()
    doubted = noticed(NoticeCode.NOT_CONFIRMED, "A-36", kind="accept")
    standing(shown, PushState.UNCONFIRMED)
    shown.say(doubted)
    standing(shown, PushState.UNCONFIRMED)
    assert strip(shown).startswith("A-36: your Accept may not have reached Cheers.")
    standing(shown, PushState.DONE)
    assert strip(shown) == "A-36: your Accept is settled. Nothing is open with Cheers any more."
    assert shown.work.stage.strip.message is not None
    assert shown.work.stage.strip.message.shape is Shape.OK
    listed = newest(shown)
    assert "may not have reached" in listed and "Nothing is open with Cheers" in listed


TROUBLES = [
    (noticed(NoticeCode.VENDOR_GONE), OFFLINE, CONNECTED, "Cheers answers again."),
    (
        noticed(NoticeCode.SLIP_WAITS, "A-36", printer="counter", cause="paper out"),
        PAPER_OUT,
        PRINTS,
        "“counter” prints again.",
    ),
    (
        noticed(NoticeCode.SCANNER_TROUBLE, vendor="", device="till scanner"),
        replace(READS, word="not found", tone=PAPER_OUT.tone),
        READS,
        "“till scanner” reads again.",
    ),
]


@pytest.mark.parametrize(("trouble", "bad", "good", "head"), TROUBLES)
def test_a_trouble_s_message_ends_with_its_lamp(
    show: Show, trouble: Noticed, bad: Lamp, good: Lamp, head: str
) -> None:
    shown = show()
    shown.say(LampChanged(bad), trouble)
    said_at_first = strip(shown)
    shown.say(LampChanged(bad))
    assert strip(shown) == said_at_first
    shown.say(LampChanged(good))
    assert strip(shown).startswith(head)
    assert shown.work.stage.strip.message is not None
    assert shown.work.stage.strip.message.shape is Shape.OK
    assert head in newest(shown)


def test_a_well_lamp_leaves_the_newer_message_in_the_strip(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(OFFLINE), noticed(NoticeCode.VENDOR_GONE))
    shown.say(noticed(NoticeCode.SEEN, "A-1"), LampChanged(CONNECTED))
    assert strip(shown) == "A-1 seen."
    assert "Cheers answers again." in newest(shown)


def test_a_slip_that_came_out_ends_its_message(show: Show) -> None:
    shown = show()
    shown.say(noticed(NoticeCode.SLIP_WAITS, "A-36", printer="counter", cause="cover open"))
    assert strip(shown).startswith("The cover of “counter” is open. Slip A-36 waits")
    waits = a_slip_standing(JobState.QUEUED, cause=PrinterWord.COVER_OPEN)
    shown.orders(a_snapshot(simple(36, 2, state=OrderState.PREPARING), slip=waits))
    assert strip(shown).startswith("The cover of “counter” is open.")
    shown.orders(a_snapshot(simple(36, 2, state=OrderState.PREPARING), slip=a_slip_standing()))
    assert strip(shown).startswith("“counter” prints again.")


def test_an_answered_slip_ends_its_question(show: Show) -> None:
    shown = show()
    shown.say(noticed(NoticeCode.SLIP_UNSURE, "A-36", printer="counter"))
    shown.orders(a_snapshot(simple(36, 2), slip=a_slip_standing(JobState.UNSURE)))
    assert strip(shown).startswith("Did slip A-36 come out?")
    shown.orders(a_snapshot(simple(36, 2), slip=a_slip_standing()))
    assert strip(shown) == "Slip A-36 is settled."


def test_saving_again_is_said(show: Show) -> None:
    shown = show()
    shown.say(noticed(NoticeCode.STORE_UNAVAILABLE, vendor=""), StoreWorks())
    assert strip(shown) == "Pult saves again."


# --- whose Undo -----------------------------------------------------------------------------------


def test_a_later_move_of_the_order_takes_the_undo_over(show: Show) -> None:
    shown = show()
    shown.say(moved(move="READY"), moved("A-7"), moved())
    assert strip(shown).startswith("A-36 collected. Cheers is told in 30 s")
    shown.press("Undo", shown.group("Messages"))
    assert shown.till.of(UndoMove) == [UndoMove("order-36")]
    assert strip(shown).startswith("A-7 collected.")


def test_a_later_move_without_undo_ends_the_earlier_one_s(show: Show) -> None:
    shown = show()
    shown.say(moved(move="READY"), moved(undo=0))
    assert strip(shown) == "A-36 collected. Cheers is being told."
    assert "Undo" not in buttons(shown.group("Messages"))


def test_another_order_s_undo_is_never_replaced(show: Show) -> None:
    shown = show()
    shown.say(moved("A-7"), moved(move="READY"), moved())
    assert strip(shown).startswith("A-7 collected.")
    shown.press("Undo", shown.group("Messages"))
    assert shown.till.of(UndoMove) == [UndoMove("order-7")]
    assert strip(shown).startswith("A-36 collected.")


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held_in", "rest"),
    [
        (OrderState.NEW, "Do not prepare it. Then press Seen."),
        (OrderState.PREPARING, "Stop preparing, then press Seen."),
        (OrderState.READY, "Do not hand it over. Then press Seen."),
    ],
)
def test_what_was_ended_elsewhere_says_what_not_to_do(
    show: Show, held_in: OrderState, rest: str
) -> None:
    shown = show()
    order = simple(
        36, 2, state=OrderState.CANCELLED, held_in=held_in, attention=Attention.ENDED_ELSEWHERE
    )
    shown.orders(a_snapshot(order))
    shown.say(noticed(NoticeCode.ENDED_ELSEWHERE, "A-36", standing="CANCELLED"))
    assert strip(shown) == f"The customer cancelled A-36. {rest}"
    shown.orders(a_snapshot(replace(order, attention=None)))
    assert strip(shown) == "The customer cancelled A-36. You have seen it."


def test_the_advice_on_a_doubt_is_not_cut(show: Show) -> None:
    shown = show()
    shown.say(noticed(NoticeCode.NOT_CONFIRMED, "A-36", kind="accept"))
    label = shown.work.stage.strip.label
    theme = shown.work.stage.strip._theme
    message = shown.work.stage.strip.message
    assert message is not None
    wide = QFontMetricsF(theme.font("button")).horizontalAdvance(message.head)
    wide += QFontMetricsF(theme.font("body")).horizontalAdvance(message.rest) + theme.real(5)
    shown.qtbot.waitUntil(lambda: label.width() >= wide)
