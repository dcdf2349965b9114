"""What is wrong with a value of the settings, for whoever entered it."""

from __future__ import annotations

from app.domain.settings_news import NEEDS_PIN, SettingsKept
from app.settings.view import SettingView
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import bounds_text


def problem_text(view: SettingView | None, news: SettingsKept) -> str:
    """Return one or two short sentences about a value that was refused."""
    if news.why.startswith("is missing"):
        return translate("SettingWords", "This is needed.")
    if news.why == NEEDS_PIN:
        return translate("SettingWords", "Leave Settings and open them again with the PIN.")
    bounds = bounds_text(view) if view is not None else ""
    if bounds:
        return bounds
    if not news.why:
        return news.problem
    told = f"{news.why[:1].upper()}{news.why[1:]}."
    return " ".join(part for part in (told, news.remedy) if part)
