"""Writes this till's set-up to a file with a passphrase, and takes another till's over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from app.bootstrap.folders import downloads, folder_read, reason_of
from app.bootstrap.settings_keeper import SettingsKeeper
from app.domain.settings_news import SetupCopied
from app.ports.relay import RelayPort
from app.settings.copied_setup import setup_of, take_over
from app.settings.errors import SettingsError
from app.settings.files import write_atomically
from app.settings.known import Known
from app.settings.sealed_setup import MOST_BYTES, SetupRefused, seal, unseal
from app.settings.vendor import VendorSettings

SETUP_ENDING: Final = ".pultsetup"


class SetupCopier:
    """Thread: the lane that everything which writes the settings file shares."""

    def __init__(
        self,
        keeper: SettingsKeeper,
        vendor_models: Mapping[str, type[VendorSettings]],
        relay: RelayPort,
        environ: Mapping[str, str],
    ) -> None:
        self._keeper = keeper
        self._known = Known(vendor_models)
        self._relay = relay
        self._environ = environ

    def write(self, asked: int, path: str, passphrase: str) -> None:
        """Write the set-up to a file; the answer is SetupCopied."""
        file = _named(path)
        try:
            write_atomically(file, seal(setup_of(self._keeper.settings), passphrase))
        except SetupRefused as refused:
            self._tell(SetupCopied(asked, str(file), fault=refused.fault.value))
        except SettingsError as error:
            self._tell(SetupCopied(asked, str(file), fault="file", detail=_words(error)))
        else:
            self._tell(SetupCopied(asked, str(file)))

    def take(self, asked: int, path: str, passphrase: str) -> None:
        """Take the set-up in a file over; it holds after a restart. The answer is SetupCopied."""
        file = Path(path).expanduser()
        try:
            setup = unseal(_read(file), passphrase)
            take_over(setup, self._keeper.settings.path, known=self._known, environ=self._environ)
        except SetupRefused as refused:
            told = SetupCopied(asked, path, taken=True, fault=refused.fault.value)
        except SettingsError as error:
            told = SetupCopied(asked, path, taken=True, fault="settings", detail=_words(error))
        except OSError as error:
            told = SetupCopied(asked, path, taken=True, fault="file", detail=reason_of(error))
        else:
            told = SetupCopied(asked, path, taken=True)
        self._tell(told)

    def read_folder(self, path: str) -> None:
        """List the folders and set-ups in a folder; the answer is FolderRead."""
        self._relay.publish(folder_read(Path(path) if path else downloads(), (SETUP_ENDING,)))

    def _tell(self, news: SetupCopied) -> None:
        self._relay.publish(news)


def _named(path: str) -> Path:
    file = Path(path).expanduser()
    return file if file.suffix else file.with_suffix(SETUP_ENDING)


def _read(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES)


def _words(error: SettingsError) -> str:
    return str(error.problems[0])
