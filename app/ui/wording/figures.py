"""Amounts, times and counts as the screen writes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from app.domain.money import Money
from app.domain.money_format import figure_text, money_text
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

NO_BREAK: Final = "\u00a0"
TIMES: Final = "\u00d7"
_DAYS: Final = {"hu": "MMM d., EEE", "de": "EEE, d. MMM"}


def amount(money: Money, shop: Shop) -> str:
    """Return the amount with its currency for a label or button of its own: "5,160 Ft"."""
    return money_text(money, shop.language).replace(NO_BREAK, " ")


def amount_in_text(money: Money, shop: Shop) -> str:
    """Return the amount for running text, where it is not broken over two lines."""
    return money_text(money, shop.language).replace(" ", NO_BREAK)


def figure(money: Money, shop: Shop) -> str:
    """Return the amount without its currency."""
    return figure_text(money, shop.language).replace(NO_BREAK, " ")


def clock(moment: datetime, shop: Shop) -> str:
    """Return the shop's time of day: "18:24"."""
    return moment.astimezone(shop.timezone).strftime("%H:%M")


def day_clock(moment: datetime, shop: Shop, now: datetime) -> str:
    """Return the time of day, with the date when it is not today's."""
    local = moment.astimezone(shop.timezone)
    if local.date() == now.astimezone(shop.timezone).date():
        return clock(moment, shop)
    return f"{day_month(local.date(), shop)} {clock(moment, shop)}"


def day_month(day: date, shop: Shop, *, weekday: bool = False) -> str:
    """Return a day without its year, as the language writes it: "19 Nov", "nov. 19."."""
    pattern = _DAYS.get(shop.language, "EEE d MMM")
    return format_date(day, pattern if weekday else _without_weekday(pattern), shop.language)


def _without_weekday(pattern: str) -> str:
    return pattern.replace("EEE", "").strip(", ")


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago something was: "4 s", "3 min", "2 h", "3 d"."""
    seconds = max(0, int((now - moment).total_seconds()))
    if seconds < 60:
        return translate("Figures", "{count} s").format(count=seconds)
    minutes = seconds // 60
    if minutes < 120:
        return translate("Figures", "{count} min").format(count=minutes)
    hours = minutes // 60
    if hours < 48:
        return translate("Figures", "{count} h").format(count=hours)
    return translate("Figures", "{count} d").format(count=hours // 24)


class Counts:
    """Counted things, each with its plural forms. Thread: gui."""

    def items(self, count: int) -> str:
        """Return "1 item" or "4 items"."""
        return translate("Counts", "%n items", n=count)

    def copies(self, count: int) -> str:
        """Return "1 copy" or "2 copies", of a slip."""
        return translate("Counts", "%n copies", n=count)

    def slips(self, count: int) -> str:
        """Return "1 slip" or "2 slips"."""
        return translate("Counts", "%n slips", n=count)

    def slips_wait(self, count: int) -> str:
        """Return "1 slip waits" or "2 slips wait"."""
        return translate("Counts", "%n slips wait", n=count)

    def tries(self, count: int) -> str:
        """Return "asked once" or "asked 4 times"."""
        return translate("Counts", "asked %n times", n=count)

    def orders(self, count: int) -> str:
        """Return "1 order" or "3 orders"."""
        return translate("Counts", "%n orders", n=count)

    def seconds(self, count: int) -> str:
        """Return "1 second" or "5 seconds"."""
        return translate("Counts", "%n seconds", n=count)


def item_count(count: int) -> str:
    """Return "1 item" or "4 items"."""
    return Counts().items(count)


def ordinal(count: int, shop: Shop) -> str:
    """Return "4th", or "4." where the shop speaks another language than English."""
    if shop.language != "en":
        return f"{count}."
    if count % 100 in (11, 12, 13):
        return f"{count}th"
    return f"{count}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th') }"


def lower_first(text: str) -> str:
    """Return `text` beginning in lower case, for the middle of a sentence; a number such as "A-42"
    stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].isalpha() else text
