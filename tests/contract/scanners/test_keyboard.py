"""The keyboard scanner: the contract of all, what a burst is, and layouts."""

from __future__ import annotations

import pytest

from app.devices.scanners.keyboard import Keyboard, KeyboardScanner, WedgeRules
from app.domain.keyboard_layouts import Level
from app.ports.keyboard import Fate, Ruling, Stroke
from app.ports.scanner import CodeRead, ScannerPort, ScannerWord
from tests.contract.scanners.scanner_contract import Reading, ScannerContract

PREFIX = "~"


def type_text(keyboard: Keyboard, text: str, at: float = 0.0, gap: float = 0.01) -> Ruling:
    """Type a text and Enter; give the last ruling."""
    for place, letter in enumerate(text):
        keyboard.press(Stroke(at=at + place * gap, text=letter, control=not letter.isprintable()))
    return keyboard.press(Stroke(at=at + len(text) * gap, ended_by="cr"))


class TestKeyboardScanner(ScannerContract):
    @pytest.fixture
    def scanner(self) -> ScannerPort:
        self._keyboard, self._now = Keyboard(), 0.0
        return KeyboardScanner(WedgeRules("keys", prefix=PREFIX), self._keyboard)

    def scan(self, text: str) -> None:
        self._now += 10
        type_text(self._keyboard, PREFIX + text, self._now)

    def test_the_lamp_says_when_keys_go_elsewhere(self, reading: Reading) -> None:
        self._keyboard.show_active(False)
        reading.word_is(ScannerWord.OTHER_WINDOW)
        self._keyboard.show_active(True)
        reading.word_is(ScannerWord.READY)

    def test_what_is_scanned_before_the_till_is_open_waits(self) -> None:
        keyboard = Keyboard()
        keyboard.expect([WedgeRules("keys")])
        type_text(keyboard, "early-1")
        reading = Reading(KeyboardScanner(WedgeRules("keys"), keyboard))
        reading.word_is(ScannerWord.READY)
        reading.next_is(CodeRead("early-1"))
        reading.stop()

    def test_a_us_scanner_is_read_right_on_a_hungarian_computer(self) -> None:
        keyboard = Keyboard()
        keyboard.open(lambda text: text == "81691090801", lambda _text: None)
        reading = Reading(KeyboardScanner(WedgeRules("keys"), keyboard))
        reading.word_is(ScannerWord.READY)
        type_text(keyboard, "81691ö9ö8ö1")
        event = reading.next()
        assert isinstance(event, CodeRead)
        assert (event.text, event.trace.layout) == ("81691090801", "us on hu")
        reading.stop()


def test_people_are_given_back_what_they_type() -> None:
    keyboard = Keyboard()
    keyboard.expect([WedgeRules("keys")])
    assert type_text(keyboard, "hello", gap=0.09).give_back == 1
    assert type_text(keyboard, "abc", 5.0, gap=0.03) == Ruling(Fate.PASS, give_back=3)


def test_a_key_that_is_held_down_is_no_scan() -> None:
    keyboard = Keyboard()
    keyboard.expect([WedgeRules("keys")])
    for place in range(20):
        ruling = keyboard.press(Stroke(at=place * 0.03, text="x", repeat=place > 0))
        assert ruling.fate is (Fate.PASS if place else Fate.HOLD)


def test_a_scanner_nobody_set_up_is_offered_and_short_bursts_are_not() -> None:
    keyboard, offered = Keyboard(), list[str]()
    keyboard.open(lambda _text: False, offered.append)
    assert type_text(keyboard, "12345").fate is Fate.PASS
    assert type_text(keyboard, "123456", 5.0).fate is Fate.SWALLOW
    assert offered == ["123456"]


def test_a_letter_rolled_right_before_a_scan_is_given_back() -> None:
    keyboard = Keyboard()
    keyboard.expect([WedgeRules("keys")])
    keyboard.open(lambda text: text == "5998700123455", lambda _text: None)
    ruling = type_text(keyboard, "b5998700123455")
    assert ruling == Ruling(Fate.SWALLOW, give_back=1, drop=13)


def test_a_click_gives_back_what_was_typed_before_it() -> None:
    keyboard = Keyboard()
    keyboard.press(Stroke(at=0, text="a", position=30, level=Level.PLAIN))
    assert keyboard.interrupt() == Ruling(Fate.PASS, give_back=1)
