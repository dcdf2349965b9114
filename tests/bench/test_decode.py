"""How well and how fast codes are read on degraded pictures: ours beside each single decoder.

The corpus is `degraded_codes.py`: QR codes in ten classes at 1280 by 720, each as four consecutive
frames. Its strengths were set on seed 1 before ours was tuned, until zxing-cpp alone read some 87 %
of single frames; the retries and their order were then chosen on seed 1 as well. What
is reported is seed 2. "one frame" is a decoder's answer to the first frame; ours makes one retry in
it. "four frames" is what a camera gives in 0.13 s: any of them may be read, ours with the retry
that is next in turn; the others get the same four. Times are of one first frame.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from statistics import median
from time import perf_counter

import cv2
import pytest
import zxingcpp
from pyzbar import pyzbar

from app.devices.scanners._decode import FORMATS, Decoder
from tests.bench.degraded_codes import (
    CLASSES,
    Image,
    Sample,
    barcode_samples,
    samples,
    scenes,
)

HELD_OUT = 2
PER_CLASS = 30
DECODERS = ("pyzbar", "zxing", "cv2", "ours")
Read = Callable[[Image], list[str]]

_named = [getattr(zxingcpp.BarcodeFormat, name) for name in FORMATS]


def _decoders() -> dict[str, Read]:
    """Each decoder by name; ours begins anew with each call of this."""
    ours, detector = Decoder(), cv2.QRCodeDetector()

    def by_cv2(grey: Image) -> list[str]:
        try:
            return [detector.detectAndDecode(grey)[0]]
        except (cv2.error, UnicodeDecodeError):
            return []

    return {
        "pyzbar": lambda grey: [code.data.decode() for code in pyzbar.decode(grey)],
        "zxing": lambda grey: [code.text for code in zxingcpp.read_barcodes(grey, formats=_named)],
        "cv2": by_cv2,
        "ours": lambda grey: [code.raw.decode("utf-8", "replace") for code in ours.read(grey)],
    }  # fmt: skip


class Table:
    """Counts what was read, per decoder and class."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, str], int] = defaultdict(int)
        self.within: dict[tuple[str, str], int] = defaultdict(int)
        self.times: dict[tuple[str, str], list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.count: dict[str, int] = defaultdict(int)

    def take(self, sample: Sample) -> None:
        self.count[sample.kind] += 1
        greys = [cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY) for frame in sample.frames]
        for name, read in _decoders().items():
            for place, grey in enumerate(greys):
                began = perf_counter()
                texts = [text for text in read(grey) if text]
                taken = (perf_counter() - began) * 1000
                if place == 0:
                    self.times[name, sample.kind].append(taken)
                    self.first[name, sample.kind] += sample.text in texts
                if any(text != sample.text for text in texts):
                    self.wrong.append(f"{name}: {texts} for {sample.text} ({sample.kind})")
                if sample.text in texts:
                    self.within[name, sample.kind] += 1
                    break

    def rate(self, counts: dict[tuple[str, str], int], name: str) -> float:
        return sum(counts[name, kind] for kind in self.count) / sum(self.count.values())

    def time(self, name: str) -> float:
        return median(value for kind in self.count for value in self.times[name, kind])

    def lines(self) -> list[str]:
        head = f"{'class':14}" + "".join(f"{name:>25}" for name in DECODERS)
        rows = [head, f"{'':14}" + f"{'one    four      ms':>25}" * len(DECODERS)]
        for kind, count in self.count.items():
            cells = [
                f"{self.first[name, kind] / count:9.0%}{self.within[name, kind] / count:7.0%}"
                f"{median(self.times[name, kind]):9.1f}"
                for name in DECODERS
            ]
            rows.append(f"{kind:14}" + "".join(cells))
        cells = [
            f"{self.rate(self.first, name):9.1%}{self.rate(self.within, name):7.1%}"
            f"{self.time(name):9.1f}"
            for name in DECODERS
        ]
        return [*rows, f"{'all':14}" + "".join(cells)]


@pytest.mark.timeout(900)
def test_codes_are_read_better_than_by_any_single_decoder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    table = Table()
    for sample in samples(HELD_OUT, PER_CLASS):
        table.take(sample)
    bars = Table()
    for sample in barcode_samples(HELD_OUT, 24):
        bars.take(sample)
    cv2.setNumThreads(threads)
    ratio = table.time("ours") / table.time("pyzbar")
    with capsys.disabled():
        print(f"\n{PER_CLASS} QR codes a class, seed {HELD_OUT}")
        print("\n".join(table.lines()))
        print(f"median, ours beside pyzbar: {ratio:.2f} (budget 0.20)")
        print("barcodes, for comparison")
        print("\n".join(bars.lines()))
        print("read wrong:", *(table.wrong + bars.wrong or ["nothing"]), sep="\n  ")
    assert [line for line in table.wrong + bars.wrong if line.startswith("ours")] == []
    assert table.rate(table.within, "ours") >= 0.92
    assert ratio <= 0.20
    for name in DECODERS[:-1]:
        assert table.rate(table.within, "ours") > table.rate(table.within, name)
        assert table.rate(table.first, "ours") > table.rate(table.first, name)
    assert set(table.count) == set(CLASSES)


def test_nothing_is_read_where_there_is_no_code() -> None:
    decoder = Decoder()
    for scene in scenes(HELD_OUT, 40):
        grey = cv2.cvtColor(scene, cv2.COLOR_BGR2GRAY)
        assert decoder.read(grey) == []
        assert decoder.read_still(grey) == []
