"""Print what the built program weighs, part by part:  python packaging/size_report.py dist/pult

Ends with 1 when it has grown past its limit, or holds what Pult must not ship.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

LIMIT_MB = 400
MB = 1_000_000
# The first pattern that fits says which part a file belongs to, by its path below the folder.
PARTS: Mapping[str, tuple[str, ...]] = {
    "OpenCV (camera)": ("*/cv2/*", "*/opencv_python_headless.libs/*"),
    "Qt: libraries": ("*/PySide6/Qt/lib/*", "*/PySide6/Qt6*.dll", "*/PySide6/icu*.dll"),
    "Qt: plug-ins": ("*/PySide6/*/plugins/*", "*/PySide6/plugins/*"),
    "Qt: Python": ("*/PySide6/*", "*/shiboken6/*"),
    "NumPy": ("*/numpy/*", "*/numpy.libs/*"),
    "Pillow": ("*/PIL/*", "*/pillow.libs/*"),
    "SQLAlchemy": ("*/sqlalchemy/*",),
    "PostgreSQL": ("*/psycopg*",),
    "cryptography": ("*/cryptography/*",),
    "pydantic": ("*/pydantic*",),
    "Python itself": ("*/libpython*", "*/python3*", "*/base_library.zip", "pult", "pult*.exe"),
    "resources of Pult": ("*/resources/*",),
    "everything else": ("*",),
}
# Not needed, or under a licence that Pult is not: Qt Virtual Keyboard and Charts are GPL.
UNWANTED = ("*WebEngine*", "*Quick*", "*Qml*", "*VirtualKeyboard*", "*virtualkeyboard*", "*Charts*")


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def part_of(name: str) -> str:
    """Return the part of a file; `name` is its path below the folder, with slashes."""
    return next(
        part
        for part, patterns in PARTS.items()
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    )


def weigh(folder: Path) -> dict[str, int]:
    """Return the bytes of each part; links weigh nothing."""
    weights = dict.fromkeys(PARTS, 0)
    for path in files(folder):
        weights[part_of(path.relative_to(folder).as_posix())] += path.stat().st_size
    return weights


def unwanted(folder: Path) -> list[str]:
    """Return what must not be there."""
    return [
        path.relative_to(folder).as_posix()
        for path in files(folder)
        if any(fnmatchcase(path.name, pattern) for pattern in UNWANTED)
    ]


def report(folder: Path, limit_mb: float = LIMIT_MB) -> tuple[str, list[str]]:
    """Return the table, heaviest part first, and what is wrong with the build."""
    weights = weigh(folder)
    total = sum(weights.values())
    heaviest_first = sorted(weights.items(), key=lambda entry: -entry[1])
    rows = [f"{weight / MB:8.1f} MB  {part}" for part, weight in heaviest_first if weight]
    rows.append(f"{total / MB:8.1f} MB  in all; the limit is {limit_mb:g} MB")
    wrong = [f"{name} must not be in the program" for name in unwanted(folder)]
    if total > limit_mb * MB:
        wrong.append(f"{total / MB:.1f} MB is more than the limit of {limit_mb:g} MB")
    return "\n".join(rows) + "\n", wrong


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0])
    if not any(files(folder)):
        sys.stderr.write(f"{folder}: there is no built program\n")
        return 1
    table, wrong = report(folder)
    sys.stdout.write(table)
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
