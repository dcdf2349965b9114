"""What the settings say of slips, with the logo found where it lies."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.domain.slip_template import SlipTemplate
from app.settings.resources import resource_path
from app.settings.settings import Settings


def template_of(settings: Settings) -> SlipTemplate:
    """Return what stands on this till's slips; its logo is an absolute path."""
    chosen = settings.slip
    template = SlipTemplate(
        logo=chosen.logo,
        top=chosen.top,
        bottom=chosen.bottom,
        prices=chosen.prices,
        customer=chosen.customer,
        code=chosen.code,
    )
    return with_logo_found(template, settings.path)


def with_logo_found(template: SlipTemplate, settings_file: Path) -> SlipTemplate:
    """Return `template` with the absolute path of its logo.

    A relative one is looked for in the settings file's folder, then among Pult's own pictures; one
    that is nowhere stays where it was looked for first. Thread: any but the gui's.
    """
    if not template.logo:
        return template
    own = settings_file.absolute().parent / Path(template.logo).expanduser()
    if own.is_file():
        return replace(template, logo=str(own))
    try:
        return replace(template, logo=str(resource_path(template.logo)))
    except FileNotFoundError:
        return replace(template, logo=str(own))
