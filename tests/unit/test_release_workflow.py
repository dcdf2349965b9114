"""What builds releases on other machines: workflow and scripts name what exists, and agree."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.bootstrap import instance

HOUSE = Path(__file__).parents[2]
WORKFLOW = HOUSE / ".github" / "workflows" / "release.yml"
NAMED = re.compile(r"(?:packaging[\\/][\w./\\-]+\.(?:sh|ps1|py|spec)|\binstaller\.iss)")
LANGUAGES = {"en", "hu", "es", "de"}
SCRIPTS = sorted((HOUSE / "packaging").rglob("*.ps1"))


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
    assert {
        "packaging/build.ps1",
        "packaging/windows/make_setup.ps1",
        "packaging/build.sh",
    } <= named
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
                assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])


def test_what_is_pinned_by_a_checksum_says_its_version() -> None:
    text = WORKFLOW.read_text("utf-8")
    pins = re.findall(r"uses: (\S+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)\n", text)
    assert len(pins) == text.count("uses:")
    assert len({pin[0] for pin in pins}) == len(set(pins))  # one version of each


def test_the_linux_package_is_made_on_the_oldest_debian_it_runs_on(
    workflow: dict[Any, Any],
) -> None:
    assert workflow["jobs"]["linux"]["container"]["image"] == "debian:12"
    proved = (HOUSE / "packaging/linux/bare.sh").read_text("utf-8")
    assert "suite=${SUITE:-bookworm}" in proved  # Debian 12


def test_both_setups_are_made_by_the_same_compiler() -> None:
    named = {
        version
        for name in ("packaging/windows/make_setup.ps1", "packaging/windows/wine.sh")
        for version in re.findall(r"innosetup-compiler@[\d.]+", (HOUSE / name).read_text("utf-8"))
        or ["none"]
    }
    assert len(named) == 1
    assert named != {"none"}


def test_scripts_of_windows_are_read_alike_by_every_powershell() -> None:
    # Windows PowerShell takes a file without a mark for one of the country's own code page.
    assert [path.name for path in SCRIPTS if not path.read_bytes().isascii()] == []
    assert len(SCRIPTS) == 6


def test_what_scripts_of_windows_name_is_there() -> None:
    named = {name for path in SCRIPTS for name in NAMED.findall(path.read_text("utf-8"))}
    assert {name.replace("\\", "/") for name in named} >= {"packaging/pult.spec"}
    missing = [name for name in sorted(named) if not (HOUSE / name.replace("\\", "/")).is_file()]
    assert missing == []
    sourcing = re.compile(r"^\. \(Join-Path \$PSScriptRoot '(.+)'\)", re.MULTILINE)
    sourced = [
        path.parent / name for path in SCRIPTS for name in sourcing.findall(path.read_text("utf-8"))
    ]
    assert [path.name for path in sourced] == ["install.ps1"] * 3
    assert all(path.is_file() for path in sourced)


def test_the_trial_on_windows_asks_for_what_the_setup_makes() -> None:
    trial = (HOUSE / "packaging/windows/try_setup.ps1").read_text("utf-8")
    setup = (HOUSE / "installer.iss").read_text("utf-8")
    rule = re.search(r'#define FirewallRule "(.+)"', setup)
    assert rule is not None
    assert f"$rule = '{rule[1]}'" in trial
    tasks = re.search(r"/TASKS=([\w,]+)", trial)
    assert tasks is not None
    assert set(tasks[1].split(",")) <= set(re.findall(r'Name: "(\w+)"; Description', setup))
    for text in (trial, setup):
        assert set(re.findall(r"pultw?\.exe", text)) == {"pult.exe", "pultw.exe"}


def test_the_setup_looks_for_the_mark_that_a_running_pult_makes() -> None:
    setup = (HOUSE / "installer.iss").read_text("utf-8")
    assert f'#define RunningMark "{instance.RUNNING_MARK}"' in setup


def test_the_setup_says_everything_in_all_four_languages() -> None:
    texts = (HOUSE / "packaging/windows/setup_texts.iss").read_text("utf-8-sig")
    said: dict[str, set[str]] = {}
    for language, name, text in re.findall(r"^(\w\w)\.(\w+)=(.+)$", texts, re.M):
        assert text.strip()
        said.setdefault(name, set()).add(language)
    assert {name for name, languages in said.items() if languages != LANGUAGES} == set()
    setup = (HOUSE / "installer.iss").read_text("utf-8-sig")
    used = re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", setup)
    assert {first or second for first, second in used} == set(said)
