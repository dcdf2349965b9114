"""What a printer's pictures look like on paper, put together again; knows no Pult code."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from PIL import Image

from tests.sinks.escpos_reader import Command, Letters, Part, Picture, Qr

_MARGIN = 40


def paper_of(parts: list[Part], dots: int) -> Image.Image:
    """The paper of a slip that is pictures and white paper alone, black on white."""
    heights = [_height(part) for part in parts]
    paper = Image.new("L", (dots + 2 * _MARGIN, sum(heights) + 2 * _MARGIN), 255)
    top = _MARGIN
    for part, height in zip(parts, heights, strict=True):
        if isinstance(part, Picture):
            bits = Image.frombytes("1", (part.width, part.height), part.data)
            paper.paste(bits.convert("L").point(lambda tone: 255 - tone), (_MARGIN, top))
        top += height
    return paper


def _height(part: Part) -> int:
    assert not isinstance(part, Letters | Qr), "a slip of pictures has no letters"
    if isinstance(part, Picture):
        return part.height
    return part.value[0] if isinstance(part, Command) and part.name == "feed" else 0


def read_by_zbarimg(picture: Path) -> list[str] | None:
    """The codes that the command line's zbarimg finds; None where it is not installed."""
    program = shutil.which("zbarimg")
    if program is None:
        return None
    done = subprocess.run(
        [program, "--quiet", "--raw", str(picture)], capture_output=True, text=True, timeout=30
    )
    return done.stdout.split()
