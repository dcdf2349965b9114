"""Where the files of resources/ are: in the source tree, an installed wheel, a frozen program."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "resources")
    package = Path(__file__).resolve().parents[1]
    # Looked at first: beside an installed package, `resources` would be somebody else's folder.
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def resource_path(name: str) -> Path:
    """Find one file or folder of resources/, e.g. `fonts/Inter-Bold.otf`.

    Thread: any. Raises FileNotFoundError when the installation lacks it.
    """
    path = _root() / name
    if not path.exists():
        raise FileNotFoundError(f"this installation lacks {name}, looked for as {path}")
    return path
