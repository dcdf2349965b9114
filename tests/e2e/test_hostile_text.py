"""Hostile text in every field a customer can fill: plain on screen, harmless on paper."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.accessibility import Box
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.screen import Screen
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


def _order(number: str, text: str) -> dict[str, object]:
    """An order with this text wherever a customer or a shop's menu can put it."""
    return {
        "orderNumber": number,
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


def test_hostile_text_stays_text(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    for count, (kind, text) in enumerate(TEXTS.items(), start=1):
        number = f"A-{count}"
        order_id = cheers.place_order(**_order(number, text))
        screen.open_order(number, "New")
        _nothing_acts_on_screen(screen.described(), kind)
        screen.press_move(number, "Accept")
        screen.wait_for_card(number, "Preparing")
        printer.wait_for_slips(count)
        assert printer.broken == [], kind  # nothing but what a slip consists of, byte by byte
        assert printer.unfinished == b"", kind  # and the cut is the end of it
        assert number in printer.text(count - 1)
        assert printer.qr(count - 1).startswith("PULT-")
        screen.press_move(number, "Ready")
        screen.wait_for_card(number, "Ready")
        assert cheers.wait_for(lambda: cheers.status(order_id) == "DONE")  # noqa: B023
    assert len(printer.slips) == len(TEXTS)
    till.end_well()
    log = counter.log_file.read_text("utf-8")
    for kind, text in TEXTS.items():
        start = text.strip()[:12]
        assert not start or start not in log, f"{kind} is in the log"


def _nothing_acts_on_screen(seen: str, kind: str) -> None:
    """The letters themselves are on the screen, and nothing that steers a screen."""
    assert not any(letter in seen for letter in "\x1b\x1d\x10\u202e\u2066")
    if kind == "html":
        assert "<b>bold</b>" in seen
    if kind == "emoji":
        assert "🍔" in seen
    if kind == "percent":
        assert "%s %n {0} {number} %1 &amp; &lt;" in seen


def test_a_hostile_order_number_can_be_worked_with(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    for count, kind in enumerate(("html", "escpos", "right to left", "emoji", "long"), start=1):
        order_id = cheers.place_order(orderNumber=TEXTS[kind])
        screen.tap_at(screen.wait_for(lambda: _only_card(screen), f"the card of {kind}"))
        screen.press("Accept")
        screen.wait_for(lambda: len(screen.cards("Preparing")) == count, kind)  # noqa: B023
        printer.wait_for_slips(count)
        assert printer.broken == [], kind
        assert printer.unfinished == b"", kind
        assert cheers.effects_of(order_id) == ["APPROVED"]
    till.end_well()


def _only_card(screen: Screen) -> Box | None:
    """Where the first card lies, once it lies still."""
    column = screen.find("list", "New")
    return column.items[0].box_at_rest() if column is not None and column.items else None
