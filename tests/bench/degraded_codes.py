"""Codes as a camera over a counter sees them, from a seed: ten ways of being hard to read.

Frames are 1280 by 720, BGR. A sample is one code held still in front of the camera, as four
consecutive frames: the degradation stays, the hand shakes a little and the noise is new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import cv2
import numpy as np
import qrcode
import zxingcpp
from numpy.typing import NDArray

Image = NDArray[np.uint8]
Random = np.random.Generator

WIDTH, HEIGHT = 1280, 720
FRAMES = 4
CLASSES = (
    "none",
    "inverted",
    "dim",
    "blurred",
    "motion",
    "glare",
    "perspective",
    "small",
    "moire",
    "occluded",
)
BARCODES = ("EAN13", "Code128")


@dataclass(frozen=True, slots=True)
class Sample:
    """One code held in front of the camera."""

    kind: str
    text: str
    frames: tuple[Image, ...]


def samples(seed: int, per_class: int, classes: tuple[str, ...] = CLASSES) -> Iterator[Sample]:
    """Yield QR codes, `per_class` of each class; the same seed gives the same pictures."""
    for place, kind in enumerate(classes):
        for number in range(per_class):
            random = np.random.default_rng([seed, place, number])
            text = _text(random)
            yield Sample(kind, text, _frames(kind, qr_card(text), random))


def barcode_samples(seed: int, each: int) -> Iterator[Sample]:
    """Yield EAN-13 and Code 128 barcodes, mildly degraded in one of three ways.

    They are held level or upright, give or take 15 degrees: no decoder reads bars across.
    """
    for place, symbology in enumerate(BARCODES):
        for number in range(each):
            random = np.random.default_rng([seed, 100 + place, number])
            text = _ean(random) if symbology == "EAN13" else _text(random)[:16]
            kind = ("none", "dim", "perspective")[number % 3]
            held = float(random.uniform(-0.26, 0.26) + random.integers(4) * np.pi / 2)
            card = bar_card(text, symbology)
            yield Sample(symbology, text, _frames(kind, card, random, held))


def scenes(seed: int, count: int) -> Iterator[Image]:
    """Yield frames without any code."""
    for number in range(count):
        yield _noisy(_scene(np.random.default_rng([seed, 999, number])), 4, number)


def qr_card(text: str, border: int = 4) -> Image:
    """A QR code, one pixel a module, dark on white."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=border)
    code.add_data(text.encode())
    code.make(fit=True)
    return np.where(np.array(code.get_matrix(), bool), 20, 245).astype(np.uint8)


def bar_card(text: str, symbology: str) -> Image:
    """A barcode, one pixel a module and a third as high as wide, dark on white."""
    made = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, symbology))
    bars = np.array(made.to_image(scale=1), np.uint8)[5:6]
    dark = np.flatnonzero(bars[0] < 128)
    row = np.pad(bars[:, dark[0] : dark[-1] + 1], ((0, 0), (12, 12)), constant_values=255)
    card = np.repeat(row, max(row.shape[1] // 3, 20), axis=0)
    return np.clip(np.pad(card, ((6, 6), (0, 0)), constant_values=255), 20, 245).astype(np.uint8)


def placed(card: Image, module: float, random: Random | None = None) -> Image:
    """A clean frame with the card in its middle, `module` pixels a module."""
    random = random or np.random.default_rng(1)
    return _on_scene(_scene(random), card, _corners(card, module, 0.0, (WIDTH / 2, HEIGHT / 2)))


# --- what is on a code ---------------------------------------------------------------------


def _text(random: Random) -> str:
    letters = np.array(list("ABCDEFGHJKMNPQRSTUVWXYZ23456789"))

    def some(count: int) -> str:
        return "".join(random.choice(letters, count))

    return (
        f"PULT-{some(6)}",
        f"ORD-{random.integers(10**8, 10**9)}-{random.integers(10, 99)}",
        f"https://shop.example/c/{some(16)}",
        some(24),
    )[random.integers(4)]


def _ean(random: Random) -> str:
    digits = [int(digit) for digit in random.integers(0, 10, 12)]
    total = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return "".join(map(str, digits)) + str(-total % 10)


# --- scene and geometry --------------------------------------------------------------------


def _scene(random: Random) -> Image:
    """A counter: a lit plane with a few boxes and lines of print on it."""
    light = np.linspace(random.uniform(90, 130), random.uniform(140, 180), WIDTH)
    scene = np.repeat(light[None, :], HEIGHT, 0) * np.linspace(1.05, 0.9, HEIGHT)[:, None]
    scene = np.clip(scene, 0, 255).astype(np.uint8)
    for _ in range(6):
        x, y = int(random.integers(0, WIDTH)), int(random.integers(0, HEIGHT))
        end = (x + int(random.integers(60, 400)), y + int(random.integers(40, 200)))
        cv2.rectangle(scene, (x, y), end, float(random.uniform(40, 210)), -1)
    for _ in range(8):
        place = (int(random.integers(0, WIDTH - 200)), int(random.integers(30, HEIGHT)))
        words = "".join(random.choice(list("abcdefgh rstu 0123"), 14))
        shade = float(random.uniform(20, 90))
        cv2.putText(scene, words, place, cv2.FONT_HERSHEY_SIMPLEX, 0.8, shade, 2, cv2.LINE_AA)
    return scene


def _corners(
    card: Image, module: float, angle: float, middle: tuple[float, float], lean: float = 0.0
) -> NDArray[np.float32]:
    high, wide = card.shape[0] * module / 2, card.shape[1] * module / 2
    square = np.array([(-wide, -high), (wide, -high), (wide, high), (-wide, high)])
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    squeeze = 1 - lean * np.array([0.0, 0.9, 0.9, 0.0])
    square = square * np.stack([np.full(4, 1 - lean * 0.45), squeeze], axis=1)
    return (square @ turn + np.array(middle)).astype(np.float32)


def _on_scene(scene: Image, card: Image, corners: NDArray[np.float32]) -> Image:
    scale = 8
    large = cv2.resize(card, None, fx=scale, fy=scale, interpolation=cv2.INTER_NEAREST)
    high, wide = large.shape
    source = np.array([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners * 2)  # drawn twice as large: smooth edges
    size = (WIDTH * 2, HEIGHT * 2)
    drawn = cv2.warpPerspective(large, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full_like(large, 255), matrix, size)
    drawn, mask = (cv2.resize(one, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
                   for one in (drawn, mask))  # fmt: skip
    share = mask.astype(np.float32) / 255
    return (scene * (1 - share) + drawn * share).astype(np.uint8)


# --- degradations --------------------------------------------------------------------------


def _frames(kind: str, card: Image, random: Random, held: float | None = None) -> tuple[Image, ...]:
    if kind == "inverted":
        card = 255 - card
    scene = _scene(random)
    module = _module(kind, card, random)
    angle = random.uniform(-np.pi, np.pi) if held is None else held
    lean = random.uniform(0.25, 0.5) if kind == "perspective" else random.uniform(0, 0.12)
    reach = module * max(card.shape) * 0.75
    middle = np.array(
        [random.uniform(min(reach, 600), WIDTH - min(reach, 600)),
         random.uniform(min(reach, 340), HEIGHT - min(reach, 340))]
    )  # fmt: skip
    degrade = _degradation(kind, module, random)
    found = []
    for number in range(FRAMES):
        moved = middle + (random.normal(0, 1.5, 2) if number else 0)
        turned = angle + (random.normal(0, 0.01) if number else 0)
        corners = _corners(card, module, turned, (float(moved[0]), float(moved[1])), lean)
        frame = degrade(_on_scene(scene, card, corners), corners)
        noise = 7.0 if kind == "dim" else 4.0
        found.append(_noisy(frame, noise, int(random.integers(1 << 31))))
    return tuple(found)


def _module(kind: str, card: Image, random: Random) -> float:
    """Pixels a module, no more than fit into the frame."""
    low, high = {"small": (1.6, 2.6), "moire": (4.0, 8.0), "perspective": (4.5, 8.0)}.get(
        kind, (3.5, 8.0)
    )
    return float(min(random.uniform(low, high), 640 / max(card.shape)))


def _noisy(grey: Image, sigma: float, seed: int) -> Image:
    """What a cheap sensor and a JPEG make of it, in colour."""
    noise = np.empty(grey.shape, np.int16)
    cv2.setRNGSeed(seed & 0x7FFFFFFF)
    cv2.randn(noise, 0.0, sigma)
    noisy = np.clip(grey.astype(np.int16) + noise, 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 80])
    shown: Any = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return np.asarray(shown, np.uint8)


Degrade = Callable[[Image, NDArray[np.float32]], Image]


def _degradation(kind: str, module: float, random: Random) -> Degrade:
    if kind == "dim":
        gain, lift = random.uniform(0.1, 0.25), random.uniform(2, 12)
        return lambda image, _: np.clip(image * gain + lift, 0, 255).astype(np.uint8)
    if kind == "blurred":
        sigma = module * random.uniform(0.28, 0.57)
        return lambda image, _: cv2.GaussianBlur(image, (0, 0), sigma).astype(np.uint8)
    if kind == "motion":
        kernel = _streak(module * random.uniform(0.7, 1.7), random.uniform(0, np.pi))
        return lambda image, _: cv2.filter2D(image, -1, kernel).astype(np.uint8)
    if kind == "glare":
        return partial(_glare, spot=random.uniform(0.15, 0.85, 2), size=random.uniform(0.08, 0.22))
    if kind == "moire":
        return partial(_moire, pitch=random.uniform(2.1, 4.5), angle=random.uniform(0, np.pi),
                       depth=random.uniform(0.25, 0.6))  # fmt: skip
    if kind == "occluded":
        return partial(_finger, edge=int(random.integers(4)), depth=random.uniform(0.05, 0.14))
    return lambda image, _: image


def _streak(length: float, angle: float) -> NDArray[np.float32]:
    size = int(np.ceil(length)) | 1
    size = max(size + 2, 3)
    kernel = np.zeros((size, size), np.float32)
    middle = (size - 1) / 2
    for step in np.linspace(-length / 2, length / 2, 64):
        x, y = middle + step * np.cos(angle), middle + step * np.sin(angle)
        kernel[int(np.clip(round(y), 0, size - 1)), int(np.clip(round(x), 0, size - 1))] += 1
    return cv2.GaussianBlur(kernel / kernel.sum(), (3, 3), 0.5).astype(np.float32)


def _inside(corners: NDArray[np.float32], across: float, down: float) -> NDArray[np.float32]:
    top = corners[0] + (corners[1] - corners[0]) * across
    low = corners[3] + (corners[2] - corners[3]) * across
    return (top + (low - top) * down).astype(np.float32)


def _glare(image: Image, corners: NDArray[np.float32], *, spot: NDArray[np.float64],
           size: float) -> Image:  # fmt: skip
    """A lamp mirrored on a screen or a sleeve: contrast is lost towards its middle."""
    x, y = _inside(corners, float(spot[0]), float(spot[1]))
    radius = float(np.linalg.norm(corners[1] - corners[0])) * size
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    far = ((columns - x) ** 2 + (rows - y) ** 2) / radius**2
    strength = np.clip(1.15 * np.exp(-far * 2.2), 0, 1)
    return np.clip(image * (1 - strength * 0.9) + 255 * strength, 0, 255).astype(np.uint8)


def _moire(image: Image, _: NDArray[np.float32], *, pitch: float, angle: float,
           depth: float) -> Image:  # fmt: skip
    """The grid of a phone's screen beating with the camera's."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    along = columns * np.cos(angle) + rows * np.sin(angle)
    across = rows * np.cos(angle) - columns * np.sin(angle)
    grid = np.sin(along * 2 * np.pi / pitch) * np.sin(across * 2 * np.pi / (pitch * 1.07))
    return np.clip(image * (1 - depth / 2 + grid * depth / 2), 0, 255).astype(np.uint8)


def _finger(image: Image, corners: NDArray[np.float32], *, edge: int, depth: float) -> Image:
    """A finger over one edge of the code, from outside inwards."""
    first, second = corners[edge], corners[(edge + 1) % 4]
    middle = corners.mean(axis=0)
    half = (first + second) / 2
    inwards = (middle - half) / np.linalg.norm(middle - half)
    reach = float(np.linalg.norm(second - first)) * (depth + 0.1)
    tip = half + inwards * reach
    start = half - inwards * 300
    covered = image.copy()
    thickness = max(int(float(np.linalg.norm(second - first)) * 0.22), 6)
    ends = [(int(point[0]), int(point[1])) for point in (start, tip - inwards * thickness / 2)]
    cv2.line(covered, ends[0], ends[1], 150.0, thickness, cv2.LINE_AA)
    return covered
