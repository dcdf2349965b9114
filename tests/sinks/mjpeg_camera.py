"""A network camera on loopback: MJPEG over HTTP, with what such cameras do wrong."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from enum import Enum

import cv2
import numpy as np
from numpy.typing import NDArray

from tests.free_port import free_port
from tests.patience import PATIENCE

Image = NDArray[np.uint8]
BOUNDARY = b"--picture"


class Manner(Enum):
    """How the camera behaves towards whoever is connected."""

    STREAMS = "streams"
    HANGS = "hangs"  # keeps the connection and sends nothing more
    ENDS = "ends"  # closes each connection
    GARBAGE = "garbage"  # sends pictures that are none
    REFUSES = "refuses"  # answers 401
    MUTE = "mute"  # takes a connection and never answers


def picture(
    code: Image | None = None, *, seed: int = 0, size: tuple[int, int] = (640, 480)
) -> Image:
    """A counter with some things on it, noise, and the code, if any, in the middle."""
    wide, high = size
    frame = np.full((high, wide), 120, np.uint8)
    frame[: high // 5, : wide // 4] = 60
    frame[-high // 6 :, -wide // 3 :] = 200
    if code is not None:
        factor = max(min(6, (high - 20) // max(code.shape)), 1)
        large = cv2.resize(code, None, fx=factor, fy=factor, interpolation=cv2.INTER_NEAREST)
        top, left = (high - large.shape[0]) // 2, (wide - large.shape[1]) // 2
        frame[top : top + large.shape[0], left : left + large.shape[1]] = large
    noise = np.random.default_rng(seed).normal(0, 2, frame.shape)
    return np.clip(frame + noise, 0, 255).astype(np.uint8)


def jpeg(image: Image, quality: int = 80) -> bytes:
    return bytes(cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])[1])


class MjpegCamera:
    """Streams what `show` was given, some thirty pictures a second, to one viewer at a time.

    Each picture is sent with new noise, unless `freezes`. Pictures are made once, not per frame.
    """

    def __init__(self, *, rate: float = 40.0, with_length: bool = True) -> None:
        self._pause = 1 / rate
        self._with_length = with_length
        self.manner = Manner.STREAMS
        self.connections = 0
        self.sent = 0
        self._changed = threading.Condition()
        self._frames: list[bytes] = [jpeg(picture(seed=n)) for n in range(3)]
        self._empty = self._frames
        self._place = ("127.0.0.1", free_port())
        self.url = f"http://127.0.0.1:{self._place[1]}/video.mjpg"
        self._stopping = threading.Event()
        self._server: socket.socket | None = None
        self._accepting: threading.Thread | None = None
        self.plug()

    def plug(self) -> None:
        """Switch the camera on."""
        self._stopping = threading.Event()
        self._server = socket.create_server(self._place)
        self._server.settimeout(0.05)
        self._accepting = threading.Thread(target=self._serve, name="mjpeg camera")
        self._accepting.start()

    def unplug(self) -> None:
        """Switch it off: every connection breaks and none is taken."""
        self._stopping.set()
        if self._accepting is not None:
            self._accepting.join()
        if self._server is not None:
            self._server.close()
        self._server = self._accepting = None

    def show(self, code: Image | None) -> None:
        """Hold a code in front of the camera, or none."""
        frames = self._empty if code is None else [jpeg(picture(code, seed=n)) for n in range(3)]
        self.send(frames)

    def send(self, frames: list[bytes]) -> None:
        """Send these pictures, one after the other, over and over."""
        with self._changed:
            self._frames = frames

    def wait_sent(self, more: int, seconds: float = PATIENCE) -> None:
        """Wait until so many more pictures have been sent."""
        with self._changed:
            goal = self.sent + more
            assert self._changed.wait_for(lambda: self.sent >= goal, seconds)

    def wait_connections(self, count: int, seconds: float = PATIENCE) -> None:
        """Wait until the camera was connected to so many times."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.connections >= count, seconds)

    def _serve(self) -> None:
        assert self._server is not None
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                viewer, _ = self._server.accept()
                with viewer, suppress(OSError):
                    self._attend(viewer)

    def _attend(self, viewer: socket.socket) -> None:
        with self._changed:
            self.connections += 1
            self._changed.notify_all()
        viewer.settimeout(2)
        if self.manner is Manner.MUTE:
            self._until_changed(Manner.MUTE)
            return
        viewer.recv(4096)
        if self.manner is Manner.REFUSES:
            viewer.sendall(b"HTTP/1.0 401 Unauthorized\r\n\r\n")
            return
        viewer.sendall(
            b"HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=picture\r\n\r\n"
        )
        while not self._stopping.wait(self._pause):
            if self.manner is Manner.ENDS:
                return
            if self.manner is Manner.HANGS:
                self._until_changed(Manner.HANGS)
                return
            viewer.sendall(self._part())
            with self._changed:
                self.sent += 1
                self._changed.notify_all()

    def _until_changed(self, manner: Manner) -> None:
        while self.manner is manner and not self._stopping.wait(0.02):
            pass

    def _part(self) -> bytes:
        with self._changed:
            data = self._frames[self.sent % len(self._frames)]
        if self.manner is Manner.GARBAGE:
            data = b"\xff\xd8\xff" + bytes(range(256)) * 3
        length = b"Content-Length: %d\r\n" % len(data) if self._with_length else b""
        return BOUNDARY + b"\r\nContent-Type: image/jpeg\r\n" + length + b"\r\n" + data + b"\r\n"
