"""What is wrong with a value of the settings, for whoever entered it."""

from __future__ import annotations

from app.domain.settings_news import NEEDS_PIN, SettingsKept
from app.settings.view import KeyKind, SettingView
from app.ui.wording.marked import translate
from app.ui.wording.setting_rules import REASONS, RULES
from app.ui.wording.setting_words import bounds_text


def problem_text(view: SettingView | None, news: SettingsKept) -> str:
    """Return one or two short sentences about a value that was refused.

    What a foreign vendor's own check says, which nobody here can know, stays in its words.
    """
    if news.why == NEEDS_PIN:
        return not_kept_text(news.why)
    reason = next((said for begins, said in REASONS.items() if news.why.startswith(begins)), "")
    if reason:
        return translate("SettingWords", reason)
    rule = rule_text(view) if view is not None else ""
    if rule:
        return rule
    if not news.why:
        return news.problem
    told = f"{news.why[:1].upper()}{news.why[1:]}."
    return " ".join(part for part in (told, news.remedy) if part)


def not_kept_text(problem: str) -> str:
    """Return why a printer, a scanner or the slip's words were not kept."""
    if problem == NEEDS_PIN:
        return translate("SettingWords", "Leave Settings and open them again with the PIN.")
    return problem


def rule_text(view: SettingView) -> str:
    """Return what a value of this key must be, "" where only its own check knows."""
    if bounds := bounds_text(view):
        return bounds
    if view.allowed in RULES:
        return translate("SettingWords", RULES[view.allowed])
    if view.kind in (KeyKind.CHOICE, KeyKind.CHOICES) or view.choices:
        return translate("SettingWords", "Choose one of those that are shown.")
    if view.longest:
        text = translate("SettingWords", "At most {count} letters, on one line.")
        return text.format(count=view.longest)
    return ""
