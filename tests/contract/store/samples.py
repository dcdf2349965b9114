"""Orders, pushes and jobs in which no field has its default, and strategies for any of them."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.domain.basket import Adjustment, Basket, Delivery, DeliveryKind, OrderLine
from app.domain.money import Money
from app.domain.order import Order, PaymentMethod, PaymentPart, UndoPoint
from app.domain.pause import Pause, PauseReason
from app.domain.printing import JobKind, PrinterWord, PrintJob
from app.domain.product import Product
from app.domain.push import Push, PushKind, PushState
from app.domain.report import Customer, DueDoubt, Fact
from app.domain.settlement import SettleKind, ToSettle
from app.domain.sold_out import SoldOut
from app.domain.states import Attention, EndedBy, JobState, KeptBack, Move, OrderState, PaymentState
from tests.builders import a_line, at, huf

FULL_ORDER = Order(
    id="full",
    vendor="cheers",
    vendor_order_id="c-full",
    number="A-77",
    slip_code="PULT-FULL-0001",
    state=OrderState.LEFT,
    payment=PaymentState.RETURN_DUE,
    due=Money(123_456_789_012_345, "HUF"),
    basket=Basket(
        currency="HUF",
        lines=(
            a_line(
                quantity=3,
                discount=huf(50),
                collect=huf(25),
                vat=Decimal("27.50"),
                takeaway=True,
                note="no foam please",
                modifiers=(
                    a_line("Lime", 100, note="thin", modifiers=(a_line("Salt", 0, note="sea"),)),
                    a_line("Ice", 0, vat=Decimal(0)),
                ),
            ),
            a_line("Soda", 400, note="cold"),
        ),
        tip=huf(200),
        tip_collect=huf(100),
        total=Money(5_000_01, "HUF"),
        total_is_computed=False,
        delivery=Delivery(
            kind=DeliveryKind.OTHER,
            word="by drone",
            fee=huf(500),
            collect=Money(7, "EUR"),
            vat=Decimal("5"),
        ),
        adjustments=(Adjustment("Loyal since 2019", huf(-300)), Adjustment("", Money(5, "EUR"))),
    ),
    placed_at=at(-30),
    received_at=at(-29, seconds=0.123456),
    number_is_ours=True,
    vendor_word="given_up",
    word_is_unknown=True,
    payment_word="external",
    due_doubt=DueDoubt.UNKNOWN_WORD,
    taken=(
        PaymentPart(PaymentMethod.CASH, huf(3000), huf(5000)),
        PaymentPart(PaymentMethod.CARD, huf(2000)),
    ),
    returned=(PaymentPart(PaymentMethod.OTHER, huf(10)),),
    desk="Terrace 4",
    channel="kiosk",
    customer=Customer(
        name="Szűcs Ödön",
        phone="+36 (20) 555-0147",
        email="odon@example.org",
        address="1052 Budapest, Váci utca 1.",
        comment="Ring twice.\nThank you!",
        facts=(Fact("metadata.car", "ABC-123"), Fact("metadata.car", "again")),
    ),
    facts=(Fact("invoice", "wanted"),),
    wanted_at=at(45),
    accepted_at=at(1),
    accepted_here=True,
    ready_at=at(8),
    ended_at=at(20),
    ended_by=EndedBy.VENDOR,
    attention=Attention.WENT_ANOTHER_WAY,
    held_in=OrderState.READY,
    quiet=True,
    in_later=True,
    opened=True,
    held_until=at(-20),
    kept_back=KeptBack.PAUSED,
    handed_over_unpaid="the boss said so",
    reject_reason="no more lager",
    return_notes=("the foam was warm",),
    settling=(
        ToSettle(kind=SettleKind.NOT_TOLD, since=at(20), move=Move.LEFT, ticked_at=at(22)),
        ToSettle(
            kind=SettleKind.REFUND_THERE,
            since=at(20, seconds=0.25),
            move=Move.LEFT,
            amount=Money(12_345, "EUR"),
        ),
    ),
    undo=UndoPoint(Move.LEFT, OrderState.READY, PaymentState.DUE, at(20, seconds=5)),
)

FULL_PUSH = Push(
    id="full-push",
    order_id="order-1",
    system="oktopos",
    kind=PushKind.REJECT,
    sequence=7,
    state=PushState.UNCONFIRMED,
    created_at=at(1),
    due_at=at(2),
    message="Sorry, no more lager",
    tries=3,
    misses=4,
    re_read_first=True,
    refusal="too late",
    acknowledged=True,
    settled_at=at(3),
    reference="20261120-7",
    body='{"reason":"no lager"}',
    held=True,
    by="p-1",
)

FULL_JOB = PrintJob(
    id="full-job",
    order_id="order-1",
    printer="kitchen",
    kind=JobKind.REPRINT,
    state=JobState.UNSURE,
    created_at=at(1),
    copy=2,
    not_confirmed=True,
    cause=PrinterWord.COVER_OPEN,
    attempts=3,
    offered=True,
    settled_at=at(3),
    station_printer="kitchen",
    stations=("grill", "ő"),
)


def fields_at_default(row: object) -> list[str]:
    """Name the fields of `row` that a store could lose without anybody seeing it."""
    shown: Any = row
    return [
        field.name
        for field in fields(shown)
        if field.default == getattr(row, field.name)
        or (callable(field.default_factory) and field.default_factory() == getattr(row, field.name))
    ]


MONEY = st.builds(Money, st.integers(-(2**62), 2**62), st.sampled_from(["HUF", "EUR", "JPY"]))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MOMENTS = st.datetimes(
    datetime(1, 1, 2),
    datetime(9999, 12, 30),
    timezones=st.sampled_from([UTC]),
)
VATS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2)
FACTS = st.lists(st.builds(Fact, TEXT, TEXT), max_size=3).map(tuple)
PARTS = st.lists(
    st.builds(PaymentPart, st.sampled_from(PaymentMethod), MONEY, st.none() | MONEY), max_size=3
).map(tuple)


def _lines(modifiers: st.SearchStrategy[tuple[OrderLine, ...]]) -> st.SearchStrategy[OrderLine]:
    return st.builds(
        OrderLine,
        product_id=TEXT,
        unit_price=MONEY,
        discount=MONEY,
        collect=MONEY,
        quantity=st.integers(-5, 10**30),
        name=TEXT,
        vat=VATS,
        takeaway=st.booleans(),
        note=TEXT,
        modifiers=modifiers,
    )


LINES = st.recursive(
    _lines(st.just(())),
    lambda inner: _lines(st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
BASKETS = st.builds(
    Basket,
    currency=st.sampled_from(["HUF", "EUR"]),
    lines=st.lists(LINES, max_size=3).map(tuple),
    tip=MONEY,
    tip_collect=MONEY,
    total=MONEY,
    total_is_computed=st.booleans(),
    total_has_tip=st.booleans(),
    delivery=st.none()
    | st.builds(
        Delivery,
        kind=st.sampled_from(DeliveryKind),
        word=TEXT,
        fee=MONEY,
        collect=MONEY,
        vat=VATS,
    ),
    adjustments=st.lists(st.builds(Adjustment, TEXT, MONEY), max_size=2).map(tuple),
)
ORDERS = st.builds(
    Order,
    id=TEXT,
    vendor=TEXT,
    vendor_order_id=TEXT,
    number=TEXT,
    slip_code=TEXT,
    due=MONEY,
    basket=BASKETS,
    number_is_ours=st.booleans(),
    vendor_word=TEXT,
    word_is_unknown=st.booleans(),
    payment_word=TEXT,
    due_doubt=st.sampled_from(DueDoubt),
    taken=PARTS,
    returned=PARTS,
    desk=TEXT,
    channel=TEXT,
    customer=st.builds(
        Customer, name=TEXT, phone=TEXT, email=TEXT, address=TEXT, comment=TEXT, facts=FACTS
    ),
    facts=FACTS,
    accepted_here=st.booleans(),
    quiet=st.booleans(),
    in_later=st.booleans(),
    opened=st.booleans(),
    handed_over_unpaid=TEXT,
    reject_reason=TEXT,
    undo=st.none()
    | st.builds(
        UndoPoint,
        st.sampled_from(Move),
        st.sampled_from(OrderState),
        st.sampled_from(PaymentState),
        MOMENTS,
    ),
    **{name: MOMENTS for name in ("placed_at", "received_at")},
    **{name: st.none() | MOMENTS for name in ("wanted_at", "accepted_at", "ready_at", "ended_at")},
    state=st.sampled_from(OrderState),
    payment=st.sampled_from(PaymentState),
    ended_by=st.none() | st.sampled_from(EndedBy),
    attention=st.none() | st.sampled_from(Attention),
    held_in=st.none() | st.sampled_from(OrderState),
)

A_PAUSE = Pause(
    vendor="cheers",
    reason=PauseReason.KITCHEN_FULL,
    since=at(),
    rejects=True,
    message="Sorry, full.",
)
AN_ITEM = SoldOut(product_id="lager", name="Lager", vendor="cheers", day="2026-11-20", since=at())
FULL_PRODUCT = Product(
    product_id="lager",
    names={"en": "Lager", "hu": "Világos sör"},
    barcode="5449000000996",
    price=Money(119000, "HUF"),
    station="bar",
    vat=Decimal(27),
    article="123",
)
