"""Draw the icon of the program as PNG files:  python packaging/app_icon.py FOLDER

Gives FOLDER/16.png to FOLDER/256.png, drawn from resources/app-icon.svg.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HOUSE = Path(__file__).parents[1]
SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(HOUSE / "resources" / "app-icon.svg")).render(painter)
    painter.end()
    return image


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        if not draw(size).save(str(folder / f"{size}.png")):
            sys.stderr.write(f"{folder}: cannot be written\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
