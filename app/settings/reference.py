"""Generates the settings reference of the README from the models, so that it cannot go stale."""

from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

from pydantic.fields import FieldInfo

from app.settings.environment import variable_of
from app.settings.explain import allowed_text, default_text
from app.settings.fields import Needed, SettingsModel, is_secret
from app.settings.known import LISTS, Known
from app.settings.vendor import VendorSettings

BEGIN: Final = "<!-- settings:begin -->"
END: Final = "<!-- settings:end -->"


def settings_reference(vendor_models: Mapping[str, type[VendorSettings]]) -> str:
    """Give the reference as Markdown: one table for each table of the settings file."""
    parts: list[str] = []
    for name, model in Known(vendor_models).tables().items():
        parts.append(_section(f"[{name}]", model))
    for name, entry in LISTS.items():
        parts.append(_section(f"[[{name}]]", entry))
    example = variable_of("till", "language")
    parts.append(
        f"Every key outside the `[[…]]` lists can be set by the environment: `{example}` is "
        "`till.language`. Secrets come from the environment, then the file, then `pult secret set`."
    )
    return "\n\n".join(parts) + "\n"


def with_reference(readme: str, reference: str) -> str:
    """Give the README with the reference between its markers replaced."""
    head, _, rest = readme.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{reference}{END}{tail}"


def _section(title: str, model: type[SettingsModel]) -> str:
    rows = [f"**`{title}`**", "", "| key | default | allowed | meaning |", "|---|---|---|---|"]
    for key, info in model.model_fields.items():
        default = default_text(info)
        shown_default = f"`{default}`" if default else "required"
        cells = (f"`{key}`", shown_default, allowed_text(info), _meaning(info))
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows)


def _meaning(info: FieldInfo) -> str:
    told = info.description or ""
    if is_secret(info):
        told += " Secret."
    if any(isinstance(mark, Needed) for mark in info.metadata):
        told += " Needed when enabled."
    return told


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def installed_models() -> dict[str, type[VendorSettings]]:
    """Find the settings models of all installed vendors, by vendor."""
    plugins = [entry.load() for entry in entry_points(group="pult.vendors")]
    return {plugin.name: plugin.settings_model for plugin in plugins}


def update_readme(readme: Path) -> None:
    """Write the reference of all installed vendors between the markers of a README."""
    text = readme.read_text(encoding="utf-8")
    told = with_reference(text, settings_reference(installed_models()))
    readme.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    update_readme(Path("README.md"))
