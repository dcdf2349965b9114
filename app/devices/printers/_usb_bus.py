"""The printers on USB: who is plugged in, and by which interface they take bytes."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from app.devices._passport import Passport, read_passport
from app.devices.printers._conversation import ChannelTrouble
from app.devices.printers._troubles import not_opened

_PRINTER_CLASS: Final = 7  # bInterfaceClass, USB device class definition for printing devices


@dataclass(frozen=True, slots=True)
class UsbPrinter:
    """A device with the interface of a printer, as `_passport` reads what is plugged in."""

    device: str  # bus:address, which lasts until it is pulled
    vid: int
    pid: int
    serial_number: str | None
    handle: Any


class PrinterInterface:
    """The interface by which one device takes bytes and answers.

    Errors are those of pyusb: USBError, NotImplementedError where the system has no such call.

    Thread: printer.
    """

    def __init__(self, handle: Any, name: str) -> None:
        self.name = name
        self._handle = handle
        self._interface = _interface_of(_configuration(handle))
        self.bulk_out: Any = _endpoint(self._interface, into_pc=False)
        self.bulk_in: Any | None = _endpoint(self._interface, into_pc=True)
        self.packet = int(self.bulk_in.wMaxPacketSize) if self.bulk_in is not None else 0

    def detach(self) -> bool:
        """Take the interface from the kernel's own driver; return whether it had one."""
        number = self._interface.bInterfaceNumber
        try:
            if not self._handle.is_kernel_driver_active(number):
                return False
        except NotImplementedError:
            return False  # only Linux can tell, and only there it is in the way
        self._handle.detach_kernel_driver(number)
        return True

    def attach(self) -> None:
        """Give the interface back to the kernel's own driver, if the device is still there."""
        import usb.core

        with contextlib.suppress(usb.core.USBError, NotImplementedError):
            self._handle.attach_kernel_driver(self._interface.bInterfaceNumber)
        self.let_go()

    def claim(self) -> None:
        """Take the interface for this program alone."""
        import usb.util

        usb.util.claim_interface(self._handle, self._interface.bInterfaceNumber)

    def let_go(self) -> None:
        """Release the interface and close the device."""
        close(self._handle)


class UsbBus:
    """All printers that are plugged in, or all devices of the make that the settings name.

    Many printers do not call themselves printers; those are found by their numbers alone.

    Thread: printer.
    """

    def __init__(self, configured: str, backend: Any = None) -> None:
        self._wanted = read_passport(configured) if configured else None
        self._backend = backend
        self._found: dict[str, UsbPrinter] = {}
        self._denied: ChannelTrouble | None = None

    def printers(self) -> Iterable[UsbPrinter]:
        """List them; raises NoBackendError without libusb, USBError when the bus cannot be read."""
        import usb.core

        self._denied = None
        devices = usb.core.find(find_all=True, backend=self._backend, custom_match=self._fits)
        self._found = {found.device: found for found in map(self._read, devices)}
        return list(self._found.values())

    def at(self, place: str) -> tuple[Any, str]:
        """Return one of the printers that were just listed, and what it is called in details."""
        found = self._found[place]
        return found.handle, str(Passport(found.vid, found.pid, found.serial_number or ""))

    def denied(self) -> ChannelTrouble | None:
        """Return the trouble when a device would not even tell its serial number."""
        return self._denied

    def _fits(self, device: Any) -> bool:
        if self._wanted is not None:
            return (device.idVendor, device.idProduct) == (self._wanted.vid, self._wanted.pid)
        return any(
            interface.bInterfaceClass == _PRINTER_CLASS
            for configuration in device
            for interface in configuration
        )

    def _read(self, device: Any) -> UsbPrinter:
        vid, pid = int(device.idVendor), int(device.idProduct)
        serial = self._serial_of(device, str(Passport(vid, pid)))
        close(device)
        return UsbPrinter(f"{device.bus}:{device.address}", vid, pid, serial, device)

    def _serial_of(self, device: Any, name: str) -> str | None:
        import usb.core

        if not device.iSerialNumber:
            return None
        try:
            return str(device.serial_number or "")
        except usb.core.USBError as error:
            self._denied = not_opened(error, name, "lp", file_of(device))
        except (ValueError, NotImplementedError):  # pyusb's word for a string it may not read
            self._denied = not_opened(OSError(errno.EACCES, ""), name, "lp", file_of(device))
        return None


def file_of(device: Any) -> str:
    """Return the file by which Linux gives rights to a device."""
    return f"/dev/bus/usb/{int(device.bus):03}/{int(device.address):03}"


def close(handle: Any) -> None:
    """Close a device; a pulled one may refuse even that."""
    import usb.core
    import usb.util

    with contextlib.suppress(usb.core.USBError):
        usb.util.dispose_resources(handle)


def _configuration(handle: Any) -> Any:
    import usb.core

    try:
        return handle.get_active_configuration()
    except usb.core.USBError as error:
        if error.errno is not None:
            raise
        handle.set_configuration()  # nobody has configured it yet
        return handle.get_active_configuration()


def _interface_of(configuration: Any) -> Any:
    """Return the printer's interface, else the first that takes bulk data."""
    interfaces = [each for each in configuration if each.bAlternateSetting == 0]
    for interface in interfaces:
        if interface.bInterfaceClass == _PRINTER_CLASS and _endpoint(interface, into_pc=False):
            return interface
    for interface in interfaces:
        if _endpoint(interface, into_pc=False):
            return interface
    raise ValueError("it has no way in for a printer's bytes")


def _endpoint(interface: Any, *, into_pc: bool) -> Any | None:
    import usb.util

    direction = usb.util.ENDPOINT_IN if into_pc else usb.util.ENDPOINT_OUT
    for endpoint in interface:
        is_bulk = usb.util.endpoint_type(endpoint.bmAttributes) == usb.util.ENDPOINT_TYPE_BULK
        if is_bulk and usb.util.endpoint_direction(endpoint.bEndpointAddress) == direction:
            return endpoint
    return None
