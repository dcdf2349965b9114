"""A scanned or typed number opens its payment; what could not be found is said in words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.capabilities import Capabilities
from app.domain.scan import Intent, Scan
from app.domain.scan_news import LookUpAnswered, LookUpWanted, ScanAnswered, ScanVerdict
from app.ui.screen_settings import VendorView
from app.usecases.handle_scan import BeginPayment, HandleScan
from app.vendors.akinon import CAPABILITIES
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import SETTINGS, the_day
from tests.ui.preorders import NUMBER, pre_order_states
from tests.ui.reading import buttons, read_name

STATES = pre_order_states()
AKINON = VendorView("akinon", "Akinon", "A", "https://shop.example", CAPABILITIES)
BOTH = {"vendors": {**SETTINGS.vendors, "akinon": AKINON}}
V = ScanVerdict


def answered(shown: Shown, verdict: ScanVerdict, **given: Any) -> None:
    intent = given.pop("intent", Intent.PRE_ORDER)
    shown.say(ScanAnswered(verdict, intent, NUMBER, vendor="Akinon", **given))


def in_strip(shown: Shown) -> list[str]:
    return [label.text() for label in shown.group("Messages").findChildren(QLabel)]


def test_a_number_that_is_asked_for_says_so_large(show: Show) -> None:
    shown = show(**BOTH)
    answered(shown, V.ASKING)
    shown.say(LookUpWanted("akinon", Scan(NUMBER, Intent.PRE_ORDER)))
    assert read_name(shown.work.scans.whole) == f"Asking Akinon…, {NUMBER}"


def test_what_is_found_opens_its_payment_beneath_the_answer(show: Show) -> None:
    shown = show(**BOTH)
    shown.orders(*the_day(), STATES["due"])
    answered(shown, V.ASKING)
    answered(shown, V.FOUND, order=STATES["due"])
    whole = shown.work.scans.whole
    assert whole.isVisible()
    assert read_name(whole).startswith(f"27, Take ₺514.10, Akinon {NUMBER}")
    assert shown.title() == "Payment for 27"
    shown.work.ways.on_escape()
    assert not whole.isVisible()
    assert shown.title() == "Payment for 27"
    assert shown.has_group("Order 27")
    assert shown.till.of(BeginPayment) == [BeginPayment("order-27")]
    assert not any(text.startswith("Asking") for text in in_strip(shown))


def test_a_paid_one_that_is_found_opens_no_payment(show: Show) -> None:
    shown = show(**BOTH)
    shown.orders(STATES["preparing"])
    answered(shown, V.FOUND, order=STATES["preparing"])
    assert shown.title() == ""
    assert shown.has_group("Order 27")


def test_a_number_nobody_knows_offers_what_else_it_could_be(show: Show) -> None:
    shown = show(**BOTH)
    answered(
        shown,
        V.NOT_FOUND,
        others=(Intent.PRODUCT, Intent.CARD),
        problem="P-20",
        data={"why": "order number not known"},
    )
    whole = shown.work.scans.whole
    assert read_name(whole).startswith("Not found, Akinon does not know this number.")
    shown.press("It is a product", whole)
    assert shown.till.of(HandleScan) == [HandleScan(NUMBER, again=True, chosen=Intent.PRODUCT)]
    assert any("Not found" in text for text in in_strip(shown))


@pytest.mark.parametrize("asks", [True, False])
def test_what_may_be_a_secret_waits_for_a_person(show: Show, asks: bool) -> None:
    shown = show(**BOTH)
    answered(shown, V.ASK_FIRST, intent=Intent.ONE_TIME_KEY, others=(Intent.PRE_ORDER,))
    whole = shown.work.scans.whole
    assert NUMBER not in read_name(whole)
    shown.press("Ask Akinon" if asks else "Leave it", whole)
    expected = [HandleScan(NUMBER, again=True, chosen=Intent.PRE_ORDER)] if asks else []
    assert shown.till.of(HandleScan) == expected
    assert not whole.isVisible()


def test_a_number_scanned_during_a_payment_waits_as_a_button(show: Show) -> None:
    shown = show(**BOTH)
    answered(shown, V.KEPT_FOR_LATER)
    shown.work.scans.whole.end()
    shown.press(f"{NUMBER} scanned: Open")
    assert shown.till.of(HandleScan) == [HandleScan(NUMBER, again=True)]


def test_a_typed_number_is_asked_for_at_enter_and_opens_its_payment(show: Show) -> None:
    shown = show(**BOTH)
    shown.press("Order number")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert list(buttons(dialog))[-1] != "Ask Akinon for this id"
    shown.qtbot.keyClicks(dialog.field, NUMBER)  # type: ignore[attr-defined]
    shown.qtbot.keyClick(dialog.field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert shown.till.of("look_up") == [("akinon", NUMBER)]
    shown.orders(STATES["due"])
    shown.say(LookUpAnswered("akinon", NUMBER, found="order-27"))
    assert shown.title() == "Payment for 27"


def test_only_vendors_that_know_orders_by_an_id_are_asked_for_one(show: Show) -> None:
    points = VendorView("cheerfy", "Cheerfy", "Y", "", Capabilities(can_be_re_read=False))
    shown = show(vendors={**SETTINGS.vendors, "akinon": AKINON, "cheerfy": points})
    shown.press("Order number")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    asks = [name for name in buttons(dialog) if name.startswith("Ask ")]
    assert asks == ["Ask Akinon for this id", "Ask Cheers for this id"]
    shown.work.ways.on_escape()
