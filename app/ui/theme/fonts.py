"""Loads the bundled Inter before the first widget is made."""

import logging

from PySide6.QtGui import QFontDatabase

from app.settings.resources import resource_path

FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
_log = logging.getLogger(__name__)


def load_fonts() -> bool:
    """Load the four weights of Inter; False (and a log line) when one is missing.

    The screen still works then, in the system's font. Thread: gui, after QGuiApplication.
    """
    complete = True
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}"))) < 0:
            _log.warning("font missing", extra={"event": "font_missing", "file": name})
            complete = False
    return complete
