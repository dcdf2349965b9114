"""What a scan was found to be, as the scan answer shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from app.ui.theme import Shape, Tokens

STAYS_MS = 1500
STAYS_WITH_BUTTON_MS = 3000


class AnswerKind(Enum):
    """What a scan was found to be; decides ground and shape."""

    HAND_OVER = "hand_over"
    PAYMENT_DUE = "payment_due"
    NOT_READY = "not_ready"
    ALREADY_OUT = "already_out"
    LOYALTY_CARD = "loyalty_card"
    PRE_ORDER = "pre_order"
    PRODUCT = "product"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AnswerButton:
    """A button of an answer; `counts` shows the seconds that are left behind its words."""

    key: str
    text: str
    icon: str | None = None
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for one scan.

    `number` is the order's (empty where none is known), `hint` stands small at the foot. Two
    buttons (an unknown or ambiguous code) wait until one is pressed.
    """

    kind: AnswerKind
    headline: str
    number: str = ""
    lines: tuple[str, ...] = ()
    hint: str = ""
    buttons: tuple[AnswerButton, ...] = ()
    stays_ms: int | None = None

    @property
    def waits(self) -> bool:
        """Tell whether it stays until a person chose."""
        return len(self.buttons) > 1

    @property
    def milliseconds(self) -> int:
        """Return how long it stays."""
        if self.stays_ms is not None:
            return self.stays_ms
        return STAYS_WITH_BUTTON_MS if self.buttons else STAYS_MS


LOOKS: dict[AnswerKind, tuple[Shape, Callable[[Tokens], tuple[str, str]]]] = {
    AnswerKind.HAND_OVER: (Shape.OK, lambda t: (t.ok, t.on_ok)),
    AnswerKind.PAYMENT_DUE: (Shape.WARN, lambda t: (t.warn, t.on_warn)),
    AnswerKind.NOT_READY: (Shape.CLOCK, lambda t: (t.money, t.on_money)),
    AnswerKind.ALREADY_OUT: (Shape.BAD, lambda t: (t.bad, t.on_bad)),
    AnswerKind.LOYALTY_CARD: (Shape.CARD, lambda t: (t.accent, t.on_accent)),
    AnswerKind.PRE_ORDER: (Shape.BAG, lambda t: (t.accent, t.on_accent)),
    AnswerKind.PRODUCT: (Shape.BAG, lambda t: (t.accent, t.on_accent)),
    AnswerKind.UNKNOWN: (Shape.UNCONFIRMED, lambda t: (t.warn, t.on_warn)),
}


def answer_colours(kind: AnswerKind, tokens: Tokens) -> tuple[str, str]:
    """Return ground and ink of an answer."""
    return LOOKS[kind][1](tokens)
