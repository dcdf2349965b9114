"""Order snapshots for tests and galleries of the screen, offered moves by the real rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.capabilities import Capabilities, Telling
from app.domain.moves import offered_moves
from app.domain.order import Order, PaymentMethod, PaymentPart, UndoPoint
from app.domain.points import Points, PointsState
from app.domain.printing import PrinterWord
from app.domain.push import Push, PushKind, PushState, sync_by_system
from app.domain.settlement import SettleKind, ToSettle
from app.domain.situation import Situation
from app.domain.snapshot import OrderSnapshot, SlipStanding
from app.domain.states import EndedBy, JobState, Move, OrderState, PaymentState
from app.usecases.desk import Shop
from app.vendors.cheers import CAPABILITIES as CHEERS
from tests.builders import a_basket, a_customer, a_line, a_push, an_order, at, huf

SHOP = Shop(timezone=ZoneInfo("Europe/Budapest"))
MUTE = Capabilities(
    moves=dict.fromkeys((Move.ACCEPT, Move.REJECT, Move.READY, Move.COLLECTED), Telling.TOLD),
    reason_required=True,
)
"""A vendor that has no word for a customer who left, and wants a reason nobody else reads."""


def a_snapshot(
    order: Order | None = None,
    *,
    pushes: tuple[Push, ...] = (),
    slip: SlipStanding | None = None,
    now: datetime | None = None,
    capabilities: Capabilities = CHEERS,
    **changes: Any,
) -> OrderSnapshot:
    """Give what the screen gets of `order` when the outbox holds `pushes`."""
    known = order or an_order()
    situation = Situation(
        order=known,
        capabilities=capabilities,
        now=now or at(2),
        pushes=pushes,
        slip=slip.state if slip else None,
    )
    awaited = situation.awaited
    return OrderSnapshot(
        order=known,
        vendor_title=changes.pop("vendor_title", "Cheers"),
        offered=offered_moves(situation),
        syncs=sync_by_system(pushes),
        awaited=awaited.kind if awaited else None,
        question=situation.question,
        refused=situation.refused,
        misses=max((push.misses for push in pushes if push.state.is_open), default=0),
        tries=max((push.tries for push in pushes if push.state.is_open), default=0),
        slip=slip,
        on_the_way_at=changes.pop("on_the_way_at", situation.on_the_way_at),
        **(_of_vendor(capabilities) | changes),
    )


def the_points(state: PointsState = PointsState.NO_CARD, **changes: Any) -> Points:
    """Give how an order's loyalty points stand, with what can be done about them."""
    unsent = state in (PointsState.NOT_YET, PointsState.FOR_PAYMENT, PointsState.NOT_BOOKED)
    no_card = state is PointsState.NO_CARD
    given: dict[str, Any] = {
        "title": "Cheerfy",
        "card": "" if no_card else "nr3",
        "can_tie": no_card or unsent,
        "can_remove": unsent,
        "can_try_again": state.needs_person,
    }
    return Points(state, "cheerfy", **(given | changes))


def _of_vendor(capabilities: Capabilities) -> dict[str, Any]:
    return {
        "reason_required": capabilities.reason_required,
        "passes_reason_on": capabilities.passes_reason_on,
        "refund_place": capabilities.refund_place,
        "keyed_in_here": capabilities.keyed_in_here,
    }


def a_slip_standing(state: JobState = JobState.PRINTED, **changes: Any) -> SlipStanding:
    """Give how a slip on the printer "counter" stands."""
    given: dict[str, Any] = {"state": state, "printer": "counter", "job_id": "job-1"}
    if state in (JobState.PRINTED, JobState.SENT):
        given["first_at"] = at(1)
    given["waits"] = state is JobState.QUEUED and changes.get("cause") is not None
    return SlipStanding(**(given | changes))


# --- the orders of the pictures -------------------------------------------------------------------

_VAT = Decimal(27)


def the_lager(**changes: Any) -> Order:
    """Give A-42 of the pictures: four drinks and a lángos, 5,160 Ft to be paid here."""
    zero = huf(0)
    lines = (
        a_line(
            "Draught lager 0.5 l",
            1190,
            quantity=2,
            collect=huf(1190),
            vat=_VAT,
            modifiers=(a_line("extra lemon", 100, collect=huf(100), vat=_VAT),),
        ),
        a_line(
            "Wheat beer 0.3 l",
            890,
            collect=huf(690),
            discount=huf(200),
            takeaway=True,
            vat=_VAT,
        ),
        a_line("Lángos, sour cream and cheese", 1690, collect=huf(1690), vat=_VAT),
    )
    basket = a_basket(*lines, tip=200, tip_collect=zero)
    note = "Kérem hab nélkül, köszönöm! A lángost külön csomagolják."
    given: dict[str, Any] = {
        "basket": basket,
        "number": "A-42",
        "desk": "Counter 1",
        "channel": "phone",
        "customer": a_customer(name="", phone="", comment=note),
        "payment": PaymentState.DUE,
        "due": basket.total,
        "opened": True,
    }
    return an_order("order-42", **(given | changes))


def the_pretzel(**changes: Any) -> Order:
    """Give A-37 of the pictures: ready, 900 Ft of it still to be paid."""
    lines = (
        a_line("Wheat beer 0.5 l", 1290, modifiers=(a_line("lemon", 100),)),
        a_line(
            "Salted pretzel, large", 690, takeaway=True, modifiers=(a_line("herb butter", 190),)
        ),
        a_line("Lángos, garlic, no sour cream", 1490, discount=huf(260)),
    )
    note = "Laktózérzékeny vagyok, tejföl nélkül kérem."
    customer = a_customer(
        name="Fehérvári-Szentgyörgyi Krisztina", phone="+36 30 555 0142", comment=note
    )
    given: dict[str, Any] = {
        "state": OrderState.READY,
        "basket": a_basket(*lines),
        "number": "A-37",
        "desk": "Counter 2",
        "channel": "kiosk",
        "customer": customer,
        "payment": PaymentState.DUE,
        "due": huf(900),
        "opened": True,
    }
    return an_order("order-37", **(given | changes))


def in_doubt(kind: PushKind = PushKind.ACCEPT, **changes: Any) -> Push:
    """Give a push of which it is not known what became."""
    return a_push("order-42", **({"kind": kind, "state": PushState.UNCONFIRMED} | changes))


def panel_states() -> dict[str, OrderSnapshot]:
    """Give one snapshot for each state of the panel, by a short name."""
    ready = the_pretzel()
    paid = replace(ready, payment=PaymentState.NOT_DUE, due=huf(0))
    preparing = the_lager(state=OrderState.PREPARING)
    new = the_lager()
    ended = the_lager(
        state=OrderState.CANCELLED,
        payment=PaymentState.RETURN_DUE,
        taken=(),
    )
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(2.6))
    printed = a_slip_standing()
    unsure = a_slip_standing(JobState.UNSURE, cause=PrinterWord.NOT_ANSWERING)
    return {
        "new-due": a_snapshot(new),
        "new-free": a_snapshot(an_order("order-43", desk="Table 12")),
        "accepting": a_snapshot(new, pushes=(a_push("order-42", state=PushState.SENDING),)),
        "accept-retrying": a_snapshot(new, pushes=(a_push("order-42", misses=3, due_at=at(5)),)),
        "accept-in-doubt": a_snapshot(new, pushes=(in_doubt(due_at=at(4)),)),
        "preparing-due": a_snapshot(preparing, slip=printed),
        "preparing-slip-unsure": a_snapshot(
            replace(preparing, payment=PaymentState.NOT_DUE, due=huf(0)), slip=unsure
        ),
        "ready-due": a_snapshot(ready, slip=printed),
        "ready-free": a_snapshot(paid, slip=printed),
        "ready-failed": a_snapshot(replace(ready, payment=PaymentState.FAILED), slip=printed),
        "payment-in-doubt": a_snapshot(
            replace(ready, payment=PaymentState.UNCONFIRMED),
            slip=printed,
            pushes=(
                a_push("order-37", kind=PushKind.PAYMENT_RECEIVED, state=PushState.UNCONFIRMED),
            ),
        ),
        "ready-refused": a_snapshot(
            paid,
            slip=printed,
            pushes=(
                a_push(
                    "order-37",
                    kind=PushKind.READY,
                    state=PushState.REFUSED,
                    refusal="order is not in a state to be DONE",
                ),
            ),
        ),
        "collected": a_snapshot(
            replace(
                paid,
                state=OrderState.COLLECTED,
                ended_at=at(2),
                held_in=OrderState.READY,
                undo=undo,
            ),
            slip=printed,
            pushes=(a_push("order-37", kind=PushKind.COLLECTED, due_at=at(2.6)),),
        ),
        "cancelled": a_snapshot(cancelled_after_payment(), slip=printed),
        "return-due": a_snapshot(replace(cancelled_after_payment(), attention=None)),
        "ended": a_snapshot(replace(ended, payment=PaymentState.NOT_DUE), now=at(30)),
    }


def cancelled_after_payment() -> Order:
    """Give A-42 cancelled by the customer while it was prepared, after 900 Ft were taken."""
    from app.domain.states import Attention

    return the_lager(
        state=OrderState.CANCELLED,
        payment=PaymentState.RETURN_DUE,
        taken=(PaymentPart(PaymentMethod.CASH, huf(900), huf(1000)),),
        attention=Attention.ENDED_ELSEWHERE,
        ended_by=EndedBy.VENDOR,
        ended_at=at(2),
        held_in=OrderState.PREPARING,
    )


def later(minutes: float) -> timedelta:
    """Give a span of minutes."""
    return timedelta(minutes=minutes)


def to_settle() -> tuple[OrderSnapshot, ...]:
    """Give two orders with something to settle: one left, of the other money went back."""
    there = ToSettle(kind=SettleKind.REFUND_THERE, since=at(9), move=Move.LEFT, amount=huf(5160))
    left = the_lager(
        state=OrderState.LEFT,
        payment=PaymentState.NOT_DUE,
        due=huf(0),
        ended_at=at(9),
        ended_by=EndedBy.STAFF,
        settling=(ToSettle(kind=SettleKind.NOT_TOLD, since=at(9), move=Move.LEFT), there),
    )
    paid = (PaymentPart(PaymentMethod.CARD, huf(900)),)
    back = ToSettle(
        kind=SettleKind.RETURNED_HERE, since=at(3), move=Move.MONEY_RETURNED, amount=huf(900)
    )
    returned = the_pretzel(
        state=OrderState.COLLECTED,
        payment=PaymentState.RETURNED,
        taken=paid,
        returned=paid,
        ended_at=at(1),
        ended_by=EndedBy.STAFF,
        settling=(back,),
    )
    return (
        a_snapshot(left, capabilities=MUTE, vendor_title="LOKE"),
        a_snapshot(returned),
    )


def brought_back() -> OrderSnapshot:
    """Give A-37 collected and paid with 900 Ft here: its customer stands at the counter again."""
    paid = (PaymentPart(PaymentMethod.CARD, huf(900)),)
    ended = {"ended_at": at(1), "ended_by": EndedBy.STAFF}
    return a_snapshot(
        the_pretzel(state=OrderState.COLLECTED, payment=PaymentState.RECEIVED, taken=paid, **ended)
    )
