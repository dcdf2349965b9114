"""When Pult looks, fetches and installs: its own decisions, with a real publisher on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.bootstrap import updates
from app.bootstrap.updates import UpdateQuestions
from app.domain.news import News
from app.domain.update import UpdateChanged, UpdateFault, UpdateStage
from app.runtime.lanes import Lane
from app.settings.sections import TillSettings
from app.settings.settings import Settings
from app.settings.updates import UpdateSettings
from tests.contract.updates.publisher import Publisher
from tests.fakes.clock import FrozenClock
from tests.fakes.relay import FakeRelay

BUDAPEST = ZoneInfo("Europe/Budapest")
NOON = datetime(2026, 11, 26, 12, tzinfo=BUDAPEST)
NIGHT = datetime(2026, 11, 26, 23, 30, tzinfo=BUDAPEST)
NEWER = "99.0.0"


class Desk:
    """The questions, at a time of day, with what was started instead of a setup."""

    def __init__(self, publisher: Publisher, folder: Path, platform: str = "linux") -> None:
        self.publisher = publisher
        self.relay = FakeRelay()
        self.clock = FrozenClock(NIGHT.astimezone(UTC))
        self.started: list[Path] = []
        self.settings = Settings(
            till=TillSettings(data_dir=str(folder)),
            updates=UpdateSettings(url=publisher.list_url, public_key=publisher.public_key),
        )
        self._lane = Lane("updates", _fails)
        self.questions = UpdateQuestions(
            lambda: self.settings,
            self.relay,
            self.clock,
            self._lane,
            self.started.append,
            platform,
        )

    def at(self, moment: datetime) -> None:
        self.clock.advance((moment - self.clock.now()).total_seconds())

    def after(self, act: Callable[[], object]) -> list[UpdateChanged]:
        """Give what was told by what an act had the lane do."""
        before = len(self.relay.published)
        act()
        assert self._lane.wait(10_000)
        return [_told(news) for news in self.relay.published[before:]]

    def stages(self, act: Callable[[], object]) -> list[UpdateStage]:
        return [told.stage for told in self.after(act)]


def _fails(error: BaseException) -> None:
    raise AssertionError from error


def _told(news: News) -> UpdateChanged:
    assert isinstance(news, UpdateChanged)
    return news


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    publisher = Publisher()
    publisher.publish(publisher.entry(NEWER))
    yield publisher
    publisher.close()


@pytest.fixture
def desk(qapp: object, publisher: Publisher, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(publisher, tmp_path)
    yield desk
    assert desk.questions.close()


def test_by_night_it_looks_and_fetches_once_a_day(desk: Desk) -> None:
    stages = desk.stages(desk.questions.on_tick)
    there, fetching, fetched = UpdateStage.THERE, UpdateStage.FETCHING, UpdateStage.FETCHED
    assert stages == [UpdateStage.LOOKING, there, fetching, fetched]
    desk.clock.advance(hours=2)
    assert desk.after(desk.questions.on_tick) == []
    desk.clock.advance(hours=22)
    assert desk.stages(desk.questions.on_tick)[0] is UpdateStage.LOOKING


def test_within_opening_hours_nobody_is_asked(desk: Desk) -> None:
    desk.at(NOON)
    assert desk.after(desk.questions.on_tick) == []
    assert desk.publisher.asked == []


def test_a_person_may_look_and_fetch_at_noon_but_not_install(
    publisher: Publisher, tmp_path: Path, qapp: object
) -> None:
    publisher.publish(publisher.entry(NEWER, platform="windows", name="pult-setup.exe"))
    desk = Desk(publisher, tmp_path, "windows")
    desk.at(NOON)
    assert desk.stages(desk.questions.look)[-1] is UpdateStage.THERE
    assert desk.stages(desk.questions.fetch)[-1] is UpdateStage.FETCHED
    (told,) = desk.after(desk.questions.install)
    assert (told.stage, told.shop_open, desk.started) == (UpdateStage.FETCHED, True, [])
    desk.at(NIGHT)
    assert desk.stages(desk.questions.install) == [UpdateStage.INSTALLING]
    assert [path.name for path in desk.started] == ["pult-setup.exe"]
    assert desk.questions.close()


def test_what_was_changed_since_it_was_fetched_is_not_started(
    publisher: Publisher, tmp_path: Path, qapp: object
) -> None:
    publisher.publish(publisher.entry(NEWER, platform="windows", name="pult-setup.exe"))
    desk = Desk(publisher, tmp_path, "windows")
    desk.after(desk.questions.on_tick)
    (tmp_path / "updates" / NEWER / "pult-setup.exe").write_bytes(b"something else")
    assert desk.stages(desk.questions.install)[-1] is UpdateStage.THERE
    assert desk.started == []
    assert desk.questions.close()


def test_on_linux_the_command_is_said_and_nothing_started(desk: Desk, tmp_path: Path) -> None:
    told = desk.after(desk.questions.on_tick)[-1]
    path = tmp_path / "updates" / NEWER / f"pult_{NEWER}_amd64.deb"
    assert told.command == f"sudo apt install {path}"
    assert desk.stages(desk.questions.install) == [UpdateStage.FETCHED]
    assert desk.started == []


@pytest.mark.expected_log("no update: bad_signature")
def test_a_bad_signature_is_told_and_nothing_fetched(desk: Desk) -> None:
    desk.publisher.pages["/releases.signed"] = b"AAAA\n{}"
    told = desk.after(desk.questions.on_tick)[-1]
    assert (told.stage, told.fault) == (UpdateStage.FAULT, UpdateFault.BAD_SIGNATURE)
    assert desk.after(desk.questions.fetch) == []
    assert desk.publisher.asked == ["/releases.signed"]


def test_switched_off_it_asks_nobody_also_when_told_to(desk: Desk) -> None:
    desk.settings = Settings(till=desk.settings.till)
    assert desk.after(desk.questions.on_tick) == []
    assert desk.after(desk.questions.look) == []
    assert desk.publisher.asked == []


def test_only_windows_and_linux_have_installers() -> None:
    assert updates.PLATFORM in ("windows", "linux")
