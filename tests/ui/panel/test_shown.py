"""Everything known of an order can be read, whole and as plain text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.basket import Delivery, DeliveryKind
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrinterWord
from app.domain.push import PushKind, PushState
from app.domain.report import Customer, Fact
from app.domain.states import JobState, OrderState, PaymentState
from tests.builders import a_basket, a_customer, a_line, a_push, an_order, at, huf
from tests.ui.panel.conftest import Open
from tests.ui.reading import clipped, press, read_name, texts, visible
from tests.ui.snapshots import a_slip_standing, a_snapshot, panel_states, the_lager

HOSTILE = (
    '<b>bold</b><img src="http://127.0.0.1:9/x.png">&amp; {number} *stars* %n '
    "\u202eright to left\u202c مرحبا 👩\u200d🍳🍺 \uff37"
)


def shown(open_order: Open, *args: object, **changes: object) -> list[str]:
    return texts(open_order(a_snapshot(*args, **changes)).panel)  # type: ignore[arg-type]


def test_lines_are_drawn_together_with_modifiers_and_tags(open_order: Open) -> None:
    lemon = (a_line("extra lemon", 100),)
    beer = a_line("Lager", 1190, modifiers=lemon)
    sandwich = a_line("Sandwich", 1900, takeaway=True, discount=huf(200))
    found = shown(open_order, an_order(basket=a_basket(beer, beer, sandwich)))
    assert found.count("Lager") == 1
    for text in ("2\u00d7", "2,380", "+ extra lemon", "200", "Take-away", "discount", "\u2212200"):
        assert text in found


def test_money_is_accounted_for(open_order: Open) -> None:
    delivery = Delivery(
        kind=DeliveryKind.HOME_DELIVERY, word="HOME_DELIVERY", fee=huf(590), collect=huf(0)
    )
    basket = a_basket(a_line("Lager", 1000), tip=150, delivery=delivery)
    order = an_order(basket=basket, payment=PaymentState.DUE, due=huf(740))
    found = shown(open_order, order)
    for text in ("Tip", "150", "Home delivery", "590", "Total", "added up here", "1,740 Ft"):
        assert text in found
    for text in ("Paid in the app", "1,000 Ft", "To pay here", "740 Ft"):
        assert text in found


def test_the_vendor_s_own_total_is_not_called_computed(open_order: Open) -> None:
    basket = replace(a_basket(), total_is_computed=False)
    assert "added up here" not in shown(open_order, an_order(basket=basket))


def test_vat_stands_at_each_line_where_the_rates_differ(open_order: Open) -> None:
    mixed = a_basket(a_line("Lager", vat=Decimal(27)), a_line("Bread", vat=Decimal("5.0")))
    found = shown(open_order, an_order(basket=mixed))
    assert "VAT 27 %" in found
    assert "VAT 5 %" in found


def test_one_rate_is_named_once(open_order: Open) -> None:
    basket = a_basket(a_line("Lager", vat=Decimal(27)), a_line("Wine", vat=Decimal(27)))
    found = shown(open_order, an_order(basket=basket))
    assert ("VAT on all lines" in found, found.count("27 %")) == (True, 1)


def test_lines_paid_here_are_marked_when_others_are_not(open_order: Open) -> None:
    basket = a_basket(a_line("Lager", 1200, collect=huf(1200), quantity=2), a_line("Bread", 300))
    order = an_order(basket=basket, payment=PaymentState.DUE, due=huf(2400))
    found = shown(open_order, order)
    assert "2,400 Ft to pay here" in found
    assert "nothing to pay here" in found


def test_what_was_taken_and_its_change_are_shown(open_order: Open) -> None:
    parts = (
        PaymentPart(PaymentMethod.CASH, huf(900), huf(1000)),
        PaymentPart(PaymentMethod.CARD, huf(500)),
    )
    order = an_order(payment=PaymentState.RECEIVED, due=huf(1400), taken=parts)
    found = shown(open_order, order)
    for text in ("Paid here in cash", "Cash given 1,000 Ft, change", "100 Ft", "Paid here by card"):
        assert text in found


def test_the_customer_and_how_it_leaves_are_shown(open_order: Open) -> None:
    delivery = Delivery(
        kind=DeliveryKind.HOME_DELIVERY, word="HOME_DELIVERY", fee=huf(0), collect=huf(0)
    )
    customer = a_customer(address="1051 Budapest, Fő utca 1.", email="anna@example.org")
    order = an_order(
        basket=a_basket(delivery=delivery), customer=customer, wanted_at=at(45), channel="web"
    )
    found = shown(open_order, order)
    for text in ("Kovács Anna", "+36 30 123 4567", customer.address, customer.email):
        assert text in found
    for text in ("Delivery 12:45", "Home delivery", "Cheers · web order 12:00"):
        assert text in found


def test_facts_and_times_stand_under_more_details(qtbot: QtBot, open_order: Open) -> None:
    facts = (Fact("invoicing_type", "RECEIPT"), Fact("metadata.gift", "yes"))
    push = a_push(kind=PushKind.READY, state=PushState.REFUSED, refusal="not DONE-able")
    order = an_order(state=OrderState.READY, facts=facts, vendor_word="APPROVED")
    opened = open_order(a_snapshot(order, pushes=(push,)))
    assert "RECEIPT" not in texts(opened.panel)
    press(qtbot, opened.panel, "More details")
    found = texts(opened.panel)
    for text in ("Receipt", "RECEIPT", "gift", "yes", "Cheers on Ready", "not DONE-able"):
        assert text in found
    for text in ("Cheers state", "APPROVED", order.slip_code, order.vendor_order_id):
        assert text in found


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        (a_slip_standing(), "Slip printed 12:01 on “counter”"),
        (a_slip_standing(copies=2), "Slip printed 12:01 on “counter” · 2 copies"),
        (
            a_slip_standing(JobState.SENT),
            "Slip sent 12:01 to “counter”, which cannot confirm it",
        ),
        (
            a_slip_standing(JobState.QUEUED, cause=PrinterWord.PAPER_OUT),
            "Slip waits: “counter” has no paper",
        ),
        (a_slip_standing(JobState.UNSURE), "Slip not confirmed by “counter”"),
        (a_slip_standing(JobState.FAILED), "No slip: it was given up"),
    ],
    ids=lambda value: "" if isinstance(value, str) else value.state.value,
)
def test_the_slip_s_outcome_is_told(open_order: Open, slip: object, line: str) -> None:
    assert line in shown(open_order, an_order(state=OrderState.PREPARING), slip=slip)


@pytest.mark.parametrize("name", list(panel_states()))
@pytest.mark.parametrize("size", [(392, 736), (480, 1016), (384, 536)], ids=str)
def test_no_text_is_cut(qtbot: QtBot, open_order: Open, name: str, size: tuple[int, int]) -> None:
    opened = open_order(panel_states()[name], *size)  # type: ignore[call-arg]
    qtbot.waitUntil(lambda: clipped(opened.panel) == [])


def test_long_names_wrap_and_are_whole(qtbot: QtBot, open_order: Open) -> None:
    name = "Sült kacsacomb " * 12 + "W" * 120
    order = an_order(
        "order-816910908011148",
        basket=a_basket(a_line(name, 9_999_999, takeaway=True, modifiers=(a_line(name, 100),))),
        customer=a_customer(name=name),
        desk=name[:60],
    )
    opened = open_order(a_snapshot(order))
    qtbot.waitUntil(lambda: clipped(opened.panel) == [])
    content = opened.panel.main_scroll.widget()
    assert content.width() <= opened.panel.main_scroll.viewport().width()


def test_a_long_note_is_folded_and_can_be_read_whole(qtbot: QtBot, open_order: Open) -> None:
    note = ("Kérem hab nélkül. " * 700)[:10_000].strip()
    opened = open_order(a_snapshot(an_order(customer=a_customer(comment=note))))
    assert note not in texts(opened.panel)
    press(qtbot, opened.panel, "Show the whole note")
    assert note in texts(opened.panel)
    bar = opened.panel.main_scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    assert clipped(opened.panel) == []


def test_lines_of_a_note_stay_lines(open_order: Open) -> None:
    opened = open_order(a_snapshot(an_order(customer=a_customer(comment="one\ntwo"))))
    label = opened.panel.facts.note.text
    one = label.heightForWidth(1000)
    opened.panel.show_order(a_snapshot(an_order(customer=a_customer(comment="one two"))))
    assert one > 1.5 * label.heightForWidth(1000)


def test_hostile_text_is_shown_as_it_is(qtbot: QtBot, open_order: Open) -> None:
    customer = Customer(
        name=HOSTILE,
        phone=HOSTILE,
        email=HOSTILE,
        address=HOSTILE,
        comment=HOSTILE,
        facts=(Fact(HOSTILE, HOSTILE),),
    )
    push = a_push(state=PushState.REFUSED, refusal=HOSTILE)
    order = an_order(
        number=HOSTILE[:20],
        desk=HOSTILE,
        channel=HOSTILE,
        customer=customer,
        basket=a_basket(a_line(HOSTILE, note=HOSTILE, modifiers=(a_line(HOSTILE),))),
        vendor_word=HOSTILE,
        word_is_unknown=True,
        facts=(Fact("invoicing_type", HOSTILE),),
    )
    opened = open_order(a_snapshot(order, pushes=(push,), vendor_title=HOSTILE))
    press(qtbot, opened.panel, "More details")
    opened.panel.grab()
    assert HOSTILE in texts(opened.panel)
    for label in visible(opened.panel, QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert read_name(opened.panel) == f"Order {HOSTILE[:20]}"


def test_a_huge_basket_opens_at_once(open_order: Open) -> None:
    lines = tuple(a_line(f"Dish {place}", 100 + place) for place in range(300))
    opened = open_order(a_snapshot(an_order(basket=a_basket(*lines))))
    assert len(opened.panel.basket.lines.rows()) == 300


def test_both_themes_and_a_larger_text_keep_everything_whole(
    qtbot: QtBot, open_order: Open, theme: object
) -> None:
    opened = open_order(a_snapshot(the_lager()), 600, 1100)  # type: ignore[call-arg]
    theme.change(text_scale=1.5)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: clipped(opened.panel) == [])


def test_a_vendors_number_that_nobody_reads_out_is_under_the_details(open_order: Open) -> None:
    short = shown(open_order, vendor_title="Akinon", vendor_number="816910908011148")
    assert "Akinon: 816910908011148" in short
    long = "ca2de978-49d3-4263-8eec-7e51ca7b8f59"
    assert not any(long in text for text in shown(open_order, vendor_number=long))
