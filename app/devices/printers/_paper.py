"""What a slip is rendered for: the printer's model, and how the shop wants it to print."""

from __future__ import annotations

from dataclasses import dataclass

from app.devices.printers._kind import PrinterOptions


@dataclass(frozen=True, slots=True)
class Paper:
    """python-escpos profile, letters a line, a code page or none; and what each slip brings."""

    profile: str
    width: int
    codepage: str = ""
    as_picture: bool = False
    buzzer: bool = False
    drawer: bool = False  # opened by each slip


def paper_of(settings: PrinterOptions) -> Paper:
    """Return what one entry of the settings says."""
    return Paper(
        settings.profile,
        settings.width,
        settings.codepage,
        as_picture=settings.print_as == "picture",
        buzzer=settings.buzzer,
        drawer=settings.drawer == "slip",
    )
