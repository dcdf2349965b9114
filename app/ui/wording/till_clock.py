"""What is said when this computer's clock is wrong: in the strip and in a banner."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.domain.notice import Notice
from app.ui.wording.figures import ago
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


def clock_head(ahead: timedelta) -> str:
    """Return by how much the clock is wrong: "The clock of this PC is 14 min fast"."""
    now = datetime.now(UTC)
    span = ago(now - abs(ahead), now)
    if ahead < timedelta(0):
        return translate("Clock", "The clock of this PC is {span} slow").format(span=span)
    return translate("Clock", "The clock of this PC is {span} fast").format(span=span)


def clock_line() -> str:
    """Return what that means, and what to do."""
    return translate(
        "Clock",
        "Orders are safe, but times on screen and slips are wrong. Have date and time of this PC"
        " set.",
    )


def clock_wrong(notice: Notice, _vendor: str, _shop: Shop) -> tuple[str, str]:
    """Word the notice of it."""
    seconds = notice.data.get("seconds")
    if seconds is None:
        return translate("Clock", "The clock of this PC is wrong."), clock_line()
    return f"{clock_head(timedelta(seconds=int(seconds)))}.", clock_line()
