"""The screen in Hungarian, Spanish and German: nothing cut, and changed while Pult runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.panel.move_button import MoveButton
from app.ui.relay import Relay
from app.ui.theme import Shape, Theme
from app.ui.widgets import Message
from app.ui.wording import screen_language
from app.ui.wording.figures import Counts, ordinal
from app.ui.wording.marked import translate
from app.ui.wording.screen_language import ScreenLanguage
from app.usecases.desk import Shop
from tests.ui.cut_words import cut_words
from tests.ui.main.day import SETTINGS
from tests.ui.reading import texts, until_made
from tests.ui.screens import SCENES, a_window
from tests.ui.showing import put_on_screen

SHOWN = ("order", "trouble", "payment", "reject", "settle-history", "settle-money-back")


def shown(qtbot: QtBot, theme: Theme, language: str) -> tuple[MainWindow, Relay]:
    relay = Relay()
    window = a_window(theme, relay, language)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(1024, 600)
    put_on_screen(qtbot, window)
    return window, relay


@pytest.mark.parametrize("language", ["hu", "es", "de"])
@pytest.mark.parametrize("name", SHOWN)
def test_no_button_is_cut_on_a_small_screen(
    qtbot: QtBot, theme: Theme, language: str, name: str
) -> None:
    window, relay = shown(qtbot, theme, language)
    SCENES[name](window, relay)
    until_made(window)
    qtbot.waitUntil(lambda: cut_words(window) == [])


def test_the_language_changes_while_it_runs(qtbot: QtBot, theme: Theme) -> None:
    window, _ = shown(qtbot, theme, "en")
    window.work.opened.open("order-42")
    assert "Accept" in names(window)
    window.renew(replace(SETTINGS, language="hu"))
    qtbot.waitUntil(lambda: "Elfogad" in names(window))
    assert "Accept" not in names(window)
    assert "Új" in texts(window)
    window.renew(replace(SETTINGS, language="en"))
    qtbot.waitUntil(lambda: "Accept" in names(window))


def test_an_open_dialog_keeps_its_language_until_it_is_closed(qtbot: QtBot, theme: Theme) -> None:
    window, relay = shown(qtbot, theme, "en")
    SCENES["reject"](window, relay)
    window.renew(replace(SETTINGS, language="de"))
    assert "Accept" in names(window)
    dialog = window.work.layer.dialog
    assert dialog is not None
    window.work.layer.close()
    qtbot.waitUntil(lambda: "Annehmen" in names(window))


def test_two_languages_are_never_seen_at_once(qtbot: QtBot, theme: Theme) -> None:
    window, _ = shown(qtbot, theme, "en")
    window.work.opened.open("order-42")
    old = window.centralWidget()
    window.renew(replace(SETTINGS, language="de"))
    before = window.grab().toImage()
    window.work.stage.strip.say(Message(Shape.OK, translate("Card", "Note")))
    assert window.grab().toImage() == before
    qtbot.waitUntil(lambda: window.centralWidget() is not old)
    assert window.grab().toImage() != before


def test_a_dialog_opened_meanwhile_is_seen(qtbot: QtBot, theme: Theme) -> None:
    window, relay = shown(qtbot, theme, "en")
    window.renew(replace(SETTINGS, language="de"))
    before = window.grab().toImage()
    SCENES["reject"](window, relay)
    assert window.grab().toImage() != before
    window.work.layer.close()
    qtbot.waitUntil(lambda: "Annehmen" in names(window))


def names(window: MainWindow) -> list[str]:
    return [button.accessibleName() for button in window.work.panel.foot.findChildren(MoveButton)]


def test_counts_have_the_forms_of_their_language(
    qapp: QApplication, english: ScreenLanguage
) -> None:
    language = ScreenLanguage(qapp)
    said = {}
    for spoken in ("hu", "es", "de", "en"):
        language.speak(spoken)
        said[spoken] = (Counts().orders(1), Counts().orders(3), ordinal(4, Shop(language=spoken)))
    language.be_silent()
    assert said == {
        "hu": ("1 rendelés", "3 rendelés", "4."),
        "es": ("1 pedido", "3 pedidos", "4."),
        "de": ("1 Bestellung", "3 Bestellungen", "4."),
        "en": ("1 order", "3 orders", "4th"),
    }
    assert Counts().orders(1) == "1 order"


def test_texts_stay_whole_while_an_update_writes_their_file(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "pult_de.qm"
    file.write_bytes(screen_language.resource_path("translations/pult_de.qm").read_bytes())
    monkeypatch.setattr(screen_language, "resource_path", lambda _name: file)
    language = ScreenLanguage(qapp)
    language.speak("de")
    file.write_bytes(b"")
    assert Counts().orders(3) == "3 Bestellungen"
    language.be_silent()
