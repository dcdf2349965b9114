"""What became of copying a set-up, for whoever pressed the button."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final

from app.domain.settings_news import SetupCopied
from app.domain.text import plain
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_FAULTS: Final[Mapping[str, str]] = {
    "no set-up": QT_TRANSLATE_NOOP("Setup", "{file} is no set-up of Pult. Nothing was changed."),
    "damaged": QT_TRANSLATE_NOOP(
        "Setup", "{file} is damaged. Nothing was changed. Copy the file again from the other till."
    ),
    "newer": QT_TRANSLATE_NOOP(
        "Setup",
        "{file} was made by a newer Pult. Nothing was changed. Bring Pult up to date here first.",
    ),
    "wrong passphrase": QT_TRANSLATE_NOOP(
        "Setup", "The passphrase does not fit {file}. Nothing was changed. Type it again."
    ),
    "short passphrase": QT_TRANSLATE_NOOP(
        "Setup", "The passphrase is too short. It needs 8 letters or more."
    ),
    "pin": QT_TRANSLATE_NOOP(
        "Setup",
        "The shop's PIN is needed. Nothing was changed. Leave Settings and open them again.",
    ),
    "file": QT_TRANSLATE_NOOP("Setup", "{file} cannot be used: {detail}. Nothing was changed."),
    "settings": QT_TRANSLATE_NOOP(
        "Setup", "The set-up in {file} does not fit this till. Nothing was changed. {detail}"
    ),
}


def setup_copied_text(news: SetupCopied) -> str:
    """Return one or two sentences."""
    file = plain(PurePath(news.path).name)
    if news.fault:
        said = translate("Setup", _FAULTS.get(news.fault, _FAULTS["damaged"]))
        return said.format(file=file, detail=news.detail)
    if news.taken:
        said = translate("Setup", "The set-up was taken over. It holds once Pult is started again.")
        return said
    said = translate("Setup", "Written to {path}. Keep the passphrase apart from the file.")
    return said.format(path=plain(news.path))
