"""A printer with Epson's ePOS-Print service: slips go to it as HTTP requests."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from app.devices.printers._addresses import Address, addresses
from app.devices.printers._conversation import ChannelTrouble
from app.devices.printers._epos_words import EposAnswer, NotEpos, document, new_job_id, read_answer
from app.devices.printers._kind import PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper, paper_of
from app.devices.printers._paper_printer import PaperPrinter, Sender
from app.devices.printers._render import RenderedSlip
from app.devices.printers._wire import Deadlines, deadlines_of
from app.domain.causes import cause_of
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.ports.printer import PrinterPort

if TYPE_CHECKING:
    import httpx

_NOT_SET: Final = 9100  # the settings' port of printers that take bytes; no web service has it
_HTTP_PORT: Final = 80
_PLACE: Final = "/cgi-bin/epos/service.cgi"
_DEVICE: Final = "local_printer"
_LONGEST_ANSWER: Final = 65_536
_ASK_AGAIN: Final = 0.25
_DOTS_PER_SECOND: Final = 8 * 150  # a usual printer: 8 dots a millimetre, 150 mm a second
_SERVICE_SHARE: Final = 0.8  # of our patience: the service is to answer before we stop listening
_REFUSED_FROM, _REFUSED_TO = 300, 499


class NotAnswered(Exception):
    """No answer came; `refused` tells that the document was certainly not taken."""

    def __init__(self, word: PrinterWord, detail: str, *, refused: bool) -> None:
        super().__init__(detail)
        self.status = PrinterStatus(word, detail=detail)
        self.refused = refused


@dataclass(frozen=True, slots=True)
class _Service:
    """Where a printer's service is."""

    host: str
    port: int

    def url(self, address: Address, seconds: float) -> str:
        """Return the service's place at `address`, which is to give up after `seconds`."""
        place = f"[{address[0]}]" if ":" in address[0] else address[0]
        patience = max(1, round(seconds * _SERVICE_SHARE * 1000))
        return f"http://{place}:{self.port}{_PLACE}?devid={_DEVICE}&timeout={patience}"

    def headers(self) -> dict[str, str]:
        """Return what each request says beside its document."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return {
            "Host": f"{host}:{self.port}",
            "Content-Type": "text/xml; charset=utf-8",
            "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT",
            "SOAPAction": '""',
        }


class EposSender(Sender):
    """Asks the service, prints through it, and asks by job id when an answer was lost.

    Every request has a connection of its own: one kept from before may have been closed meanwhile,
    and a slip sent into it is a slip of which nobody knows whether it came out.

    Thread: printer.
    """

    def __init__(self, host: str, port: int, deadlines: Deadlines) -> None:
        self._service = _Service(host, port)
        self._deadlines = deadlines
        self._client: httpx.Client | None = None

    def ask(self) -> PrinterStatus:
        """Send an empty document; its answer tells how the printer is."""
        try:
            return self._post(document(), self._deadlines.answer).told()
        except NotAnswered as trouble:
            return trouble.status

    def send(self, slip: RenderedSlip) -> PrintOutcome:
        """Ask, send the slip as a job with an id, and find out what became of it."""
        status = self.ask()
        if not status.word.can_print:
            return PrintOutcome(PrintResult.NOT_STARTED, status)
        job = new_job_id()
        patience = self._deadlines.write + slip.dots / _DOTS_PER_SECOND
        try:
            answer = self._post(document(slip.data, job), patience)
        except NotAnswered as trouble:
            if trouble.refused:
                return PrintOutcome(PrintResult.NOT_STARTED, trouble.status)
            return self._became(job, patience, trouble.status)
        if answer.only_queued or answer.code == "Printing":
            return self._became(job, patience, answer.told())
        return _outcome(answer)

    def close(self) -> None:
        """Close the client; the next request opens another one."""
        if self._client is not None:
            self._client.close()
            self._client = None

    # -------------------------------------------------------------------------------- private

    def _became(self, job: str, patience: float, last: PrinterStatus) -> PrintOutcome:
        """Ask by id what became of `job`; UNSURE as soon as the service does not know."""
        deadline = time.monotonic() + patience
        unsure = PrintOutcome(PrintResult.UNSURE, last)
        try:
            if not self._keeps_jobs():
                return unsure
            while True:
                answer = self._post(document(job=job), self._deadlines.answer)
                waits = answer.only_queued or answer.code == "Printing"
                if answer.job != job or answer.code == "JobNotFound":
                    return unsure
                if not waits:
                    return _outcome(answer)
                if time.monotonic() > deadline:
                    return unsure
                threading.Event().wait(_ASK_AGAIN)
        except NotAnswered as trouble:
            return PrintOutcome(PrintResult.UNSURE, trouble.status)

    def _keeps_jobs(self) -> bool:
        """Whether the service really looks jobs up: it must not know one that never was.

        One that does not would answer a question for a job as an empty document, with success.
        """
        never = new_job_id()
        answer = self._post(document(job=never), self._deadlines.answer)
        return answer.job == never and answer.code == "JobNotFound"

    def _post(self, body: bytes, seconds: float) -> EposAnswer:
        """Return the service's answer to `body`; raises NotAnswered, at the latest in time."""
        deadline = time.monotonic() + self._deadlines.connect
        try:
            places = addresses(self._service.host, self._service.port, deadline)
        except ChannelTrouble as trouble:
            raise NotAnswered(trouble.status.word, str(trouble), refused=True) from trouble
        for _, address in places[:-1]:
            with contextlib.suppress(_NobodyThere):
                return self._post_to(address, body, seconds)
        try:
            return self._post_to(places[-1][1], body, seconds)
        except _NobodyThere as trouble:
            raise NotAnswered(PrinterWord.NOT_REACHABLE, str(trouble), refused=True) from trouble

    def _post_to(self, address: Address, body: bytes, seconds: float) -> EposAnswer:
        import httpx

        client = self._opened()
        with _Watch(self._deadlines.connect + seconds) as watch:
            try:
                with client.stream(
                    "POST",
                    self._service.url(address, seconds),
                    headers=self._service.headers(),
                    content=body,
                    timeout=httpx.Timeout(seconds, connect=self._deadlines.connect),
                    extensions={"trace": watch.note},
                ) as response:
                    return _read(response)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                raise _NobodyThere(cause_of(error)) from error
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                detail = f"no whole answer: {cause_of(error)}"
                raise NotAnswered(PrinterWord.NOT_ANSWERING, detail, refused=False) from error

    def _opened(self) -> httpx.Client:
        if self._client is None:
            import httpx

            logging.getLogger("httpx").setLevel(logging.WARNING)
            self._client = httpx.Client(
                follow_redirects=False,
                trust_env=False,  # a proxy of the office knows no printer
                limits=httpx.Limits(max_keepalive_connections=0),
            )
        return self._client


class _NobodyThere(Exception):
    """No connection was made, so nothing left this machine."""


class _Watch:
    """Ends a request as a whole at its deadline: httpx times only each single read.

    `note` is httpx' trace hook, through which the socket is learned.
    """

    def __init__(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._end)
        self._timer.name = "printer-deadline"
        self._timer.daemon = True
        self._socket: socket.socket | None = None

    def __enter__(self) -> _Watch:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Learn the socket of the request."""
        if event == "connection.connect_tcp.complete":
            self._socket = info["return_value"].get_extra_info("socket")

    def _end(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)


def _outcome(answer: EposAnswer) -> PrintOutcome:
    if answer.success:
        return PrintOutcome(PrintResult.PRINTED, answer.told())
    result = PrintResult.NOT_STARTED if answer.refused else PrintResult.UNSURE
    return PrintOutcome(result, answer.told())


def _read(response: httpx.Response) -> EposAnswer:
    if response.status_code != 200:
        refused = _REFUSED_FROM <= response.status_code <= _REFUSED_TO
        detail = _http_detail(response.status_code)
        raise NotAnswered(PrinterWord.NOT_ANSWERING, detail, refused=refused)
    body = b"".join(_limited(response))
    try:
        return read_answer(body)
    except NotEpos as error:
        raise NotAnswered(PrinterWord.NOT_ANSWERING, str(error), refused=False) from error


def _limited(response: httpx.Response) -> Iterator[bytes]:
    length = 0
    for part in response.iter_bytes():
        length += len(part)
        if length > _LONGEST_ANSWER:
            detail = "answered more than any ePOS-Print service does"
            raise NotAnswered(PrinterWord.NOT_ANSWERING, detail, refused=False)
        yield part


def _http_detail(code: int) -> str:
    reasons = {
        401: "the service wants a password",
        403: "the service refuses this machine",
        404: "no ePOS-Print there: switch it on in the printer's web settings",
    }
    if code in reasons:
        return f"{reasons[code]} (HTTP {code})"
    if code < 400:
        return f"the service sends elsewhere, which is not followed (HTTP {code})"
    return f"the service is in trouble (HTTP {code})"


def epos_printer(
    name: str,
    host: str,
    port: int,
    *,
    paper: Paper,
    deadlines: Deadlines | None = None,
    memory: PrinterMemory | None = None,
) -> PaperPrinter:
    """Return the printer whose ePOS-Print service is at `host`; port 9100 stands for 80."""
    port = _HTTP_PORT if port == _NOT_SET else port
    sender = EposSender(host, port, deadlines or Deadlines())
    return PaperPrinter(name, sender, paper=paper, memory=memory)


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return epos_printer(
        settings.name,
        settings.host,
        settings.port,
        paper=paper_of(settings),
        deadlines=deadlines_of(settings),
        memory=surroundings.memory,
    )


PRINTER: Final = PrinterKind("epos", _build)
