"""Notices, lamps and scans are said in the shop's words, whole, with nothing left to fill in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import UndoPoint
from app.domain.printing import PrinterWord
from app.domain.push import PushKind
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Move, OrderState, PaymentState
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeWord
from app.ui.theme import Shape
from app.ui.widgets import Answer, AnswerKind, Message
from app.ui.wording.lamps import lamp_banner, lamp_state, lamp_story
from app.ui.wording.moves import flight_text, kind_text, move_text
from app.ui.wording.next_step import next_step
from app.ui.wording.notices import notice_details, notice_message
from app.ui.wording.runs import plain_text, runs
from app.ui.wording.scan import scan_answer, scan_message
from app.ui.wording.troubles import troubles
from tests.builders import an_order, an_order_to_pay, at
from tests.ui.snapshots import SHOP, a_snapshot, panel_states

pytestmark = pytest.mark.usefixtures("theme")

TITLES = {"cheers": "Cheers"}
FORBIDDEN = re.compile(
    r"\berror|failed to|successful|please|oops|!|\bP-\d|\bOK\b|\{(?!seconds\})|%n|\*", re.IGNORECASE
)
MOVED = {"move": "COLLECTED", "told": "yes", "undo": "5"}
DATA = {
    "move": "COLLECTED",
    "told": "no",
    "undo": "0",
    "kind": "accept",
    "reason": "not APPROVABLE",
    "standing": "CANCELLED",
    "word": "CANCELLED",
    "printer": "counter",
    "cause": "paper out",
    "device": "till scanner",
    "minor": "90000",
    "currency": "HUF",
    "id": "77c1",
}


def said(code: NoticeCode, tone: Tone = Tone.PLAIN, **changes: str) -> Message:
    notice = Notice(code, tone, "order-38", "A-38", "cheers", {**DATA, **changes})
    return notice_message(notice, at(2), SHOP, TITLES)


def whole(message: Message) -> str:
    return " ".join((message.head, message.rest, message.rest_after or "")).strip()


@pytest.mark.parametrize("code", NoticeCode)
@pytest.mark.parametrize("tone", Tone)
def test_every_notice_is_worded_plainly(code: NoticeCode, tone: Tone) -> None:
    message = said(code, tone)
    assert message.head.endswith((".", "?"))
    assert FORBIDDEN.search(whole(message)) is None
    assert (message.time, message.key) == ("12:02", "order-38")


@pytest.mark.parametrize("code", NoticeCode)
def test_no_notice_needs_more_than_its_code(code: NoticeCode) -> None:
    bare = Notice(code, Tone.WARN, data={"move": "READY"})
    assert FORBIDDEN.search(whole(notice_message(bare, at(), SHOP, TITLES))) is None


@pytest.mark.parametrize("kind", PushKind)
@pytest.mark.parametrize("code", [NoticeCode.REFUSED, NoticeCode.NOT_CONFIRMED, NoticeCode.TOLD])
def test_every_push_is_named_by_its_move(kind: PushKind, code: NoticeCode) -> None:
    message = said(code, kind=kind.value, standing="READY")
    head = message.head.lower()
    assert kind_text(kind) in message.head or "payment" in head or "points" in head


def test_a_move_that_can_be_undone_counts_down() -> None:
    message = said(NoticeCode.MOVED, Tone.OK, **MOVED)
    assert (message.head, message.rest) == ("A-38 collected.", "Cheers is told in {seconds} s.")
    assert (message.undo_seconds, message.rest_after) == (5.0, "Cheers is being told.")
    assert (message.shape, message.action) == (Shape.OK, None)


def test_a_move_the_vendor_does_not_hear_of_says_so() -> None:
    message = said(NoticeCode.MOVED, move="CANCEL_ORDER")
    assert (message.head, message.rest) == (
        "A-38 cancelled.",
        "Cheers is not told: see To settle.",
    )
    assert said(NoticeCode.MOVED, move="READY").rest == "Cheers is not told."
    assert said(NoticeCode.MOVED, move="LEFT", told="nobody").rest == ""


def test_a_refusal_names_the_thing_and_leads_to_it() -> None:
    message = said(NoticeCode.REFUSED, Tone.BAD, kind="ready")
    assert message.head == "Cheers refused Ready for A-38."
    assert message.rest == "The customer cancelled. Stop preparing."
    assert message.action == "Show A-38"


@pytest.mark.parametrize("kind", ["accept", "reject"])
def test_nobody_is_told_to_stop_what_was_never_begun(kind: str) -> None:
    message = said(NoticeCode.REFUSED, Tone.BAD, kind=kind)
    assert message.rest == "The customer cancelled. Do not prepare it."


def test_an_open_cover_is_not_an_open_counter() -> None:
    message = said(NoticeCode.SLIP_WAITS, cause="cover open")
    assert message.head == "The cover of “counter” is open."


def test_letters_that_are_not_on_a_slip_are_counted() -> None:
    message = said(NoticeCode.LETTERS_LOST, count="2")
    assert message.head == "A-38: 2 letters could not be printed by “counter”."
    assert message.action == "Show A-38"
    assert said(NoticeCode.LETTERS_LOST, count="1").head.startswith("A-38: a letter could")


MOVED_SLIPS = {"printer": "bar", "from_printer": "counter", "count": "2", "cause": "paper out"}


def test_a_fallback_says_how_many_go_where_and_why() -> None:
    notice = Notice(NoticeCode.SLIPS_MOVED, Tone.WARN, data=MOVED_SLIPS)
    message = notice_message(notice, at(2), SHOP, TITLES)
    assert message.head == "2 slips go to “bar”: “counter” has no paper."
    assert message.shape is Shape.WARN
    one = replace(notice, order_id="o", number="A-38", data={**MOVED_SLIPS, "count": "1"})
    message = notice_message(one, at(2), SHOP, TITLES)
    assert message.head == "Slip A-38 goes to “bar”: “counter” has no paper."
    assert message.action == "Show A-38"


def test_a_slip_given_to_another_printer_is_said_without_a_cause() -> None:
    notice = Notice(NoticeCode.SLIPS_MOVED, Tone.OK, "o", "A-38", "cheers", MOVED_SLIPS)
    assert notice_message(notice, at(2), SHOP, TITLES).head == "Slip A-38 goes to “bar”."


def test_a_drawer_that_stays_shut_says_what_to_do() -> None:
    message = said(NoticeCode.DRAWER_SHUT, Tone.WARN)
    assert message.head == "The drawer did not open: “counter” has no paper."
    assert message.rest == "The payment is noted. Open the drawer with the key."


@pytest.mark.parametrize(
    ("code", "head"),
    [
        (NoticeCode.SLIP_UNSURE, "Did the station slip of A-38 come out?"),
        (NoticeCode.SLIP_WAITS, "“counter” has no paper."),
    ],
)
def test_a_station_slip_is_called_one(code: NoticeCode, head: str) -> None:
    message = said(code, kind="station")
    assert message.head == head
    assert "station slip" in whole(message)


def test_codes_and_foreign_words_stand_in_the_details_alone() -> None:
    notice = Notice(NoticeCode.REFUSED, Tone.BAD, "o", "A-38", "cheers", {"reason": "x", **MOVED})
    assert notice_details(notice) == "P-02 · x"
    assert notice_details(Notice(NoticeCode.MOVED, Tone.OK, data=MOVED)) == ""


def test_an_unknown_undo_time_is_none() -> None:
    assert said(NoticeCode.MOVED, undo="soon").undo_seconds == 0


# --- lamps ----------------------------------------------------------------------------------------

WORDS = [
    *((LampKind.VENDOR, word.value) for word in ProbeWord),
    *((LampKind.PRINTER, word.value) for word in PrinterWord),
    *((LampKind.SCANNER, word.value) for word in ScannerWord),
    *((kind, "not asked yet") for kind in LampKind),
    *((kind, "a word of tomorrow") for kind in LampKind),
]


def a_lamp(kind: LampKind, word: str, tone: LampTone = LampTone.BAD) -> Lamp:
    return Lamp(kind, "it", "counter", word, tone, last_contact=at(1), since=at(1), detail="x: 7")


@pytest.mark.parametrize(("kind", "word"), WORDS)
@pytest.mark.parametrize("tone", LampTone)
def test_every_lamp_tells_what_is_so_what_is_safe_and_what_to_do(
    kind: LampKind, word: str, tone: LampTone
) -> None:
    story = lamp_story(a_lamp(kind, word, tone), SHOP, at(5))
    assert story.head and story.safe and story.todo
    assert len(story.do) <= 3 and len(story.dont) <= 3
    lines = (story.head, story.safe, story.todo, *story.do, *story.dont)
    assert all(FORBIDDEN.search(line) is None for line in lines)
    assert ("Last contact", "12:01") in story.facts
    assert story.details == "x: 7"


@pytest.mark.parametrize(
    ("kind", "word"),
    [(LampKind.VENDOR, "connected"), (LampKind.PRINTER, "paper out"), (LampKind.SCANNER, "ready")],
)
def test_the_lamp_s_word_is_the_accessible_one(kind: LampKind, word: str) -> None:
    state = lamp_state(a_lamp(kind, word), at(1, seconds=4))
    assert (state.name, state.word, state.age) == ("counter", word, "4 s")
    assert state.key == f"{kind.value}:it"


def test_a_switched_off_scanner_is_paused_not_broken() -> None:
    lamp = a_lamp(LampKind.SCANNER, ScannerWord.SWITCHED_OFF.value)
    assert lamp_state(lamp, at()).shape is Shape.PAUSED


def test_paper_out_is_said_once_with_what_waits() -> None:
    banner = lamp_banner(a_lamp(LampKind.PRINTER, "paper out"), SHOP, 2)
    assert banner is not None
    assert banner.head == "counter: paper out"
    expected = "2 slips wait, orders go on. Put in a new roll and close the cover."
    assert (banner.line, banner.shape) == (expected, Shape.BAD)
    one = lamp_banner(a_lamp(LampKind.PRINTER, "paper out"), SHOP, 1)
    assert one is not None and one.line.startswith("1 slip waits, orders go on.")


def test_slips_that_another_printer_takes_over_are_not_waited_for_here() -> None:
    out = a_lamp(LampKind.PRINTER, "paper out")
    banner = lamp_banner(out, SHOP, fallback="bar")
    assert banner is not None
    assert banner.line.startswith("Slips that wait go to “bar”; orders go on.")
    waiting = lamp_banner(out, SHOP, 2, fallback="bar")
    assert waiting is not None
    assert waiting.line.startswith("2 slips wait and go to “bar”, orders go on.")
    story = lamp_story(out, SHOP, at(), fallback="bar")
    assert story.safe == "Slips that wait go to “bar”; orders go on."
    assert lamp_story(out, SHOP, at()).safe.startswith("Slips wait and come by themselves")


def test_a_silent_vendor_says_since_when() -> None:
    banner = lamp_banner(replace(a_lamp(LampKind.VENDOR, "offline"), title="Cheers"), SHOP)
    assert banner is not None
    assert banner.head == "Cheers has not answered since 12:01"
    assert banner.line.startswith("Orders on this board are safe.")


@pytest.mark.parametrize(
    "lamp",
    [
        a_lamp(LampKind.VENDOR, "connected", LampTone.OK),
        a_lamp(LampKind.PRINTER, "paper low", LampTone.WARN),
        a_lamp(LampKind.SCANNER, "not found", LampTone.BAD),
        a_lamp(LampKind.VENDOR, "not asked yet", LampTone.IDLE),
    ],
    ids=lambda lamp: lamp.word,
)
def test_what_does_not_last_or_matter_has_no_banner(lamp: Lamp) -> None:
    assert lamp_banner(lamp, SHOP) is None


# --- scans ----------------------------------------------------------------------------------------

READY = an_order(state=OrderState.READY, ready_at=at(1))
GONE = an_order(state=OrderState.COLLECTED, ended_at=at(1))


def scanned(verdict: ScanVerdict, order: object = None) -> Answer:
    snapshot = a_snapshot(order) if order is not None else None  # type: ignore[arg-type]
    return scan_answer(ScanAnswered(verdict, Intent.SLIP, "PULT-1", snapshot), SHOP, at(4))


@pytest.mark.parametrize("verdict", ScanVerdict)
@pytest.mark.parametrize("state", [None, *OrderState])
def test_every_scan_has_an_answer(verdict: ScanVerdict, state: OrderState | None) -> None:
    order = an_order(state=state) if state is not None else None
    snapshot = a_snapshot(order) if order is not None else None
    answered = ScanAnswered(verdict, Intent.UNKNOWN, "x" * 500, snapshot)
    answer = scan_answer(answered, SHOP, at(20))
    assert answer.headline
    assert len(answer.buttons) <= (2 if verdict is ScanVerdict.ASK_FIRST else 1)
    for line in (answer.headline, *answer.lines):
        assert FORBIDDEN.search(line) is None
    message = scan_message(answered, at(20), SHOP, at(20))
    assert FORBIDDEN.search(message.head + message.rest) is None
    assert message.key == (order.id if order else "")


def test_no_new_orders_are_looked_for_where_none_come_from() -> None:
    offline = replace(a_lamp(LampKind.VENDOR, "offline"), title="Cheerfy")
    banner = lamp_banner(replace(offline, brings_orders=False), SHOP)
    assert banner is not None
    assert banner.line == (
        "Orders on this board are safe. Go on; what is for Cheerfy is sent by itself, once."
    )
    story = lamp_story(replace(offline, brings_orders=False), SHOP, at(20))
    assert not any("new orders" in line for line in story.do)


def test_a_question_ends_with_its_own_mark() -> None:
    waits = ScanAnswered(ScanVerdict.CARD_WAITS, Intent.CARD, "7a49cvbg2740mnr3", None)
    message = scan_message(waits, at(20), SHOP, at(20))
    assert message.head == "Card read: whose order?"


def test_a_hand_over_offers_undo_while_it_can_be_undone() -> None:
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(9))
    answer = scanned(ScanVerdict.HANDED_OVER, replace(GONE, undo=undo))
    assert (answer.kind, answer.headline, answer.number) == (
        AnswerKind.HAND_OVER,
        "Hand over",
        "A-1",
    )
    assert [button.key for button in answer.buttons] == ["undo"]
    assert scanned(ScanVerdict.HANDED_OVER, GONE).buttons == ()


def test_money_due_is_named_and_leads_to_the_payment() -> None:
    due = an_order_to_pay(900, state=OrderState.READY)
    answer = scanned(ScanVerdict.PAY_FIRST, due)
    assert answer.headline == "Take 900 Ft first"
    assert [(button.key, button.text) for button in answer.buttons] == [
        ("take_payment", "Take payment")
    ]


def test_a_slip_already_used_says_when() -> None:
    answer = scanned(ScanVerdict.ALREADY_OUT, GONE)
    assert (answer.headline, answer.lines) == ("Already handed over", ("12:01, 3 min ago",))


def test_an_unknown_code_says_what_it_looks_like_but_shows_no_key() -> None:
    link = ScanAnswered(ScanVerdict.UNKNOWN, Intent.WEB_LINK, "https://x.example")
    answer = scan_answer(link, SHOP, at())
    assert answer.headline == "Pult does not know this code"
    assert answer.lines[0] == "It looks like a web link. Nothing was changed."
    assert answer.hint == "https://x.example"
    key = ScanAnswered(ScanVerdict.UNKNOWN, Intent.ONE_TIME_KEY, "ab" * 16)
    assert scan_answer(key, SHOP, at()).hint == ""


# --- moves, next steps, troubles ------------------------------------------------------------------


@pytest.mark.parametrize("move", Move)
def test_buttons_are_named_exactly_as_the_moves(move: Move) -> None:
    assert move_text(move) == move.value
    assert flight_text(move).endswith("…")


@pytest.mark.parametrize("name", list(panel_states()))
def test_every_state_says_what_to_do_next(name: str) -> None:
    snapshot = panel_states()[name]
    step = next_step(snapshot, SHOP, at(2.5))
    found = (step.runs, *(trouble.runs for trouble in troubles(snapshot, SHOP, at(2.5))))
    for sentence in found:
        text = plain_text(sentence)
        assert text.endswith((".", "?"))
        assert FORBIDDEN.search(text) is None


def test_the_sentence_for_a_new_order_with_money_due() -> None:
    step = next_step(a_snapshot(an_order_to_pay(5160)), SHOP, at(2))
    text = plain_text(step.runs).replace("\u00a0", " ")
    due = "5,160 Ft is to be paid here before hand-over."
    assert text == f"Next: accept. {due} Accept cannot be undone."
    assert [run.text for run in step.runs if run.bold] == ["accept"]


def test_what_is_filled_in_is_never_bold_by_its_own_stars() -> None:
    found = runs("*{vendor}* says {word}.", vendor="A*B", word="*{x}*")
    assert [(run.text, run.bold) for run in found] == [("A*B", True), (" says *{x}*.", False)]


def test_what_goes_back_stands_first_and_only_where_there_is_some() -> None:
    message = said(NoticeCode.PAYMENT_TAKEN, Tone.OK, change="10000")
    assert message.rest.startswith("Change: 100")
    assert "taken" in message.rest
    assert "Change" not in said(NoticeCode.PAYMENT_TAKEN, Tone.OK, change="0").rest


def test_a_payment_that_accepts_says_again_what_goes_back() -> None:
    message = said(NoticeCode.PAYMENT_ACCEPTED, Tone.OK, change="10000")
    assert message.rest.startswith("Change: 100")
    assert "Change" not in said(NoticeCode.PAYMENT_ACCEPTED, Tone.OK).rest
