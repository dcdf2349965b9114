"""The workflow that builds releases cannot be run here; it is whole, and names what exists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

HOUSE = Path(__file__).parents[2]
WORKFLOW = HOUSE / ".github" / "workflows" / "release.yml"
NAMED = re.compile(r"(?:packaging[\\/][\w./\\-]+\.(?:sh|ps1|py)|\binstaller\.iss)")


@pytest.fixture
def workflow() -> dict[Any, Any]:
    return yaml.safe_load(WORKFLOW.read_text("utf-8"))


def steps(workflow: dict[Any, Any], job: str) -> list[dict[str, Any]]:
    return workflow["jobs"][job]["steps"]


def test_it_runs_on_tags(workflow: dict[Any, Any]) -> None:
    triggers = workflow[True]  # YAML reads the word "on" as a truth value
    assert triggers["push"] == {"tags": ["v*"]}
    assert set(workflow["jobs"]) == {"windows", "linux"}


def test_every_script_it_runs_is_there(workflow: dict[Any, Any]) -> None:
    named = {
        found.replace("\\", "/")
        for job in workflow["jobs"]
        for step in steps(workflow, job)
        for found in NAMED.findall(step.get("run", ""))
    }
    assert {"packaging/build.ps1", "packaging/build.sh", "installer.iss"} <= named
    assert [name for name in sorted(named) if not (HOUSE / name).is_file()] == []


@pytest.mark.parametrize(("job", "kept"), [("windows", ".exe"), ("linux", ".deb")])
def test_it_tries_what_it_built_before_it_keeps_it(
    workflow: dict[Any, Any], job: str, kept: str
) -> None:
    done = steps(workflow, job)
    tried = next(place for place, step in enumerate(done) if "Install it" in step.get("name", ""))
    (upload,) = [
        place for place, step in enumerate(done) if "upload-artifact" in step.get("uses", "")
    ]
    assert tried < upload
    assert done[upload]["with"]["path"].endswith(kept)
    assert done[upload]["with"]["if-no-files-found"] == "error"


def test_every_step_does_one_thing_by_a_fixed_version(workflow: dict[Any, Any]) -> None:
    for job in workflow["jobs"]:
        assert 0 < workflow["jobs"][job]["timeout-minutes"] <= 90
        for step in steps(workflow, job):
            assert ("run" in step) != ("uses" in step)
            if "uses" in step:
                assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])
