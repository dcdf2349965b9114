"""Why Pult does not start is said on the screen too, where nobody reads a terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.bootstrap.desktop import display_problem

if TYPE_CHECKING:  # a start that goes well needs none of it
    from app.ui.stop_window import Stop

_LANGUAGES: Final = ("en", "hu", "es", "de")
_MESSAGE_BOXES: Final = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("xmessage", "-center"),
    ("notify-send", "--urgency=critical", "Pult"),
)
"""What a desktop may have to say a line with, when Qt itself cannot be loaded."""


def show_stopped(stop: Stop, lines: Sequence[str], language: str = "") -> None:
    """Show the window that says why Pult does not start, until it is closed or a signal comes.

    Without `language`, since the settings cannot be read, it speaks the system's. Nothing is shown
    where a terminal has been read or there is no display.
    """
    if not _is_unread():
        return
    from PySide6.QtCore import QCoreApplication, QLocale
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.heartbeat import beat_for_watchdog
    from app.bootstrap.quit_signals import QuitSignals
    from app.ui.stop_window import StopWindow
    from app.ui.theme import Theme
    from app.ui.wording.screen_language import ScreenLanguage

    existing = QCoreApplication.instance()
    if existing is not None:  # who knocked at another Pult's door had no need of windows
        existing.shutdown()
    application = QApplication(sys.argv[:1])
    signals = QuitSignals(application)
    # Else systemd would take a window that waits to be read for one that hangs.
    heartbeat = beat_for_watchdog(os.environ, application)
    theme = Theme()
    theme.apply_to(application)
    own = QLocale.system().name().partition("_")[0]
    ScreenLanguage(application).speak(language or (own if own in _LANGUAGES else "en"))
    window = StopWindow(theme, stop, "\n".join(lines))
    window.setGeometry(window.screen().availableGeometry())  # also without a window manager
    window.showMaximized()
    application.exec()
    window.hide()
    window.deleteLater()
    if heartbeat is not None:
        heartbeat.close()
    signals.close()


def show_without_qt(line: str) -> subprocess.Popen[bytes] | None:
    """Have the desktop say a line, as far as it has anything to say it with; does not wait.

    Returns the message box, which outlives this program.
    """
    if not _is_unread():
        return None
    for command in _MESSAGE_BOXES:
        if shutil.which(command[0]):
            nowhere = subprocess.DEVNULL  # or whoever waits for our last word waits for it
            return subprocess.Popen(
                [*command, line],
                stdin=nowhere,
                stdout=nowhere,
                stderr=nowhere,
                start_new_session=True,
            )
    return None


def _is_unread() -> bool:
    if sys.platform == "win32" and sys.__stderr__ is None:
        return False  # `say_wrong` has shown it already
    return not sys.stderr.isatty() and not display_problem(os.environ)
