"""Take the README's pictures anew from the real program:

python packaging/screenshots.py [FOLDER]

Needs what the tests need (`bash packaging/test.sh` brings it), and two minutes. Look at the
pictures before they are committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk_pictures import DESK
from device_pictures import DEVICES
from picture_stage import HOUSE, Scene, stage
from start_pictures import FIRST_START

FOLDER = HOUSE / "resources" / "screenshots"
SCENES: tuple[Scene, ...] = (*FIRST_START, *DEVICES, *DESK)


def main(folder: Path = FOLDER) -> None:
    """Play every scene in a shop of its own, and take its pictures."""
    for scene in SCENES:
        with stage(folder) as shop:
            scene(shop)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
