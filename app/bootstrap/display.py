"""What the settings say of the customer display, with what they leave to the till filled in."""

from __future__ import annotations

from pathlib import Path

from app.settings.settings import Settings
from app.ui.customer_display.choices import DisplayChoices


def display_choices(settings: Settings) -> DisplayChoices:
    """Return the choices of `[display]`; name and language are the till's where none is given."""
    chosen, till = settings.display, settings.till
    return DisplayChoices(
        enabled=chosen.enabled,
        screen=chosen.screen,
        name=chosen.name or till.name,
        languages=chosen.languages or (till.language,),
        logo=logo_of(settings),
        ground=chosen.ground,
        ready=chosen.ready,
        show_preparing=chosen.show_preparing,
        ready_minutes=chosen.ready_minutes,
        lead_minutes=till.lead_minutes,
        sound=chosen.sound,
        vendors=chosen.vendors,
    )


def logo_of(settings: Settings) -> Path | None:
    """Return the absolute path of the logo, None without one; the disk is not looked at."""
    if not settings.display.logo:
        return None
    return settings.path.absolute().parent / Path(settings.display.logo).expanduser()
