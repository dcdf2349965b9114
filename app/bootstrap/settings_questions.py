"""Changes settings for the screen, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.bootstrap.settings_gate import SettingsGate
from app.bootstrap.settings_keeper import SettingsKeeper
from app.bootstrap.setup_copier import SetupCopier
from app.bootstrap.vendor_test import VendorTest
from app.domain.settings_news import NEEDS_PIN, SettingsKept, SetupCopied
from app.runtime.lanes import Lane
from app.ui.services import SettingsServices


class SettingsQuestions:
    """What the screen wants of the settings. Thread: gui; the answers come through the relay.

    What changes them passes `gate`. `lane` is the one that everything which
    writes the settings file shares; vendors are asked on another, `asking`, since they may answer
    late. `restart` has the program end and start again with more arguments, called in the gui
    thread.
    """

    def __init__(
        self,
        gate: SettingsGate,
        keeper: SettingsKeeper,
        lane: Lane,
        vendor_test: VendorTest,
        copier: SetupCopier,
        asking: Lane,
        restart: Callable[..., None],
    ) -> None:
        self._gate = gate
        self._keeper = keeper
        self._lane = lane
        self._vendor_test = vendor_test
        self._copier = copier
        self._asking = asking
        self._restart = restart

    def services(self) -> SettingsServices:
        """Return the settings as the screen sees them."""
        return SettingsServices(
            keep=self.keep,
            test_vendor=self.test_vendor,
            write_setup=self.write_setup,
            take_setup=self.take_setup,
            read_folder=self.read_folder,
            restart=self._restart,
            try_demo=self.try_demo,
        )

    def test_vendor(self, asked: int, vendor: str, values: Mapping[str, object]) -> None:
        """Ask a vendor with values that are not saved."""
        self._asking.submit(lambda: self._vendor_test.test(asked, vendor, values))

    def write_setup(self, asked: int, path: str, passphrase: str) -> None:
        """Write this till's set-up to a file."""
        self._gate.once_permitted(
            lambda: self._copier.write(asked, path, passphrase),
            SetupCopied(asked, path, fault="pin"),
        )

    def take_setup(self, asked: int, path: str, passphrase: str) -> None:
        """Take the set-up in a file over."""
        self._gate.once_permitted(
            lambda: self._copier.take(asked, path, passphrase),
            SetupCopied(asked, path, taken=True, fault="pin"),
        )

    def read_folder(self, path: str) -> None:
        """List the folders and set-ups in a folder; "" is where files are downloaded to."""
        self._lane.submit(lambda: self._copier.read_folder(path))

    def try_demo(self) -> None:
        """End, and start as the demo."""
        self._restart("--demo")

    def keep(self, asked: int, values: Mapping[str, object]) -> None:
        """Write values into the settings file and put them in force."""
        told = dict.fromkeys(values, True)
        refused = SettingsKept(asked, told, next(iter(told), ""), "the PIN is needed", NEEDS_PIN)
        self._gate.once_permitted(lambda: self._keeper.keep(asked, values), refused)

    def close(self) -> bool:
        """Change nothing more; return whether the lane has ended."""
        self._lane.close()
        self._asking.close()
        asked = self._asking.wait(500)
        return self._lane.wait(500) and asked
