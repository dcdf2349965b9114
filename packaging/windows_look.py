"""What Windows shows of pult.exe and of the setup: their icon, and the facts under Properties.

python packaging/windows_look.py FOLDER writes pult.ico, pult.bmp and version.txt there; pult.spec
calls it.
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
WIZARD_SIZE = 116  # twice what Inno Setup shows without scaling

VERSION_TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags={flags}, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "{company}"),
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "pult"),
      StringStruct("LegalCopyright", "{company}, MIT licence"),
      StringStruct("OriginalFilename", "pult.exe"),
      StringStruct("ProductName", "Pult"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def version() -> str:
    found = re.search(
        r'^__version__ = "([^"]+)"', (ROOT / "app/__init__.py").read_text("utf-8"), re.M
    )
    if found is None:
        raise SystemExit("app/__init__.py names no version")
    return found.group(1)


def four_numbers(text: str) -> tuple[int, int, int, int]:
    """Windows compares four numbers; what follows them, as in 1.2.0rc1, it does not know."""
    numbers = [int(part) for part in re.findall(r"\d+", text.partition("+")[0])[:3]]
    major, minor, patch = (*numbers, 0, 0, 0)[:3]
    return major, minor, patch, 0


def version_resource() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = version()
    return VERSION_TEMPLATE.format(
        four=four_numbers(text),
        flags="0x0" if re.fullmatch(r"[\d.]+", text) else "0x2",  # a pre-release says so
        company=project["authors"][0]["name"],
        description=project["description"],
        version=text,
    )


def _drawn(size: int) -> Image.Image:
    from app_icon import draw
    from PySide6.QtCore import QBuffer, QIODevice

    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(size).save(kept, "PNG")
    return Image.open(io.BytesIO(kept.data().data()))


def icon() -> bytes:
    """The program's icon in every size Windows asks for."""
    pictures = [_drawn(size) for size in ICON_SIZES]
    out = io.BytesIO()
    sizes = [(size, size) for size in ICON_SIZES]
    pictures[-1].save(out, "ICO", sizes=sizes, append_images=pictures[:-1])
    return out.getvalue()


def wizard_picture() -> bytes:
    """The icon on white, as the pages of the setup want it."""
    drawn = _drawn(WIZARD_SIZE).convert("RGBA")
    page = Image.new("RGBA", drawn.size, "white")
    out = io.BytesIO()
    Image.alpha_composite(page, drawn).convert("RGB").save(out, "BMP")
    return out.getvalue()


def write(folder: Path) -> tuple[Path, Path]:
    """Write icon, the setup's picture and the version resource; return the first and last."""
    folder.mkdir(parents=True, exist_ok=True)
    ico, facts = folder / "pult.ico", folder / "version.txt"
    ico.write_bytes(icon())
    (folder / "pult.bmp").write_bytes(wizard_picture())
    facts.write_text(version_resource(), "utf-8")
    return ico, facts


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python packaging/windows_look.py FOLDER")
    for path in write(Path(sys.argv[1])):
        print(path)
