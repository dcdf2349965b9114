"""The catalogue's files and list, answered from a lane of their own."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.bootstrap.catalogue import CatalogueQuestions, load_catalogue
from app.bootstrap.folders import folder_read
from app.domain.catalogue.faults import BadRow, Fault
from app.domain.catalogue_news import CatalogueFileRead, CatalogueRead, CatalogueWritten, FolderRead
from app.domain.errors import StoreUnavailable
from app.domain.news import Noticed
from app.domain.product import Product
from app.ports.store import ReaderPort
from tests.fakes.relay import FakeRelay
from tests.fakes.store import FakeStore
from tests.patience import PATIENCE
from tests.unit.usecases.counter import Counter

BEER = Product(product_id="beer", names={"en": "Lager", "hu": "Sör"})
SODA = Product(product_id="soda", names={"en": "Soda"})


class BrokenStore(FakeStore):
    def reader(self) -> ReaderPort:
        raise StoreUnavailable("disk is gone")


def no_fault(error: BaseException) -> None:
    raise error


@pytest.fixture(autouse=True)
def _application(qapp: QCoreApplication) -> None:
    """QThreadPool needs one."""


@pytest.fixture
def relay() -> FakeRelay:
    return FakeRelay()


@pytest.fixture
def store() -> FakeStore:
    kept = FakeStore()
    with kept.begin() as work:
        work.catalogue.put(SODA, BEER)
        work.commit()
    return kept


Ask = Callable[[FakeStore], CatalogueQuestions]


@pytest.fixture
def ask(relay: FakeRelay) -> Iterator[Ask]:
    made: list[CatalogueQuestions] = []

    def questions(store: FakeStore) -> CatalogueQuestions:
        counter = Counter(store)
        made.append(CatalogueQuestions(lambda: counter.desk, relay, no_fault))
        return made[-1]

    yield questions
    assert all([one.close() for one in made])


def answer(relay: FakeRelay, kind: type) -> object:
    assert relay.wait_for(lambda news: any(isinstance(one, kind) for one in news))
    return relay.of(kind)[-1]


def test_the_list_comes_by_name_and_ready_to_be_searched(
    store: FakeStore, relay: FakeRelay, ask: Ask
) -> None:
    ask(store).services().read()
    read = answer(relay, CatalogueRead)
    assert isinstance(read, CatalogueRead)
    assert [(entry.name, entry.product) for entry in read.entries] == [
        ("Lager", BEER),
        ("Soda", SODA),
    ]
    assert read.entries[0].search.split("\n") == ["beer", "lager", "sor"]


def test_a_file_comes_with_what_it_would_change(
    store: FakeStore, relay: FakeRelay, ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "menu.csv"
    path.write_text("product_id,name_en\nbeer,Ale\npie,Pie\n", "utf-8")
    ask(store).services().read_file(str(path))
    read = answer(relay, CatalogueFileRead)
    assert isinstance(read, CatalogueFileRead)
    told = read.comparison
    assert [product.product_id for product in told.added] == ["pie"]
    assert [change.after.names["hu"] for change in told.changed] == ["Sör"]
    assert told.missing == (SODA,)


def test_the_catalogue_is_written_and_read_back(
    store: FakeStore, relay: FakeRelay, ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "new folder" / "menu.csv"
    ask(store).services().write_file(str(path))
    assert answer(relay, CatalogueWritten) == CatalogueWritten(str(path), 2)
    assert load_catalogue(path, "HUF").products == (BEER, SODA)


def test_what_cannot_be_written_says_why(
    store: FakeStore, relay: FakeRelay, ask: Ask, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ask(store).services().write_file(str(tmp_path / "file" / "menu.csv"))
    written = answer(relay, CatalogueWritten)
    assert isinstance(written, CatalogueWritten)
    assert written.problem.startswith("cannot be written: ")


@pytest.mark.expected_log("disk is gone", level="ERROR")
def test_every_question_is_answered_while_the_store_cannot_be_read(
    relay: FakeRelay, ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "menu.csv"
    path.write_text("product_id,name_en\nbeer,Ale\n", "utf-8")
    services = ask(BrokenStore()).services()
    services.read()
    services.read_file(str(path))
    services.write_file(str(path))
    assert answer(relay, CatalogueWritten) == CatalogueWritten(str(path), problem="disk is gone")
    read = answer(relay, CatalogueFileRead)
    assert isinstance(read, CatalogueFileRead)
    assert read.file.bad == (BadRow(0, Fault.UNREADABLE, "disk is gone"),)
    assert len(relay.of(Noticed)) == 3


def test_a_folder_shows_its_folders_and_what_may_be_a_catalogue(
    store: FakeStore, relay: FakeRelay, ask: Ask, tmp_path: Path
) -> None:
    for name in ("b.CSV", "a.csv", "photo.jpg", ".hidden.csv", "old.txt"):
        (tmp_path / name).touch()
    for name in ("Menus", ".git"):
        (tmp_path / name).mkdir()
    ask(store).services().read_folder(str(tmp_path))
    shown = FolderRead(str(tmp_path), ("Menus",), ("a.csv", "b.CSV", "old.txt"))
    assert answer(relay, FolderRead) == shown


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    assert folder_read(tmp_path / "none", (".csv",)).problem == "no such file or directory"
    (tmp_path / "file").touch()
    assert folder_read(tmp_path / "file", (".csv",)).problem == "not a directory"


def test_it_begins_where_downloads_come(
    store: FakeStore,
    relay: FakeRelay,
    ask: Ask,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    questions = ask(store)
    questions.read_folder("")
    assert answer(relay, FolderRead) == FolderRead(str(tmp_path))
    (tmp_path / "Downloads").mkdir()
    questions.read_folder("")
    assert relay.wait_for(lambda news: len(news) == 2)
    assert relay.of(FolderRead)[-1].path == str(tmp_path / "Downloads")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: None])
def test_what_is_no_file_is_not_waited_for(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "menu.csv")
    read: list[object] = []
    reader = threading.Thread(
        target=lambda: read.append(load_catalogue(tmp_path / "menu.csv", "HUF")), daemon=True
    )
    reader.start()
    reader.join(PATIENCE)
    (file,) = read
    assert [row.fault for row in file.bad] == [Fault.UNREADABLE]  # type: ignore[attr-defined]
