"""The catalogue's files and its list, away from the window's thread."""

from __future__ import annotations

import errno
import logging
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from app.bootstrap.folders import downloads, folder_read, reason_of
from app.domain.catalogue.compare import Comparison, compare
from app.domain.catalogue.decode import MOST_BYTES
from app.domain.catalogue.entries import entries_of
from app.domain.catalogue.faults import BadRow, Fault
from app.domain.catalogue.read import CatalogueFile, read_catalogue
from app.domain.catalogue.write import write_catalogue
from app.domain.catalogue_news import CatalogueFileRead, CatalogueRead, CatalogueWritten
from app.domain.errors import StoreError
from app.domain.news import News, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.product import Catalogue
from app.ports.relay import RelayPort
from app.runtime.lanes import Lane
from app.settings.errors import SettingsError
from app.settings.files import write_atomically
from app.ui.services import CatalogueServices
from app.usecases.desk import Desk

_log = logging.getLogger(__name__)

_ENDINGS: Final = (".csv", ".tsv", ".txt")


def load_catalogue(path: Path, currency: str) -> CatalogueFile:
    """Return what a file holds; one that cannot be read is a bad file, with the reason."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would hold up whoever reads it
            raise OSError(errno.EISDIR, "it is not a file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return _bad_file(reason_of(error))
    return read_catalogue(raw, currency)


def save_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Write all products to a file, in place of any; raises SettingsError when that cannot be."""
    write_atomically(path, write_catalogue(catalogue.products), mode=0o644)


class CatalogueQuestions:
    """What the screen asks about the catalogue and its files.

    Thread: gui for every question; the answers come through the relay. They have a lane and a
    connection of their own, which cannot write.
    """

    def __init__(
        self, desk: Callable[[], Desk], relay: RelayPort, on_fault: Callable[[BaseException], None]
    ) -> None:
        self._desk = desk
        self._relay = relay
        self._lane = Lane("catalogue", on_fault)

    def services(self) -> CatalogueServices:
        """Return the questions as the screen sees them."""
        return CatalogueServices(
            read=self.read,
            read_file=self.read_file,
            write_file=self.write_file,
            read_folder=self.read_folder,
        )

    def read(self) -> None:
        """Read the whole catalogue."""
        self._answer(self._read, lambda _problem: None)

    def read_file(self, path: str) -> None:
        """Read a file and compare it with the catalogue."""
        self._answer(lambda: self._read_file(path), lambda problem: _unreadable(path, problem))

    def write_file(self, path: str) -> None:
        """Write the catalogue to a file."""
        self._answer(
            lambda: self._write_file(path), lambda problem: CatalogueWritten(path, problem=problem)
        )

    def read_folder(self, path: str) -> None:
        """List a folder; "" is where downloads come, else the user's own."""
        self._answer(
            lambda: folder_read(Path(path) if path else downloads(), _ENDINGS),
            lambda _problem: None,
        )

    def close(self) -> bool:
        """Answer no more; return whether the lane has ended."""
        self._lane.close()
        return self._lane.wait(500)

    def _answer(self, ask: Callable[[], News], instead: Callable[[str], News | None]) -> None:
        def work() -> None:
            news: News | None
            try:
                news = ask()
            except StoreError as error:
                _log.error("%s", error, extra={"event": "catalogue_not_read"})
                notice = Notice(NoticeCode.STORE_UNAVAILABLE, Tone.BAD)
                self._relay.publish(Noticed(notice, self._desk().clock.now()))
                news = instead(str(error))
            if news is not None:
                self._relay.publish(news)

        self._lane.submit(work)

    def _catalogue(self) -> Catalogue:
        with closing(self._desk().store.reader()) as reader:
            return reader.catalogue()

    def _read(self) -> News:
        catalogue = self._catalogue()
        entries = entries_of(catalogue.products, self._desk().shop.language)
        return CatalogueRead(entries, catalogue.previous)

    def _read_file(self, path: str) -> News:
        file = load_catalogue(Path(path).expanduser(), self._desk().shop.currency)
        return CatalogueFileRead(path, file, compare(self._catalogue().products, file))

    def _write_file(self, path: str) -> News:
        catalogue = self._catalogue()
        try:
            save_catalogue(Path(path).expanduser(), catalogue)
        except SettingsError as error:
            return CatalogueWritten(path, problem=error.problems[0].allowed)
        return CatalogueWritten(path, len(catalogue.products))


def _bad_file(reason: str) -> CatalogueFile:
    return CatalogueFile(bad=(BadRow(0, Fault.UNREADABLE, reason),))


def _unreadable(path: str, reason: str) -> CatalogueFileRead:
    return CatalogueFileRead(path, _bad_file(reason), Comparison())
