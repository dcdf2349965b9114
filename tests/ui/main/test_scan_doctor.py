"""The scan doctor: how a scan arrived, test codes, the speed of a line, another device."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from app.domain.device_news import DeviceKept, PictureSeen, ScanSeen, ScanUnderstood, SpeedFound
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import LampChanged
from app.domain.scan import Intent, ScanTest
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.scan_trace import ScanTrace
from app.ui.screen_settings import DeviceView
from app.ui.settings_page.page import SettingsPage
from app.ui.settings_page.scan_doctor import ScanDoctor
from tests.ui.main.conftest import Show, Shown
from tests.ui.reading import press, texts
from tests.ui.screens import a_picture

SERIAL = DeviceView("till scanner", "serial", "/dev/ttyACM0")
CAMERA = DeviceView("eye", "camera", "0")
TRACE = ScanTrace(raw=b"]E05998700123455\r", ended_by="cr", milliseconds=21.4, aim="]E0")
SEEN = ScanSeen("till scanner", "5998700123455", TRACE)


def doctor_of(shown: Shown, scanner: DeviceView) -> ScanDoctor:
    """Open the scan doctor of a scanner, as staff do."""
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    shown.press("Scanners", page.list)
    shown.press(f"Scan doctor of {scanner.name}", page.scanners)
    doctor = page.scanners.doctor
    assert doctor is not None
    shown.qtbot.waitUntil(doctor.isVisible)
    return doctor


def test_a_scan_is_shown_as_it_arrived_and_what_it_was_taken_for(show: Show) -> None:
    shown = show(scanners=(SERIAL,))
    doctor = doctor_of(shown, SERIAL)
    shown.say(SEEN, ScanUnderstood("till scanner", Intent.PRODUCT, (Intent.CARD,)))
    words = texts(doctor)
    assert "5D 45 30 35 39 39 38 37 30 30 31 32 33 34 35 35 0D" in words
    assert "]E05998700123455<CR>" in words
    assert "Enter (CR)" in words
    assert "21 ms for 17 bytes" in words
    assert "EAN / UPC, prefix ]E0 taken off" in words
    assert "Product barcode" in words
    assert any(line.endswith("Could also be: Loyalty card") for line in words)
    for _ in range(2):
        shown.say(SEEN, ScanUnderstood("till scanner", Intent.PRODUCT, repeat=True))
    assert any("again, 2 times" in line for line in texts(doctor))


def test_what_is_dropped_is_shown_with_its_reason(show: Show) -> None:
    shown = show(scanners=(SERIAL,))
    doctor = doctor_of(shown, SERIAL)
    trace = ScanTrace(raw=b"\x9c\xff\x00", ended_by="pause")
    shown.say(ScanSeen("till scanner", "", trace, "not text"))
    assert "Thrown away: these bytes are no text" in texts(doctor)
    assert "9C FF 00" in texts(doctor)


def test_nothing_is_shown_of_other_scanners_and_of_scans_nobody_looked_at(show: Show) -> None:
    shown = show(scanners=(SERIAL, CAMERA))
    shown.say(SEEN)
    doctor = doctor_of(shown, SERIAL)
    shown.say(ScanSeen("eye", "somebody's card", ScanTrace()))
    assert not any("5998" in line or "somebody" in line for line in texts(doctor))


def test_a_test_code_is_answered_on_the_page_alone(show: Show) -> None:
    shown = show(scanners=(SERIAL,))
    doctor = doctor_of(shown, SERIAL)
    press(shown.qtbot, doctor, "Inverted")
    heard: list[bool] = []
    shown.work.scans.sounded.connect(heard.append)
    code = ScanTest.INVERTED
    shown.say(
        ScanSeen("till scanner", code, ScanTrace()),
        ScanUnderstood("till scanner", Intent.TEST),
        ScanAnswered(ScanVerdict.TEST, Intent.TEST, code),
    )
    assert "Inverted: read right" in texts(doctor)
    assert heard == [True]
    assert not shown.work.scans.is_shown()
    press(shown.qtbot, doctor, "All scanners")
    shown.say(ScanAnswered(ScanVerdict.TEST, Intent.TEST, code))
    assert shown.work.scans.whole.answer.headline == "Test code read right"


def test_the_codes_on_the_screen_say_what_they_should(show: Show) -> None:
    import numpy as np
    import zxingcpp

    shown = show(scanners=(SERIAL,))
    samples = doctor_of(shown, SERIAL).samples
    for code in (ScanTest.NORMAL, ScanTest.INVERTED, ScanTest.SMALL):
        samples.on_chosen(code.value)
        picture = samples.code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(picture.constBits(), np.uint8)
        grey = rows.reshape(picture.height(), picture.bytesPerLine())[:, : picture.width()]
        assert [found.text for found in zxingcpp.read_barcodes(grey.copy())] == [code.value]


def test_the_speed_that_was_found_is_kept(show: Show) -> None:
    shown = show(scanners=(SERIAL,))
    doctor = doctor_of(shown, SERIAL)
    press(shown.qtbot, doctor, "Find the speed")
    assert shown.till.of("find_speed") == [("till scanner",)]
    shown.say(SpeedFound("till scanner", 19200))
    assert shown.till.of("keep_scanner") == [("till scanner", {"baudrate": 19200})]
    shown.say(DeviceKept(LampKind.SCANNER, "till scanner"))
    assert "19200 baud is right. It is in the settings file now." in texts(doctor)
    shown.say(SpeedFound("till scanner", 0))
    assert any(line.startswith("No speed was right.") for line in texts(doctor))


def test_another_device_is_used_only_when_staff_say_so(show: Show) -> None:
    shown = show(scanners=(SERIAL,))
    doctor = doctor_of(shown, SERIAL)
    assert "Use this device" not in texts(doctor)
    lamp = Lamp(LampKind.SCANNER, "till scanner", "till scanner", "another device", LampTone.BAD)
    shown.say(LampChanged(lamp))
    assert "Another device is in place of till scanner" in texts(doctor)
    press(shown.qtbot, doctor, "Use this device")
    assert shown.till.of("accept_device") == [(LampKind.SCANNER, "till scanner")]


def test_a_camera_is_watched_only_while_it_is_looked_at(show: Show) -> None:
    shown = show(scanners=(CAMERA,))
    doctor = doctor_of(shown, CAMERA)
    assert shown.till.of("watch") == [("eye", True)]
    shown.say(PictureSeen("eye", a_picture()))
    shown.qtbot.waitUntil(lambda: "Blurred" in texts(doctor))
    words = texts(doctor)
    assert "fair" in words
    assert "good" in words
    shown.work.ways.on_escape()
    assert shown.till.of("watch") == [("eye", True), ("eye", False)]


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
def test_nothing_lies_outside_the_page(show: Show, size: tuple[int, int]) -> None:
    shown = show(scanners=(SERIAL,), size=size)
    doctor = doctor_of(shown, SERIAL)
    for part in (doctor.state, doctor.scan, doctor.samples, doctor.place):
        left = part.mapTo(doctor, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= doctor.width()
