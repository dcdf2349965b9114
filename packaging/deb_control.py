"""Print the control file of the Debian package, or its changelog:

    python packaging/deb_control.py control ARCHITECTURE INSTALLED_KB "DEPENDS"
    python packaging/deb_control.py changelog

DEPENDS is what dpkg-shlibdeps has found in the built program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app import __version__

# Opened by name while Pult runs, so that no file of the program is linked with it.
OPENED_BY_NAME = ("libx11-6", "libzbar0")
RECOMMENDED = ("fonts-noto-color-emoji", "speech-dispatcher", "udev")
SUGGESTED = ("cups-client", "pulseaudio-utils")
DESCRIPTION = """\
Description: order desk of a food or retail counter
 Orders arrive from several vendors, staff accept, prepare, hand over and take
 money by tapping, and every accepted order prints an order-number slip.
 .
 Works with slip printers, barcode scanners and cameras, a customer display, and
 through outages of vendors, printers and the internet.
"""


def maintainer(environ: Mapping[str, str]) -> str:
    """Return who publishes the package; without a name it is nobody's, and says so."""
    name = environ.get("DEBFULLNAME", "Pult contributors")
    return f"{name} <{environ.get('DEBEMAIL', 'unpublished@pult.invalid')}>"


def depends(found: str) -> str:
    """Return the packages that are needed, each once, sorted."""
    needed = {part.strip() for part in found.split(",") if part.strip()}
    named = {part.split()[0] for part in needed}
    needed.update(name for name in OPENED_BY_NAME if name not in named)
    return ", ".join(sorted(needed))


def control(version: str, architecture: str, installed_kb: int, found: str) -> str:
    """Return the control file."""
    fields = {
        "Package": "pult",
        "Version": version,
        "Architecture": architecture,
        "Section": "misc",
        "Priority": "optional",
        "Maintainer": maintainer(os.environ),
        "Installed-Size": str(installed_kb),
        "Depends": depends(found),
        "Recommends": ", ".join(RECOMMENDED),
        "Suggests": ", ".join(SUGGESTED),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + DESCRIPTION


def changelog(version: str, now: datetime) -> str:
    """Return the one entry that Debian's tools look for; people read CHANGELOG.md."""
    return (
        f"pult ({version}) stable; urgency=medium\n\n"
        "  * See CHANGELOG.md.gz beside this file.\n\n"
        f" -- {maintainer(os.environ)}  {format_datetime(now)}\n"
    )


def main(what: str, *arguments: str) -> str:
    if what == "changelog":
        return changelog(__version__, datetime.now(UTC))
    architecture, installed_kb, found = arguments
    return control(__version__, architecture, int(installed_kb), found)


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
