"""The reckoning of a payment at the counter: parts, cash rounding, change, what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.money import Money, cash_digits, cash_rounded, exponent, total
from app.domain.order import PaymentMethod, PaymentPart


@dataclass(frozen=True, slots=True)
class Tally:
    """A payment being taken.

    `due` is the amount on the screen; `entered` is the cash given, or the part keyed in for
    another method; None is nothing keyed in yet, for card and other the whole rest.

    Thread: any.
    """

    due: Money
    parts: tuple[PaymentPart, ...] = ()
    method: PaymentMethod = PaymentMethod.CASH
    entered: Money | None = None

    @property
    def rest(self) -> Money:
        """What is still to be taken, exact."""
        return self.due - total((part.amount for part in self.parts), self.due.currency)

    @property
    def asked(self) -> Money:
        """What is asked for now: in cash the rest in coins there are."""
        if not self._is_cash:
            return self.rest
        if self._all_cash:
            taken = total((part.amount for part in self.parts), self.due.currency)
            return cash_rounded(self.due) - taken
        return cash_rounded(self.rest)

    @property
    def given(self) -> Money:
        """What is given: keyed in, or for another method than cash the whole rest."""
        if self.entered is not None:
            return self.entered
        return self._zero if self._is_cash else self.rest

    @property
    def change(self) -> Money:
        """What goes back to the customer, never below zero; only cash has change."""
        over = self.given - self.asked
        return over if self._is_cash and over > self._zero else self._zero

    @property
    def missing(self) -> Money:
        """What is missing of what is asked, never below zero."""
        short = self.asked - self.given
        return short if short > self._zero else self._zero

    @property
    def is_settled(self) -> bool:
        """Whether Payment received can be pressed."""
        if self._is_cash and self.entered is None:
            return False
        return not self.missing and (self._is_cash or self.given == self.rest)

    @property
    def can_take_part(self) -> bool:
        """Whether what is keyed in is a part that leaves a rest for another way."""
        return (
            self.entered is not None
            and self._zero < self.entered < self.rest
            and bool(self.missing)
        )

    def with_part(self) -> Tally:
        """Return the tally after what is keyed in was taken as a part."""
        part = PaymentPart(self.method, self.given)
        return replace(self, parts=(*self.parts, part), entered=None)

    def without_last_part(self) -> Tally:
        """Return the tally with the last part given back."""
        return replace(self, parts=self.parts[:-1], entered=None)

    def all_parts(self) -> tuple[PaymentPart, ...]:
        """Return the parts as they are settled, the last one included."""
        return (*self.parts, self._last_part())

    def _last_part(self) -> PaymentPart:
        if not self._is_cash:
            return PaymentPart(self.method, self.rest)
        if self._all_cash:
            return PaymentPart(self.method, self.asked, self.given)
        # With a card in it the parts add up to what is due; the coins' rounding is not in them.
        exact = self.asked == self.rest
        return PaymentPart(self.method, self.rest, self.given if exact else None)

    @property
    def _is_cash(self) -> bool:
        return self.method is PaymentMethod.CASH

    @property
    def _all_cash(self) -> bool:
        return all(part.method is PaymentMethod.CASH for part in self.parts)

    @property
    def _zero(self) -> Money:
        return Money.zero(self.due.currency)


def key_step(currency: str) -> int:
    """Return how many minor units the last figure of the keypad stands for (HUF 100, EUR 1)."""
    places = min(cash_digits(currency), exponent(currency))
    return int(10 ** (exponent(currency) - places))


def from_keys(figure: int, currency: str) -> Money:
    """Return the amount that was keyed in."""
    return Money(figure * key_step(currency), currency)


def to_keys(money: Money) -> int:
    """Return the amount as it is keyed in; what the keypad cannot say is left out."""
    return money.minor // key_step(money.currency)
