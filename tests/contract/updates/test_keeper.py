"""Lists and installers over real HTTP with real keys: what is taken, and what never is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.update import Release, UpdateFault, UpdateRefused
from app.updates.keeper import ReleaseKeeper
from tests.contract.updates.publisher import Publisher, sign_release

OWN = "1.2.0"
Spoil = Callable[[Publisher], object]


@pytest.fixture
def keeper(tmp_path: Path) -> ReleaseKeeper:
    return ReleaseKeeper(tmp_path / "updates", OWN, "linux")


def looked(keeper: ReleaseKeeper, publisher: Publisher) -> Release | None:
    return keeper.look(publisher.list_url, publisher.public_key)


def refused(keeper: ReleaseKeeper, publisher: Publisher) -> UpdateFault:
    with pytest.raises(UpdateRefused) as caught:
        looked(keeper, publisher)
    return caught.value.fault


def never() -> bool:
    return False


def test_the_newest_is_found_wherever_it_stands_in_the_list(
    keeper: ReleaseKeeper, publisher: Publisher
) -> None:
    entries = [publisher.entry(version) for version in ("1.9.0", "1.10.0", OWN)]
    publisher.publish(*entries)
    found = looked(keeper, publisher)
    assert found is not None
    assert (found.version, found.notes) == ("1.10.0", "Quicker.")


def test_the_version_that_runs_is_no_newer_one(keeper: ReleaseKeeper, publisher: Publisher) -> None:
    publisher.publish(publisher.entry(OWN))
    assert looked(keeper, publisher) is None


def _resigned(publisher: Publisher) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    content = publisher.pages["/releases.signed"].partition(b"\n")[2]
    other = sign_release.Ed25519PrivateKey.generate()
    publisher.pages["/releases.signed"] = sign_release.signed(other, content)


def _one_letter_changed(publisher: Publisher) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    page = publisher.pages["/releases.signed"]
    publisher.pages["/releases.signed"] = page.replace(b"1.3.0", b"1.4.0")


def _moved(publisher: Publisher) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    publisher.moved["/releases.signed"] = "/elsewhere"
    publisher.pages["/elsewhere"] = publisher.pages["/releases.signed"]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_resigned, UpdateFault.BAD_SIGNATURE),
        (_one_letter_changed, UpdateFault.BAD_SIGNATURE),
        (_moved, UpdateFault.NOT_REACHED),
        (lambda it: it.pages.update({"/releases.signed": b""}), UpdateFault.BAD_SIGNATURE),
        (lambda it: it.pages.update({"/releases.signed": b"x" * 70000}), UpdateFault.TOO_LARGE),
        (lambda it: it.pages.clear(), UpdateFault.NOT_REACHED),
        (lambda it: it.publish_bytes(b"{"), UpdateFault.UNREADABLE),
        (lambda it: it.publish_bytes(b"[" * 60000), UpdateFault.UNREADABLE),
        (lambda it: it.publish(), UpdateFault.UNREADABLE),
        (lambda it: it.publish("1.3.0"), UpdateFault.UNREADABLE),
        (lambda it: it.publish({"version": "1.3.0"}), UpdateFault.UNREADABLE),
        (lambda it: it.publish(it.entry("1.3.0rc1")), UpdateFault.UNREADABLE),
        (lambda it: it.publish(it.entry("1.3.0", name="../pult.deb")), UpdateFault.UNREADABLE),
        (lambda it: it.publish(it.entry("1.3.0", sha256="00")), UpdateFault.UNREADABLE),
        (lambda it: it.publish(it.entry("1.3.0", size=True)), UpdateFault.UNREADABLE),
        (lambda it: it.publish(it.entry("1.3.0", size=2 << 30)), UpdateFault.TOO_LARGE),
        (
            lambda it: it.publish(it.entry("1.3.0", url="http://192.0.2.1/p")),
            UpdateFault.ODD_ADDRESS,
        ),
        (lambda it: it.publish(it.entry("1.3.0", url="file:///p")), UpdateFault.ODD_ADDRESS),
        (
            lambda it: it.publish(it.entry("1.3.0", url="https://me@example.com/p")),
            UpdateFault.ODD_ADDRESS,
        ),
        (lambda it: it.publish(it.entry("1.1.0")), UpdateFault.ROLLED_BACK),
    ],
)
def test_what_is_not_as_it_must_be_is_refused_by_name(
    keeper: ReleaseKeeper, publisher: Publisher, spoil: Spoil, fault: UpdateFault
) -> None:
    spoil(publisher)
    assert refused(keeper, publisher) is fault


@pytest.mark.parametrize("url", ["http://example.com/r", "ftp://example.com/r", "https://", "r"])
def test_an_odd_address_is_not_even_asked(keeper: ReleaseKeeper, url: str) -> None:
    with pytest.raises(UpdateRefused) as caught:
        keeper.look(url, "")
    assert caught.value.fault is UpdateFault.ODD_ADDRESS


def test_an_old_list_served_again_is_refused_also_after_a_restart(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    old = publisher.pages["/releases.signed"]
    publisher.publish(publisher.entry("1.4.0"))
    looked(keeper, publisher)
    publisher.pages["/releases.signed"] = old
    again = ReleaseKeeper(tmp_path / "updates", OWN, "linux")
    assert refused(again, publisher) is UpdateFault.ROLLED_BACK


def test_the_installer_is_fetched_once_and_with_it_the_way_back(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(publisher.entry("1.3.0"), publisher.entry(OWN))
    found = looked(keeper, publisher)
    assert found is not None
    path = keeper.fetch(found, never)
    assert path.read_bytes() == b"installer 1.3.0"
    previous = keeper.previous()
    assert previous is not None and previous.read_bytes() == b"installer 1.2.0"
    asked = len(publisher.asked)
    assert keeper.fetch(found, never) == path
    assert len(publisher.asked) == asked


def test_only_the_newest_and_the_one_that_runs_are_kept(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path
) -> None:
    for newest in ("1.3.0", "1.4.0"):
        publisher.publish(publisher.entry(newest), publisher.entry(OWN))
        found = looked(keeper, publisher)
        assert found is not None
        keeper.fetch(found, never)
    kept = {each.name for each in (tmp_path / "updates").iterdir() if each.is_dir()}
    assert kept == {"1.4.0", OWN}


@pytest.mark.expected_log("no way back: not_reached")
def test_a_way_back_that_cannot_be_had_does_not_hold_up_the_way_on(
    keeper: ReleaseKeeper, publisher: Publisher
) -> None:
    publisher.publish(publisher.entry("1.3.0"), publisher.entry(OWN))
    del publisher.pages[f"/pult_{OWN}_amd64.deb"]
    found = looked(keeper, publisher)
    assert found is not None
    assert keeper.fetch(found, never).is_file()
    assert keeper.previous() is None


@pytest.mark.parametrize("served", [b"installer 6.6.6", b"shorter", b"installer 1.3.0 and more"])
def test_a_file_that_is_not_what_was_signed_is_not_kept(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path, served: bytes
) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    publisher.pages["/pult_1.3.0_amd64.deb"] = served
    found = looked(keeper, publisher)
    assert found is not None
    with pytest.raises(UpdateRefused) as caught:
        keeper.fetch(found, never)
    assert caught.value.fault is UpdateFault.WRONG_FILE
    assert [each for each in (tmp_path / "updates" / "1.3.0").iterdir()] == []


def test_a_file_that_was_changed_after_it_was_fetched_is_noticed(
    keeper: ReleaseKeeper, publisher: Publisher
) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    found = looked(keeper, publisher)
    assert found is not None
    path = keeper.fetch(found, never)
    assert keeper.fetched(found) == path
    path.write_bytes(b"installer 6.6.6")
    assert keeper.fetched(found) is None


def test_fetching_ends_half_way_when_pult_does(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(publisher.entry("1.3.0"))
    found = looked(keeper, publisher)
    assert found is not None
    with pytest.raises(UpdateRefused):
        keeper.fetch(found, lambda: True)
    assert [each for each in (tmp_path / "updates" / "1.3.0").iterdir()] == []


def test_a_release_without_a_file_for_this_system_is_told(
    tmp_path: Path, publisher: Publisher
) -> None:
    keeper = ReleaseKeeper(tmp_path / "updates", OWN, "windows")
    publisher.publish(publisher.entry("1.3.0"))
    found = looked(keeper, publisher)
    assert found is not None
    with pytest.raises(UpdateRefused) as caught:
        keeper.fetch(found, never)
    assert caught.value.fault is UpdateFault.NOT_FOR_THIS


def test_what_the_publishers_tool_writes_is_what_a_till_reads(
    keeper: ReleaseKeeper, publisher: Publisher, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private, listed = tmp_path / "private.pem", tmp_path / "releases.signed"
    assert sign_release.main(["key", str(private)]) == 0
    assert private.stat().st_mode & 0o077 == 0
    public_key = capsys.readouterr().out.split('"')[1]
    for version in (OWN, "1.3.0"):
        setup = tmp_path / f"pult_{version}_amd64.deb"
        setup.write_bytes(version.encode())
        publisher.pages[f"/{setup.name}"] = setup.read_bytes()
        command = ["list", str(private), str(setup), "--base-url", publisher.url]
        command += ["--version", version, "--notes", "Größer.", "--out", str(listed)]
        before = ["--before", str(listed)] if listed.exists() else []
        assert sign_release.main([*command, *before]) == 0
    publisher.pages["/releases.signed"] = listed.read_bytes()
    found = keeper.look(publisher.list_url, public_key)
    assert found is not None and found.notes == "Größer."
    assert keeper.fetch(found, never).read_bytes() == b"1.3.0"
    assert keeper.previous() is not None
    assert len(json.loads(listed.read_bytes().partition(b"\n")[2])["releases"]) == 2
