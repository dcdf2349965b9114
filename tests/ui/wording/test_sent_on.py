"""What is said of systems an order was sent on to: always by their own name, never the vendor's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.capabilities import Capabilities, Telling
from app.domain.events import Event, EventKind
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import Push, PushKind, PushState
from app.domain.settlement import SettleKind, ToSettle
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.history.event_words import event_line
from app.ui.wording.card import marks_of
from app.ui.wording.facts import details_of
from app.ui.wording.next_step import next_step
from app.ui.wording.notices import notice_message
from app.ui.wording.runs import plain_text
from app.ui.wording.troubles import Trouble, troubles
from tests.builders import a_push, an_order, at
from tests.ui.snapshots import SHOP, a_snapshot

pytestmark = pytest.mark.usefixtures("theme")

TITLES = {"cheers": "Cheers", "oktopos": "OktoPOS"}
ACCEPTED = a_push(kind=PushKind.ACCEPT, state=PushState.DONE)
IN_WORK = an_order(state=OrderState.PREPARING, number="A-42")


def to_register(kind: PushKind, state: PushState, **more: object) -> Push:
    return a_push(sequence=2, system="oktopos", kind=kind, state=state, **more)


def shown(*pushes: Push, **changes: object) -> OrderSnapshot:
    return a_snapshot(IN_WORK, pushes=(ACCEPTED, *pushes), titles=TITLES, **changes)


def marks(snapshot: OrderSnapshot) -> list[str]:
    return [mark.text for mark in marks_of(snapshot, SHOP)]


def the_trouble(snapshot: OrderSnapshot) -> tuple[str, Trouble]:
    (trouble,) = troubles(snapshot, SHOP, at(2))
    return plain_text(trouble.runs), trouble


def test_a_refused_order_names_the_register_and_what_to_do() -> None:
    refused = to_register(PushKind.REGISTER, PushState.REFUSED, refusal="Article 7 is not known")
    snapshot = shown(refused)
    assert "Not in OktoPOS" in marks(snapshot)
    told = shown(to_register(PushKind.READY, PushState.REFUSED))
    assert "Refused by OktoPOS" in marks(told)
    text, trouble = the_trouble(snapshot)
    assert text == (
        "This order is not in OktoPOS. Here it goes on. Settle it under Not in register."
        " OktoPOS says: “Article 7 is not known”."
    )
    assert trouble.moves == (Move.ASK_AGAIN, Move.SEEN)
    assert plain_text(next_step(snapshot, SHOP, at(2)).runs).startswith("Next: prepare it")


def test_an_order_in_doubt_asks_to_look_in_the_register() -> None:
    doubt = to_register(PushKind.REGISTER, PushState.UNCONFIRMED, held=True, tries=1)
    snapshot = shown(doubt)
    assert "Not confirmed by OktoPOS" in marks(snapshot)
    text, trouble = the_trouble(snapshot)
    assert text.startswith("OktoPOS has not confirmed that it has this order. Look there for A-42.")
    assert "Pult is asking" not in text  # nothing asks by itself
    assert trouble.moves == (Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN)
    assert snapshot.offers(Move.ASK_AGAIN) is not None


def test_a_refused_state_does_not_say_that_the_order_stands_as_the_register_has_it() -> None:
    snapshot = shown(to_register(PushKind.READY, PushState.REFUSED, refusal="closed"))
    text, _ = the_trouble(snapshot)
    assert text == (
        "OktoPOS refused Ready. Here the order goes on; set it there by hand."
        " OktoPOS says: “closed”."
    )


@pytest.mark.parametrize(
    ("state", "misses", "text"),
    [
        (PushState.SENDING, 0, "Telling OktoPOS"),
        (PushState.WAITING, 2, "Waits for OktoPOS"),
    ],
)
def test_the_card_names_the_system_that_is_behind(state: PushState, misses: int, text: str) -> None:
    assert text in marks(shown(to_register(PushKind.REGISTER, state, misses=misses)))


def test_what_the_vendor_knows_is_not_what_the_register_knows() -> None:
    done = an_order(state=OrderState.COLLECTED, number="A-42")
    told = a_push(kind=PushKind.COLLECTED, state=PushState.DONE)
    waits = to_register(PushKind.COLLECTED, PushState.WAITING, misses=3)
    snapshot = a_snapshot(done, pushes=(told, waits), titles=TITLES)
    assert plain_text(next_step(snapshot, SHOP, at(30)).runs).endswith("Cheers knows.")
    alone = a_snapshot(done, pushes=(waits,), titles=TITLES)
    assert "Cheers" not in plain_text(next_step(alone, SHOP, at(30)).runs)


def test_an_end_that_is_ours_alone_is_not_said_to_be_known() -> None:
    left = an_order(state=OrderState.LEFT, number="3")
    told = a_push(kind=PushKind.ACCEPT, state=PushState.DONE)
    kept = ToSettle(kind=SettleKind.NOT_TOLD, since=at(5), move=Move.LEFT)
    open_ = a_snapshot(replace(left, settling=(kept,)), pushes=(told,), ended_untold=True)
    said = plain_text(next_step(open_, SHOP, at(30)).runs)
    assert said.endswith("Cheers is not told: see To settle.")
    ticked = replace(left, settling=(replace(kept, ticked_at=at(6)),))
    settled = a_snapshot(ticked, pushes=(told,), ended_untold=True)
    assert plain_text(next_step(settled, SHOP, at(30)).runs).endswith("Cheers is not told.")


def test_details_have_one_line_per_system_with_the_registers_own_word() -> None:
    refused = to_register(PushKind.READY, PushState.REFUSED, refusal="closed")
    created = a_push(
        sequence=3, system="oktopos", kind=PushKind.REGISTER, state=PushState.DONE, message="ready"
    )
    snapshot = shown(refused, created, words={"oktopos": "ready"})
    found = dict(details_of(snapshot, SHOP, at(2)))
    assert found["Cheers"] == "knows everything"
    assert found["OktoPOS"] == "refused, lists it as “ready”"
    assert found["OktoPOS on Ready"] == "closed"


def test_an_order_the_register_gave_no_number_for_says_what_is_left_to_do() -> None:
    order = an_order(state=OrderState.READY, vendor="oktopos", accepted_here=False)
    ways = Capabilities(moves={Move.LEFT: Telling.OURS_ALONE})
    snapshot = a_snapshot(order, capabilities=ways, vendor_title="OktoPOS")
    text = plain_text(next_step(snapshot, SHOP, at(2)).runs)
    assert text.startswith("OktoPOS gave no number for this order, so it cannot be told.")
    assert "Collected" not in text


@pytest.mark.parametrize(
    ("code", "kind", "head", "rest"),
    [
        (
            NoticeCode.REFUSED,
            "register",
            "OktoPOS refused the order for A-42.",
            "Here it goes on. Settle it under Not in register.",
        ),
        (
            NoticeCode.REFUSED,
            "ready",
            "OktoPOS refused Ready for A-42.",
            "Here the order goes on. Set it in OktoPOS by hand.",
        ),
        (
            NoticeCode.NOT_CONFIRMED,
            "register",
            "A-42: OktoPOS has not confirmed that it has the order.",
            "It is not sent again by itself. Look there, then open it.",
        ),
    ],
)
def test_messages_name_the_register(code: NoticeCode, kind: str, head: str, rest: str) -> None:
    data = {"kind": kind, "sent_on": "yes", "standing": "CANCELLED"}
    notice = Notice(code, Tone.BAD, "order-1", "A-42", "oktopos", data)
    message = notice_message(notice, at(), SHOP, TITLES)
    assert (message.head, message.rest) == (head, rest)


def test_the_history_says_what_the_register_lists() -> None:
    event = Event("order-1", at(), EventKind.READY_THERE, {"system": "oktopos", "word": "ready"})
    assert event_line(event, SHOP, "OktoPOS").text == "OktoPOS lists it as “ready”"
    told = Event("order-1", at(), EventKind.TOLD, {"system": "oktopos", "kind": "register"})
    assert event_line(told, SHOP, "OktoPOS").text == "OktoPOS confirmed the order"
