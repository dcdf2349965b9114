"""What a till knows and keeps of releases: the newest it has seen, and two installers at most."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path
from typing import Final

from app.domain.update import Release, UpdateFault, UpdateRefused, version_order
from app.updates.fetch import Stopped, fetch_file, fetch_list, is_as_signed
from app.updates.manifest import releases_of

_log = logging.getLogger(__name__)

_SEEN: Final = "newest-seen"


class ReleaseKeeper:
    """Looks, fetches and keeps. Thread: one lane of its own; it blocks.

    `own` is the version that runs. A list that ends before it, or before the newest ever seen here,
    is refused: somebody may be serving an old list with an old fault in it. Each version's
    installer has a folder of its own.
    """

    def __init__(self, folder: Path, own: str, platform: str) -> None:
        self._folder = folder
        self._own = own
        self._platform = platform
        self._releases: tuple[Release, ...] = ()

    def look(self, url: str, public_key: str) -> Release | None:
        """Return the newest release, None when this is it; raises UpdateRefused."""
        releases = releases_of(fetch_list(url), public_key)
        newest = releases[0]
        behind = max((self._own, self._seen()), key=version_order)
        if version_order(newest.version) < version_order(behind):
            detail = f"it ends at {newest.version}, but {behind} is known"
            raise UpdateRefused(UpdateFault.ROLLED_BACK, detail)
        self._note(newest.version)
        self._releases = releases
        return newest if version_order(newest.version) > version_order(self._own) else None

    def fetch(self, release: Release, stopped: Stopped) -> Path:
        """Fetch a release's installer, and this version's own as the way back; drop all others.

        A way back that cannot be had does not hold up the way on. Raises UpdateRefused.
        """
        fetched = self._fetch(release, stopped)
        for own in (each for each in self._releases if each.version == self._own):
            try:
                self._fetch(own, stopped)
            except UpdateRefused as refused:
                _log.warning("no way back: %s", refused, extra={"event": "no_previous_release"})
        for kept in self._folder.iterdir():
            if kept.is_dir() and kept.name not in (release.version, self._own):
                shutil.rmtree(kept, ignore_errors=True)
        return fetched

    def fetched(self, release: Release) -> Path | None:
        """Return the installer that was fetched, if it is still what was signed."""
        file = release.file_for(self._platform)
        if file is None:
            return None
        path = self._folder / release.version / file.name
        return path if path.is_file() and is_as_signed(file, path) else None

    def previous(self) -> Path | None:
        """Return the installer of the version that runs, where it is kept."""
        folder = self._folder / self._own
        return next(iter(sorted(folder.iterdir())), None) if folder.is_dir() else None

    def _fetch(self, release: Release, stopped: Stopped) -> Path:
        file = release.file_for(self._platform)
        if file is None:
            raise UpdateRefused(UpdateFault.NOT_FOR_THIS, f"{release.version}: {self._platform}")
        return fetch_file(file, self._folder / release.version, stopped)

    def _seen(self) -> str:
        try:
            seen = (self._folder / _SEEN).read_text("ascii").strip()
            version_order(seen)
        except (OSError, ValueError):
            return self._own
        return seen

    def _note(self, version: str) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (self._folder / _SEEN).write_text(f"{version}\n", "ascii")
        except OSError as error:
            raise UpdateRefused(UpdateFault.NOT_KEPT, error.strerror or str(error)) from error
