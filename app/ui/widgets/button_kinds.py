"""The kinds of button: what pressing means, and how each is painted."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from app.ui.theme import Tokens
from app.ui.theme.tokens import mix


class Kind(Enum):
    """What pressing the button means; decides colours, type and least height."""

    NEXT = "next"
    PLAIN = "plain"
    MONEY = "money"
    MONEY_OUTLINE = "money_outline"
    DANGER = "danger"
    DANGER_SOLID = "danger_solid"
    QUIET = "quiet"
    GHOST = "ghost"
    LINK = "link"
    PALE = "pale"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class ButtonLook:
    """How one kind is painted: ground, pressed ground, text, border (None: none), its width."""

    ground: str | None
    pressed: str
    text: str
    border: str | None = None
    width: float = 1.5


LOOKS: dict[Kind, Callable[[Tokens], ButtonLook]] = {
    Kind.NEXT: lambda t: ButtonLook(t.accent, t.accent_press, t.on_accent),
    Kind.PLAIN: lambda t: ButtonLook(t.surface, t.press, t.ink, t.edge),
    Kind.MONEY: lambda t: ButtonLook(t.money, mix(t.surface, t.money, 0.22), t.on_money),
    Kind.MONEY_OUTLINE: lambda t: ButtonLook(t.surface, t.press, t.ink, t.ink, 2),
    Kind.DANGER: lambda t: ButtonLook(t.surface, t.bad_pale, t.bad_text, t.edge),
    Kind.DANGER_SOLID: lambda t: ButtonLook(t.bad, mix(t.ink, t.bad, 0.2), t.on_bad),
    Kind.QUIET: lambda t: ButtonLook(t.sunken, t.press, t.ink, t.line, 1),
    Kind.GHOST: lambda t: ButtonLook(None, t.press, t.ink),
    Kind.LINK: lambda t: ButtonLook(None, t.press, t.accent_text),
    Kind.PALE: lambda t: ButtonLook(
        t.accent_pale, mix(t.accent, t.accent_pale, 0.15), t.accent_text
    ),
    Kind.WARN: lambda t: ButtonLook(
        t.warn_pale, mix(t.warn, t.warn_pale, 0.2), t.warn_text, t.warn_text
    ),
}
SOLID = {Kind.NEXT, Kind.MONEY, Kind.DANGER_SOLID}
SMALL_TYPE = {Kind.QUIET, Kind.LINK, Kind.PALE, Kind.WARN}
HEIGHTS = {
    Kind.NEXT: 72,
    Kind.DANGER: 72,
    Kind.DANGER_SOLID: 72,
    Kind.QUIET: 48,
    Kind.GHOST: 48,
    Kind.LINK: 48,
    Kind.PALE: 48,
    Kind.WARN: 48,
}
