"""What the settings say of slips, with the logo found where it lies."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

from app.domain.slip_template import SlipTemplate
from app.settings.resources import resource_path
from app.settings.settings import Settings
from app.settings.slip import SlipSettings


def template_of(settings: Settings) -> SlipTemplate:
    """Return what stands on this till's slips; its logo is an absolute path."""
    return with_logo_found(chosen_template(settings.slip), settings.path)


def chosen_template(chosen: SlipSettings) -> SlipTemplate:
    """Return the choices of `[slip]` as they stand in the file."""
    return SlipTemplate(**{each.name: getattr(chosen, each.name) for each in fields(SlipTemplate)})


def template_values(template: SlipTemplate) -> dict[str, object]:
    """Return the choices as the settings file holds them, by the full names of their keys."""
    return {f"slip.{each.name}": getattr(template, each.name) for each in fields(SlipTemplate)}


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
