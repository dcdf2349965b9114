"""What is in a folder, for whoever chooses a file on the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from app.domain.catalogue_news import FolderRead

_MOST_NAMES: Final = 500


def downloads() -> Path:
    """Return where a file that was just downloaded lies, else the user's own folder."""
    home = Path.home()
    folder = home / "Downloads"
    return folder if folder.is_dir() else home


def pictures() -> Path:
    """Return where the user's pictures lie, else what was downloaded."""
    folder = Path.home() / "Pictures"
    return folder if folder.is_dir() else downloads()


def folder_read(path: Path, endings: tuple[str, ...]) -> FolderRead:
    """Return the folders, and the files with these endings, in a folder; hidden ones are not.

    Thread: any but the gui's.
    """
    path = path.expanduser()
    folders: list[str] = []
    files: list[str] = []
    try:
        with os.scandir(path) as found:
            for entry in found:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    folders.append(entry.name)
                elif entry.name.casefold().endswith(endings):
                    files.append(entry.name)
    except (OSError, ValueError) as error:
        return FolderRead(str(path), problem=reason_of(error))
    return FolderRead(str(path.absolute()), _by_name(folders), _by_name(files))


def reason_of(error: OSError | ValueError) -> str:
    """Return why a file or folder cannot be used, in the system's words."""
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or type(error).__name__).lower()


def _by_name(names: list[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.casefold)[:_MOST_NAMES])
