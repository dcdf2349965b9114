"""What a shop has chosen to have on its slips."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTemplate:
    """The choices of `[slip]`; number, vendor, what is to pay, and the comment always stand there.

    `logo` is the path of a picture, "" for none; `top` and `bottom` are lines of the shop's own.
    """

    logo: str = ""
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    prices: bool = True
    customer: bool = True
    code: bool = True
