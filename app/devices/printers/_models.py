"""What python-escpos' profiles do not tell of a printer model, from its makers' manuals."""

from __future__ import annotations

from typing import Final

# Models that send the process id back once everything before it is on paper: GS ( H, function 48.
# Epson ESC/POS command reference, "Specify process ID response". A model that is listed and stays
# silent (a clone under a borrowed profile) is found out at its first slip.
_TELLS_PROCESS_ID: Final = frozenset(
    {"TM-T88IV", "TM-T88V", "TM-T20II", "TM-T20II-42col", "TM-P80", "TM-P80-42col", "TM-L90"}
)


def tells_process_id(profile: str) -> bool:
    """Whether a printer of this profile is said to answer GS ( H with its process id."""
    return profile in _TELLS_PROCESS_ID
