"""What the parts of the screen are given of its settings."""

from __future__ import annotations

from app.domain.states import OrderState
from app.ui.screen_settings import ScreenSettings
from app.usecases.desk import Shop


def asked_vendors(settings: ScreenSettings) -> dict[str, str]:
    """Return the titles of the vendors that can be asked for an order by its id."""
    vendors = settings.vendors.values()
    return {each.name: each.title for each in vendors if each.capabilities.can_be_re_read}


def found_by_number(settings: ScreenSettings) -> str:
    """Return the vendor whose orders are found by their number, "" for none."""
    found = (view.name for view in settings.vendors.values() if view.capabilities.payment_accepts)
    return next(found, "")


def shop_on_screen(settings: ScreenSettings) -> Shop:
    """Return how this shop works, as far as the screen shows it."""
    return Shop(
        till_name=settings.till_name,
        language=settings.language,
        timezone=settings.timezone,
        currency=settings.currency,
        day_starts=settings.day_starts,
        walkin=settings.walkin,
        undo_seconds=settings.undo_seconds,
        lead_minutes=settings.lead_minutes,
    )


def late_limits(settings: ScreenSettings) -> dict[OrderState, float]:
    """Return after how many minutes a card of each column is late."""
    return {
        OrderState.NEW: settings.new_minutes,
        OrderState.PREPARING: settings.preparing_minutes,
        OrderState.READY: settings.ready_minutes,
    }
