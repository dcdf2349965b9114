"""Ground and border of a card by its state."""

from dataclasses import dataclass

from app.ui.board.card import Card
from app.ui.theme import Tokens


@dataclass(frozen=True, slots=True)
class CardLook:
    """What decides ground and border besides the card itself."""

    pressed: bool = False
    focused: bool = False


def card_ground(card: Card, look: CardLook, tokens: Tokens) -> tuple[str, str, float]:
    """Return ground, border and the border's width."""
    ground, border, width = tokens.surface, tokens.line, 1.0
    if card.opened:
        ground, border, width = tokens.accent_pale, tokens.accent, 2.0
    elif card.struck:
        border, width = tokens.bad, 2.0
    elif card.unseen:
        border, width = tokens.accent, 2.0
    return (tokens.press if look.pressed else ground), border, width
