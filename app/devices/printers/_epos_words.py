"""What is said to an ePOS-Print service, and what its answers mean."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from app.domain.printing import PrinterStatus, PrinterWord

_EPOS: Final = "http://www.epson-pos.com/schemas/2011/03/epos-print"
_SOAP: Final = "http://schemas.xmlsoap.org/soap/envelope/"
_ID_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

# The status attribute and the codes: Epson, ePOS-Print XML User's Manual, element <response>.
_NO_RESPONSE, _SUCCESS, _OFF_LINE = 0x00000001, 0x00000002, 0x00000008
_COVER_OPEN, _PAPER_FEED, _WAITS = 0x00000020, 0x00000040, 0x00000100
_MECHANICAL, _CUTTER, _FATAL, _RECOVERS = 0x00000400, 0x00000800, 0x00002000, 0x00004000
_NEAR_END, _PAPER_END, _SPOOLER_STOPPED = 0x00020000, 0x00080000, 0x80000000

_WORDS_OF_BITS: Final = (
    (_NO_RESPONSE, PrinterWord.NOT_ANSWERING),
    (_COVER_OPEN, PrinterWord.COVER_OPEN),
    (_PAPER_END, PrinterWord.PAPER_OUT),
    (_CUTTER, PrinterWord.CUTTER_ERROR),
    (_MECHANICAL | _FATAL | _RECOVERS | _PAPER_FEED, PrinterWord.OFFLINE),
    (_OFF_LINE | _WAITS | _SPOOLER_STOPPED, PrinterWord.OFFLINE),
)
_WORDS_OF_CODES: Final = {
    "EPTR_COVER_OPEN": PrinterWord.COVER_OPEN,
    "EPTR_REC_EMPTY": PrinterWord.PAPER_OUT,
    "EPTR_CUTTER": PrinterWord.CUTTER_ERROR,
    "EPTR_MECHANICAL": PrinterWord.OFFLINE,
    "EPTR_AUTOMATICAL": PrinterWord.OFFLINE,
    "EPTR_UNRECOVERABLE": PrinterWord.OFFLINE,
    "EPTR_BATTERY_LOW": PrinterWord.OFFLINE,
    "EX_SPOOLER": PrinterWord.OFFLINE,
    "DeviceNotFound": PrinterWord.NOT_REACHABLE,
}
_REFUSALS: Final = frozenset({"SchemaError", "DeviceNotFound", "EX_SPOOLER"})


class NotEpos(Exception):
    """What came is no answer of an ePOS-Print service."""


@dataclass(frozen=True, slots=True)
class EposAnswer:
    """One answer; `job` is the id the service gave back, "" where it gave none."""

    success: bool
    code: str
    status: int
    job: str = ""

    @property
    def refused(self) -> bool:
        """Whether the document was turned away before any of it was printed."""
        return not self.success and self.code in _REFUSALS

    @property
    def only_queued(self) -> bool:
        """Whether the service took a job into its own queue and has not printed it yet.

        Only a service with its spooler on says so: success, the job's id, and none of the bits
        that a printer itself always sets.
        """
        bare = self.status & ~_SPOOLER_STOPPED in (0, _SUCCESS)
        return bool(self.job) and self.success and bare

    def told(self) -> PrinterStatus:
        """Return what the answer says of the printer; the most pressing trouble first."""
        detail = f"ePOS-Print status {self.status:08x}" + (f", {self.code}" if self.code else "")
        return PrinterStatus(self._word(), detail=detail)

    def _word(self) -> PrinterWord:
        for bits, word in _WORDS_OF_BITS:
            if self.status & bits:
                return word
        if not self.success and self.code:
            return _WORDS_OF_CODES.get(self.code, PrinterWord.NOT_ANSWERING)
        return PrinterWord.PAPER_LOW if self.status & _NEAR_END else PrinterWord.READY


def new_job_id() -> str:
    """Return an id that no job had before; 1 to 30 letters and digits are allowed."""
    return "P" + "".join(secrets.choice(_ID_LETTERS) for _ in range(15))


def document(data: bytes = b"", job: str = "") -> bytes:
    """Return the request that prints the ESC/POS `data` as `job`.

    Without `data` nothing is printed: the answer tells how the printer is, or what became of `job`.
    """
    header = (
        f'<s:Header><parameter xmlns="{_EPOS}"><printjobid>{job}</printjobid></parameter>'
        "</s:Header>"
        if job
        else ""
    )
    command = f"<command>{data.hex()}</command>" if data else ""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="{_SOAP}">{header}<s:Body>'
        f'<epos-print xmlns="{_EPOS}">{command}</epos-print></s:Body></s:Envelope>'
    ).encode()


def read_answer(body: bytes) -> EposAnswer:
    """Return what `body` says; raises NotEpos for anything else.

    A document type is refused as soon as it begins, so no entity is ever defined or expanded. The
    letters are those the XML itself names: services are known to name others beside it.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise NotEpos("answered something else than ePOS-Print") from error
    if reading.response is None:
        raise NotEpos("answered XML that is not ePOS-Print's")
    return _answer_of(reading.response, "".join(reading.job).strip())


class _Reading:
    """What was met so far in an answer."""

    def __init__(self) -> None:
        self.response: dict[str, str] | None = None
        self.job: list[str] = []
        self._in_job = False

    def doctype(self, *_declared: object) -> None:
        raise NotEpos("answered XML with a document type, which is not read")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_EPOS} response" and self.response is None:
            self.response = attributes
        self._in_job = name == f"{_EPOS} printjobid"

    def end(self, _name: str) -> None:
        self._in_job = False

    def text(self, letters: str) -> None:
        if self._in_job:
            self.job.append(letters)


def _answer_of(attributes: dict[str, str], job: str) -> EposAnswer:
    success, status = attributes.get("success", "").strip(), attributes.get("status", "").strip()
    if success not in ("true", "1", "false", "0") or not _is_status(status):
        raise NotEpos("answered ePOS-Print without its result")
    code = attributes.get("code", "").strip()
    known = code if code.isascii() and code.replace("_", "").isalnum() else ""
    return EposAnswer(success in ("true", "1"), known[:40], int(status or "0"), job)


def _is_status(text: str) -> bool:
    return text.isascii() and (not text or text.isdigit()) and len(text) <= 10
