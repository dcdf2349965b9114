from __future__ import annotations

from pathlib import Path

from app.settings.known import LISTS
from app.settings.reference import (
    BEGIN,
    END,
    installed_models,
    settings_reference,
    with_reference,
)
from tests.unit.settings.sample import KNOWN, MODELS

README = Path(__file__).parents[3] / "README.md"


def test_every_key_stands_in_the_reference_with_a_meaning() -> None:
    told = settings_reference(MODELS)
    for model in [*KNOWN.tables().values(), *LISTS.values()]:
        for key, field in model.model_fields.items():
            assert f"| `{key}` |" in told
            assert field.description, f"{model.__name__}.{key} has no description"


def test_rows_tell_default_limits_and_meaning() -> None:
    told = settings_reference(MODELS)
    rows = {
        line.split("|")[1].strip(): line for line in told.splitlines() if line.startswith("| `")
    }
    assert rows["`undo_seconds`"].startswith("| `undo_seconds` | `5` | a number from 0 to 60 | How")
    assert '| `"confirmed"` | one of "confirmed", "accepted" |' in rows["`print_on`"]
    assert rows["`api_key`"].endswith("The key. Secret. Needed when enabled. |")
    assert '| `["slip"]` |' in rows["`prints`"]
    assert all(line.count("|") - line.count("\\|") == 5 for line in rows.values())
    assert "**`[vendors.cheers]`**" in told
    assert "**`[[printers]]`**" in told


def test_reference_is_put_between_the_markers_of_a_readme() -> None:
    readme = f"# Pult\n\n{BEGIN}\nold\n{END}\n\nMore.\n"
    told = with_reference(readme, settings_reference(MODELS))
    assert told == f"# Pult\n\n{BEGIN}\n{settings_reference(MODELS)}{END}\n\nMore.\n"
    assert with_reference(told, settings_reference(MODELS)) == told


def test_readme_holds_the_reference_of_this_version() -> None:
    readme = README.read_text(encoding="utf-8")
    remedy = "run: python -m app.settings.reference"
    assert with_reference(readme, settings_reference(installed_models())) == readme, remedy
