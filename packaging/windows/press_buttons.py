"""Run Pult on its display and press buttons by their names, as a person would:

python press_buttons.py SETTINGS STEP...

A step is the name of a button, or =TEXT, a text that has to be on the screen, or -NAME, a button
that must not be. After the last one Pult goes on until it is asked to end.
"""

from __future__ import annotations

import sys
import threading

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.__main__ import main

LOOK_MS = 300
LOOKS = 400


def name_of(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


class Person:
    """Does one step after the other, each once it can be done. Thread: gui, but for `watch`."""

    def __init__(self, steps: list[str]) -> None:
        self._steps = steps
        self._looks = 0

    def watch(self) -> None:
        """Wait for the program to have its event loop, and begin."""
        while (application := QApplication.instance()) is None:
            threading.Event().wait(0.1)
        QTimer.singleShot(0, application, self._look)

    def _look(self) -> None:
        self._looks += 1
        if self._steps and self._does(self._steps[0]):
            print("done:", self._steps.pop(0), flush=True)
            self._looks = 0
        if self._looks > LOOKS:
            print("not done:", self._steps[0], "of", sorted(self._on_screen()), flush=True)
            QApplication.exit(1)
        elif self._steps:
            QTimer.singleShot(LOOK_MS, QApplication.instance(), self._look)

    def _does(self, step: str) -> bool:
        if step.startswith("="):
            return any(step[1:] in text for text in self._on_screen())
        buttons = [each for each in _visible(QAbstractButton) if name_of(each) == step.lstrip("-")]
        if step.startswith("-"):
            return not buttons
        if len(buttons) != 1 or not buttons[0].isEnabled():
            return False
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        return True

    def _on_screen(self) -> set[str]:
        return {each.text() for each in _visible(QLabel)} | {
            name_of(each) for each in _visible(QAbstractButton)
        }


def _visible(kind: type) -> list:
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for window in windows for each in window.findChildren(kind) if each.isVisible()]


if __name__ == "__main__":
    person = Person(sys.argv[2:])
    threading.Thread(target=person.watch, daemon=True).start()
    sys.exit(main(["--config", sys.argv[1]]))
