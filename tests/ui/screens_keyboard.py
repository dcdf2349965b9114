"""Scenes with the on-screen keyboard, for `tests.ui.screens`."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.ui.main_window import MainWindow
from app.ui.osk.letters import PageName
from app.ui.printers.width_dialog import WidthDialog
from app.ui.relay import Relay
from tests.ui.scene import Scene


def keyboard_scenes(scenes: dict[str, Scene]) -> dict[str, Scene]:
    """Give scenes that bring the keyboard for a field of other scenes."""
    return {
        "keyboard-history": typing(scenes["history"]),
        "keyboard-signs": typing(scenes["history"], page=PageName.SIGNS),
        "keyboard-accents": typing(scenes["history"], page=PageName.ACCENTS),
        "keyboard-reject": typing(scenes["reject"]),
        "keyboard-sold-out": typing(scenes["house-rules-sold-out"]),
        "keyboard-product": typing(scenes["catalogue-product"]),
        "keyboard-number": typing(scenes["number"]),
        "keyboard-card": typing(scenes["card-dialog"]),
        "keyboard-slip": typing(scenes["slip-kept"]),
        "keyboard-digits": typing(other_width(scenes["printers-width"])),
    }


def other_width(before: Scene) -> Scene:
    """Give a scene in which another width than the usual ones is chosen."""

    def scene(window: MainWindow, relay: Relay) -> None:
        before(window, relay)
        dialog = window.work.layer.dialog
        assert isinstance(dialog, WidthDialog)
        dialog._on_chosen("other")

    return scene


def typing(before: Scene, *, page: PageName | None = None) -> Scene:
    """Give a scene in which the first field of another is typed into."""

    def scene(window: MainWindow, relay: Relay) -> None:
        before(window, relay)
        work = window.work
        place: QWidget | None = work.layer.dialog or work.pages.page(work.pages.key)
        assert place is not None
        fields = [
            field
            for kind in (QLineEdit, QPlainTextEdit)
            for field in place.findChildren(kind)
            if field.isVisible() and not field.property("amount") and field.isEnabled()
        ]
        if not fields:
            print(f"no field is seen in {window.size().toTuple()}")
            return
        work.keyboard.show_for(fields[0])
        if page is not None:
            work.keyboard.keyboard._turn_to(work.keyboard.keyboard.pages[page])

    return scene
