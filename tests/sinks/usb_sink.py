"""The same printer as `PrinterSink`, plugged into a USB bus that pyusb itself speaks to.

    with UsbSink() as sink:
        printer = usb_printer("counter", "", ..., backend=UsbBackend([sink]))

`UsbBackend` is what libusb is otherwise. `refuse()` pulls the plug and `accept_again()` puts it
back. `driver_holds`: whether the kernel's own driver has the interface. `trouble`: the errno with
which the device refuses to be opened (`at_open`) or claimed (`at_claim`).
"""

from __future__ import annotations

import array
import contextlib
import errno
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from tests.sinks.printer_sink import TICK, PrinterSink, Wire

OUT, IN = 0x01, 0x82
STRING = 3


class _Pipe:
    """What the printer has said and nobody has read."""

    def __init__(self) -> None:
        self.said: deque[bytes] = deque()

    def fileno(self) -> int:
        raise NotImplementedError("a USB printer is not selected, it is asked")

    def recv(self, length: int) -> bytes:
        raise BlockingIOError  # bytes come through the backend

    def send(self, data: bytes) -> int:
        self.said.append(data)
        return len(data)

    def close(self) -> None:
        self.said.clear()


class UsbSink(PrinterSink):
    """See the module."""

    def __init__(
        self,
        *,
        vid: int = 0x04B8,
        pid: int = 0x0202,
        serial: str = "J5VF001234",
        address: int = 4,
        interface_class: int = 7,
        answers: bool = True,
        word: str = "ready",
    ) -> None:
        self.vid, self.pid, self.serial, self.address = vid, pid, serial, address
        self.interface_class = interface_class
        self.answers = answers
        self.driver_holds = False
        self.at_open = 0
        self.at_claim = 0
        self.claimed = False
        self.handles = 0
        self._next_take = 0.0
        super().__init__(word=word)

    @property
    def refusing(self) -> bool:
        with self._changed:
            return not self._open

    def refuse(self) -> None:
        with self._changed:
            for connection in list(self._open):
                self._drop(connection)

    def _listen(self, port: int) -> None:
        self.port = port
        self.claimed = False
        self._pipe = _Pipe()
        self._connection = self._connected(self._pipe)

    def _watch(self, wire: Wire) -> None:
        """There is nothing to select: bytes come through the backend."""

    def _unwatch(self, wire: Wire) -> None:
        """Nothing was selected."""

    # ------------------------------------------------------------- as the backend speaks to it

    def take(self, data: bytes, milliseconds: int) -> int:
        """Take what it can in the time it is given, at least a byte."""
        until = time.monotonic() + milliseconds / 1000
        with self._changed:
            while True:
                self._alive()
                taken = self._take_some(data)
                if taken:
                    self._alive()
                    self._changed.notify_all()
                    return taken
                left = until - time.monotonic()
                if left <= 0:
                    raise usb.core.USBTimeoutError("timed out", -7, errno.ETIMEDOUT)
                self._changed.wait(min(left, TICK * 4))

    def _take_some(self, data: bytes) -> int:
        if not self.reads:
            return 0
        limit = len(data)
        if self.bytes_per_second is not None:
            if time.monotonic() < self._next_take:
                return 0
            limit = max(1, int(self.bytes_per_second * TICK * 4))
            self._next_take = time.monotonic() + TICK * 4
        chunk = data[:limit]
        self._connection.received += chunk
        for start in range(0, len(chunk), 64):
            if self._connection in self._open:
                self._take(self._connection, chunk[start : start + 64])
        return len(chunk)

    def give(self, milliseconds: int) -> bytes:
        """Return what it says in the time it is given."""
        until = time.monotonic() + milliseconds / 1000
        with self._changed:
            while True:
                self._alive()
                self._send_due()
                if self._pipe.said:
                    return self._pipe.said.popleft()
                left = until - time.monotonic()
                if left <= 0:
                    raise usb.core.USBTimeoutError("timed out", -7, errno.ETIMEDOUT)
                self._changed.wait(min(left, TICK))

    def _alive(self) -> None:
        if not self._open:
            raise usb.core.USBError("no such device", -4, errno.ENODEV)


@dataclass(eq=False)
class _Handle:
    sink: UsbSink


class UsbBackend(usb.backend.IBackend):
    """A bus with these printers."""

    def __init__(self, sinks: Iterable[UsbSink]) -> None:
        self.sinks = list(sinks)

    def enumerate_devices(self) -> list[UsbSink]:
        return [sink for sink in self.sinks if not sink.refusing]

    def get_device_descriptor(self, sink: UsbSink) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=sink.vid, idProduct=sink.pid,
            bcdDevice=0x0100, iManufacturer=0, iProduct=0,
            iSerialNumber=STRING if sink.serial else 0, bNumConfigurations=1,
            bus=1, address=sink.address, port_number=1, port_numbers=(1,), speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, sink: UsbSink, config: int) -> Any:
        if config:
            raise IndexError("one configuration")
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1,
            bConfigurationValue=1, iConfiguration=0, bmAttributes=0xC0, bMaxPower=1,
            extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, sink: UsbSink, intf: int, alt: int, config: int) -> Any:
        if intf or alt:
            raise IndexError("one interface")
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0,
            bNumEndpoints=2 if sink.answers else 1, bInterfaceClass=sink.interface_class,
            bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, sink: UsbSink, ep: int, intf: int, alt: int, config: int
    ) -> Any:
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=(OUT, IN)[ep], bmAttributes=2,
            wMaxPacketSize=64, bInterval=0, bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, sink: UsbSink) -> _Handle:
        if sink.refusing:
            raise usb.core.USBError("no such device", -4, errno.ENODEV)
        if sink.at_open:
            raise usb.core.USBError("refused", -3, sink.at_open)
        sink.handles += 1
        return _Handle(sink)

    def close_device(self, handle: _Handle) -> None:
        handle.sink.handles -= 1

    def get_configuration(self, handle: _Handle) -> int:
        return 1

    def set_configuration(self, handle: _Handle, value: int) -> None:
        raise AssertionError("it is configured already")

    def is_kernel_driver_active(self, handle: _Handle, intf: int) -> bool:
        return handle.sink.driver_holds

    def detach_kernel_driver(self, handle: _Handle, intf: int) -> None:
        handle.sink.driver_holds = False

    def attach_kernel_driver(self, handle: _Handle, intf: int) -> None:
        handle.sink.driver_holds = True

    def claim_interface(self, handle: _Handle, intf: int) -> None:
        if handle.sink.at_claim or handle.sink.driver_holds:
            raise usb.core.USBError("refused", -6, handle.sink.at_claim or errno.EBUSY)
        handle.sink.claimed = True

    def release_interface(self, handle: _Handle, intf: int) -> None:
        handle.sink.claimed = False

    def bulk_write(self, handle: _Handle, ep: int, intf: int, data: Any, timeout: int) -> int:
        assert ep == OUT
        assert handle.sink.claimed
        return handle.sink.take(bytes(data), timeout)

    def bulk_read(self, handle: _Handle, ep: int, intf: int, buff: Any, timeout: int) -> int:
        assert ep == IN
        assert handle.sink.claimed
        said = handle.sink.give(timeout)
        with contextlib.suppress(ValueError):
            buff[: len(said)] = array.array("B", said)
        return len(said)

    def ctrl_transfer(
        self, handle: _Handle, kind: int, request: int, value: int, index: int, data: Any, ms: int
    ) -> int:
        """Answer the only control request that is asked here: a string."""
        number = value & 0xFF
        text = b"\x09\x04" if number == 0 else handle.sink.serial.encode("utf-16-le")
        answer = bytes((len(text) + 2, STRING)) + text
        data[: len(answer)] = array.array("B", answer)
        return len(answer)
