"""Monitors that are plugged into a display of the tests and pulled out again, by RandR."""

from __future__ import annotations

import ctypes
from types import TracebackType
from typing import Any, Self

Rect = tuple[int, int, int, int]


class _MonitorInfo(ctypes.Structure):
    """XRRMonitorInfo of Xrandr.h."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs_count", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("width_mm", ctypes.c_int),
        ("height_mm", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _ScreenResources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("crtcs_count", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("outputs_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Monitors:
    """Divides one X display into monitors; all are pulled out at the end."""

    def __init__(self, display: str) -> None:
        self._x: Any = ctypes.CDLL("libX11.so.6")
        self._randr: Any = ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XInternAtom.restype = self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        resources = self._randr.XRRGetScreenResourcesCurrent
        resources.restype = ctypes.POINTER(_ScreenResources)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._display, f"no display {display}"
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._output = resources(self._display, self._root).contents.outputs[0]
        self._plugged: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for name in list(self._plugged):
            self.pull_out(name)
        self._x.XCloseDisplay(self._display)

    def plug_in(self, name: str, rect: Rect, *, is_first: bool = False) -> None:
        """Add a monitor; the first takes the place of the display's own output."""
        atom = self._x.XInternAtom(self._display, name.encode(), 0)
        outputs = (ctypes.c_ulong * 1)(self._output)
        x, y, width, height = rect
        info = _MonitorInfo(
            atom, is_first, 0, int(is_first), x, y, width, height, width // 4, height // 4, outputs
        )
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(info))
        self._plugged[name] = atom
        self._x.XSync(self._display, 0)

    def pull_out(self, name: str) -> None:
        """Take a monitor away."""
        atom = ctypes.c_ulong(self._plugged.pop(name))
        self._randr.XRRDeleteMonitor(self._display, self._root, atom)
        self._x.XSync(self._display, 0)
