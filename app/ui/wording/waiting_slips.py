"""What is said of slips that wait: in the order's panel, and in the list behind a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.lamp import Lamp
from app.domain.open_questions import WaitingSlip
from app.domain.printing import JobKind, PrintJob
from app.domain.snapshot import OrderSnapshot, SlipStanding
from app.ui.wording.figures import Counts, ago
from app.ui.wording.lamps import lamp_word
from app.ui.wording.marked import translate
from app.ui.wording.order import cause_text
from app.ui.wording.runs import Runs, joined, runs


@dataclass(frozen=True, slots=True)
class WaitingWords:
    """The slips of one order that wait: what is so, which jobs, and who could print them instead.

    Thread: any.
    """

    runs: Runs
    job_ids: tuple[str, ...]
    others: tuple[str, ...]


def waiting_words(snapshot: OrderSnapshot) -> WaitingWords | None:
    """Return what of the order waits, None while nothing does."""
    slips = [slip for slip in snapshot.all_slips if slip.waits]
    if not slips:
        return None
    said = joined(*(_line(slip) for slip in slips))
    return WaitingWords(said, tuple(slip.job_id for slip in slips), _others(slips))


def _line(slip: SlipStanding) -> Runs:
    if slip.cause is None:
        text = translate("Slips", "*Slip waits for your answer.* It is too old to come by itself.")
        if slip.stations:
            text = translate(
                "Slips", "*Station slip waits for your answer.* It is too old to come by itself."
            )
        return runs(text)
    text = translate("Slips", "*Slip waits:* “{printer}” {cause}.")
    if slip.stations:
        text = translate("Slips", "*Station slip waits:* “{printer}” {cause}.")
    return runs(text, printer=slip.printer, cause=cause_text(slip.cause))


def _others(slips: Sequence[SlipStanding]) -> tuple[str, ...]:
    """Return who could print all of them; where nobody could, who could print some."""
    able = [name for name in slips[0].others if all(name in slip.others for slip in slips)]
    some = [name for slip in slips for name in slip.others]
    return tuple(able or dict.fromkeys(some))


def row_title(slip: WaitingSlip) -> str:
    """Return what a slip of the list is of: "A-42 · Cheers"."""
    text = translate("Slips", "{number} · {vendor}")
    if slip.job.kind is JobKind.STATION:
        text = translate("Slips", "{number} · {vendor} · station slip")
    elif slip.job.kind is JobKind.REPRINT:
        text = translate("Slips", "{number} · {vendor} · printed again")
    return text.format(number=slip.number, vendor=slip.vendor_title)


def row_line(job: PrintJob, now: datetime) -> str:
    """Return how long a slip of the list has waited, and why."""
    age = ago(job.created_at, now)
    if job.offered:
        return translate("Slips", "waits {age}: too old to come by itself").format(age=age)
    cause = cause_text(job.cause) if job.cause is not None else ""
    text = translate("Slips", "waits {age}: “{printer}” {cause}")
    return text.format(age=age, printer=job.printer, cause=cause)


def list_title(printer: str) -> str:
    """Return the name of the list of what waits for a printer."""
    return translate("Slips", "Slips that wait for “{printer}”").format(printer=printer)


def waiting_count(count: int) -> str:
    """Return "1 slip waits" or "2 slips wait"."""
    return Counts().slips_wait(count)


def printer_words(name: str, lamp: Lamp | None) -> str:
    """Return a printer to choose with how it stands: "bar · ready"."""
    return f"{name} · {lamp_word(lamp)}" if lamp is not None else name
