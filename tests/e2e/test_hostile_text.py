"""Hostile text in every field a customer can fill: plain on screen, harmless on paper."""

from __future__ import annotations

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.printer_sink import PrinterSink

TEXTS = {
    "html": "<b>bold</b><img src=x onerror=alert(1)><a href='http://127.0.0.1:1/'>x</a>",
    "escpos": "\x1b@\x1dV\x00\x10\x14\x01\x00\x01\x1bp\x00\x19\xfa drawer",
    "qr": "\x1d(k\x03\x001Q0PULT-AAAA",
    "long": "Please " * 1500,
    "one long word": "a" * 10_000,
    "right to left": "\u202egnirts\u202c \u2066abc\u2069 \u200fשלום مرحبا",  # noqa: RUF001
    "emoji": "🍔👨‍👩‍👧‍👦🇭🇺 é ő ß 漢字 \U0001f9ff",
    "percent": "%s %n {0} {number} %1 &amp; &lt;",
    "separators": "a, b, c\u2028d\u2029e\x85f",
    "nothing but blanks": " \t\n ",
}
NUMBER = "A-66"


def _order(text: str) -> dict[str, object]:
    """An order with this text wherever a customer or a shop's menu can put it."""
    return {
        "orderNumber": NUMBER,
        "userComment": text,
        "userName": text,
        "userPhoneNumber": text,
        "userEmail": text,
        "desk": {"id": text, "name": text, "type": text},
        "invoicingType": text,
        "orderSource": text,
        "metadata": {"note": text, text[:50]: text},
        "items": [
            {
                "productId": text,
                "unitPrice": 800,
                "discount": 0,
                "externalPayment": 0,
                "vat": 27,
                "isTakeaway": True,
                "comment": text,
                "modifiers": [
                    {"productId": text, "unitPrice": 100, "discount": 0, "externalPayment": 0}
                ],
            }
        ],
    }


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_text_stays_text(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, kind: str
) -> None:
    text = TEXTS[kind]
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(**_order(text))
    screen.open_order(NUMBER, "New")
    screen.press_move(NUMBER, "Accept")
    screen.wait_for_card(NUMBER, "Preparing")
    printer.wait_for_slips(1)
    assert len(printer.slips) == 1
    assert printer.broken == []  # nothing but what a slip consists of, read byte by byte
    assert printer.unfinished == b""  # and the cut is the end of it
    assert NUMBER in printer.text(0)
    assert printer.qr(0).startswith("PULT-")
    seen = screen.described()
    assert not any(letter in seen for letter in "\x1b\x1d\x10\u202e\u2066")
    if kind == "html":
        assert "<b>bold</b>" in seen
    if kind == "emoji":
        assert "🍔" in seen
    screen.press_move(NUMBER, "Ready")
    screen.wait_for_card(NUMBER, "Ready")
    assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")
    _nothing_personal_in_the_log(counter, text)
    till.end_well()


def _nothing_personal_in_the_log(counter: Counter, text: str) -> None:
    told = counter.log_file.read_text("utf-8")
    start = text.strip()[:12]
    assert not start or start not in told


@pytest.mark.parametrize("kind", ["html", "escpos", "right to left", "emoji", "long"])
def test_a_hostile_order_number_can_be_worked_with(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, kind: str
) -> None:
    till = counter.start()
    screen = till.screen
    order_id = cheers.place_order(orderNumber=TEXTS[kind])
    screen.wait_for(lambda: screen.cards("New"), "the card")
    node = screen.find("list", "New")
    assert node is not None
    screen.tap(node.all("list item")[0])
    screen.press("Accept")
    screen.wait_for(lambda: screen.cards("Preparing"), "the card in work")
    printer.wait_for_slips(1)
    assert printer.broken == []
    assert printer.unfinished == b""
    assert cheers.effects_of(order_id) == ["APPROVED"]
    till.end_well()
