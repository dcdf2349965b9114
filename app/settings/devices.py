"""The entries of `[[printers]]` and `[[scanners]]` in the settings file."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from app.settings.errors import Unfit
from app.settings.fields import Allowed, Host, NameText, Port, Seconds, SettingsModel

_PRINTERS_WITH_HOST: Final = ("network", "epos")
_PRINTERS_WITH_DEVICE: Final = {
    "serial": 'device = "/dev/ttyUSB0" or "usb:067B:2303"',
    "device": 'device = "/dev/usb/lp0"',
    "spooler": 'device = "the queue\'s name"',
}
_URL: Final = re.compile(r"https?://[^\s/]+\S*")
_USB: Final = re.compile(r"usb:[0-9A-Fa-f]{4}:[0-9A-Fa-f]{4}(:[^\s:]+)?")
_SOCKET: Final = re.compile(r"socket://(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})")


def _network_host(value: str, info: ValidationInfo) -> str:
    if not value and info.data.get("kind") in _PRINTERS_WITH_HOST:
        raise Unfit(
            f"is missing for kind {info.data['kind']}",
            'Add the printer\'s address: host = "192.0.2.10"',
        )
    return value


def _printer_device(value: str, info: ValidationInfo) -> str:
    kind = info.data.get("kind")
    if not value and kind in _PRINTERS_WITH_DEVICE:
        raise Unfit(f"is missing for kind {kind}", f"Example: {_PRINTERS_WITH_DEVICE[kind]}")
    if kind == "usb" and value and not value.startswith("usb:"):
        raise _no_passport("device", "04B8:0202")
    return _place(value, "device", "04B8:0202")


def _camera_source(value: str, info: ValidationInfo) -> str:
    if info.data.get("kind") != "camera":
        return value
    if "://" in value and not _URL.fullmatch(value):
        raise Unfit("", 'Example: source = "http://192.0.2.30/video.mjpg"')
    return _place(value, "source", "05F9:2203")


def _scanner_port(value: str, info: ValidationInfo) -> str:
    if info.data.get("kind") != "serial":
        return value
    if not value:
        raise Unfit("is missing for kind serial", 'Example: port = "/dev/ttyACM0"')
    value = _place(value, "port", "05F9:2203")
    if "://" in value and not _is_socket(value):
        raise Unfit("", 'Example: port = "socket://192.0.2.20:4001"')
    return value


def _place(value: str, key: str, example: str) -> str:
    if value.startswith("usb:") and not _USB.fullmatch(value):
        raise _no_passport(key, example)
    if not value.isprintable() or value != value.strip():
        raise Unfit("", "Remove blanks and control characters.")
    return value


def _no_passport(key: str, example: str) -> Unfit:
    return Unfit("", f'Example: {key} = "usb:{example}" (both numbers of 4 hex digits)')


def _is_socket(value: str) -> bool:
    found = _SOCKET.fullmatch(value)
    return found is not None and 1 <= int(found[2]) <= 65535


def _code(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_. -]*", value):
        raise Unfit("")
    return value


CodeName = Annotated[
    str, Field(max_length=40), AfterValidator(_code), Allowed("letters, digits, blanks, . _ and -")
]


class PrinterSettings(SettingsModel):
    """One slip printer.

    Thread: any.
    """

    name: NameText = Field(description="The printer's name on screen; each only once.")
    kind: Literal["network", "serial", "usb", "device", "spooler", "epos", "virtual"] = Field(
        default="network", description="How it is connected."
    )
    host: Annotated[Host, AfterValidator(_network_host)] = Field(
        default="",
        validate_default=True,
        description="Its name or address, for kind network and epos.",
    )
    port: Port = Field(
        default=9100, description="Its TCP port; for kind epos 9100 means not set: port 80."
    )
    profile: CodeName = Field(default="TM-T88V", description="Its profile in python-escpos.")
    codepage: CodeName = Field(default="", description="Code page; empty: best of the profile.")
    width: Annotated[int, Field(ge=16, le=96)] = Field(
        default=42, description="Characters in a line of the standard font."
    )
    answers: Literal["auto", "yes", "no"] = Field(
        default="auto",
        description="Whether it confirms; auto learns by the first answer; no: never asked.",
    )
    device: Annotated[
        str,
        Field(max_length=300),
        AfterValidator(_printer_device),
        Allowed("a device path or COM port, usb:VID:PID[:SERIAL] or a queue's name"),
    ] = Field(
        default="",
        validate_default=True,
        description="Where it is, for kind serial, usb, device and spooler: /dev/ttyUSB0, COM3, "
        "usb:VID:PID[:SERIAL], /dev/usb/lp0 or the queue's name; empty for usb: the only one.",
    )
    baudrate: Annotated[int, Field(ge=300, le=4_000_000)] = Field(
        default=19200, description="Speed of a serial line."
    )
    print_as: Literal["text", "picture"] = Field(
        default="text", description="Letters of the printer, or the whole slip as a picture."
    )
    buzzer: bool = Field(default=False, description="Whether it sounds its buzzer at each slip.")
    drawer: Literal["no", "cash", "slip"] = Field(
        default="no",
        description="When it opens the cash drawer: never, when cash is taken, at each slip.",
    )
    prints: Annotated[tuple[Literal["slip", "station"], ...], Field(strict=False)] = Field(
        default=("slip",),
        description="What it prints: slips, or a slip of its stations' lines of each order.",
    )
    vendors: Annotated[tuple[str, ...], Field(strict=False)] = Field(
        default=(), description="The vendors whose slips it prints; empty: of all others too."
    )
    stations: Annotated[tuple[str, ...], Field(strict=False)] = Field(
        default=(), description="The catalogue's stations whose lines it prints."
    )
    fallback: str = Field(
        default="", description="The printer that takes over its slips; empty: they wait."
    )
    fallback_seconds: Annotated[Seconds, Field(ge=5, le=3600)] = Field(
        default=60.0, description="How long slips wait before the fallback takes over."
    )
    connect_seconds: Annotated[Seconds, Field(ge=0.1, le=60)] = Field(
        default=3.0, description="Longest wait for a connection."
    )
    answer_seconds: Annotated[Seconds, Field(ge=0.1, le=60)] = Field(
        default=2.0, description="Longest wait for the answer to a question."
    )
    write_seconds: Annotated[Seconds, Field(ge=0.5, le=300)] = Field(
        default=10.0, description="Longest wait for the printer to take a whole slip."
    )


class ScannerSettings(SettingsModel):
    """One scanner.

    Thread: any.
    """

    name: NameText = Field(description="The scanner's name on screen; each only once.")
    kind: Literal["serial", "keyboard", "camera", "virtual"] = Field(
        default="serial", description="How it is connected."
    )
    port: Annotated[
        str,
        Field(max_length=300),
        AfterValidator(_scanner_port),
        Allowed("a device path or COM port, usb:VID:PID[:SERIAL] or socket://host:port"),
    ] = Field(
        default="",
        validate_default=True,
        description="Where a serial scanner is: /dev/ttyACM0, COM3, usb:VID:PID[:SERIAL] "
        "or socket://host:port.",
    )
    baudrate: Annotated[int, Field(ge=300, le=4_000_000)] = Field(
        default=9600, description="Speed of a serial line."
    )
    frame: Literal["8N1", "8E1", "8O1", "7E1", "7O1"] = Field(
        default="8N1",
        description="Data bits, parity and stop bits of a serial line, as in the scanner's manual.",
    )
    terminator: Literal["auto", "cr", "lf", "crlf", "tab", "pause"] = Field(
        default="auto", description="What ends a scan; auto takes any of them."
    )
    source: Annotated[
        str,
        Field(max_length=300),
        AfterValidator(_camera_source),
        Allowed("a camera's number, a file, a folder of pictures or an http address"),
    ] = Field(
        default="0",
        description="Where a camera's pictures come from: its number, a file, a folder or a "
        "MJPEG address.",
    )
    prefix: Annotated[str, Field(max_length=8)] = Field(
        default="", description="What a keyboard scanner sends before each code."
    )
    layout: Literal["auto", "us", "hu", "de", "es", "fr"] = Field(
        default="auto",
        description="The keyboard layout a keyboard scanner is set to; auto finds out.",
    )
