"""Who is plugged in where: the rule that printers and scanners on USB share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.devices._passport import Acquaintance, Passport, Standing, read_passport, whereabouts


@dataclass(frozen=True)
class Port:
    device: str
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None


OURS = Port("/dev/ttyUSB0", 0x067B, 0x2303, "A1")
OURS_MOVED = Port("/dev/ttyUSB3", 0x067B, 0x2303, "A1")
TWIN = Port("/dev/ttyUSB0", 0x067B, 0x2303, "B2")
STRANGER = Port("/dev/ttyUSB0", 0x1A86, 0x7523)
MAINBOARD = Port("/dev/ttyS0")
A1 = "usb:067B:2303:A1"
PATH = "/dev/ttyUSB0"
REMEMBERED = f"{A1} at {PATH}"


class TestDeviceNamedByItsPath:
    def test_whoever_is_there_first_is_the_right_one(self) -> None:
        found = whereabouts(PATH, "", [MAINBOARD, STRANGER])
        assert (found.standing, found.path) == (Standing.HERE, PATH)
        assert str(found.passport) == "usb:1A86:7523"

    @pytest.mark.parametrize("remembered", ["", A1])
    def test_place_that_no_list_knows_is_simply_opened(self, remembered: str) -> None:
        found = whereabouts("/dev/pts/3", remembered, [MAINBOARD])
        assert (found.standing, found.path, found.passport) == (Standing.HERE, "/dev/pts/3", None)

    def test_port_without_usb_numbers_is_never_a_stranger(self) -> None:
        found = whereabouts("/dev/ttyS0", A1, [MAINBOARD])
        assert (found.standing, found.path, found.passport) == (Standing.HERE, "/dev/ttyS0", None)

    def test_the_device_of_earlier_days_is_here(self) -> None:
        found = whereabouts(PATH, A1, [OURS, OURS_MOVED])
        assert (found.standing, found.path) == (Standing.HERE, PATH)

    @pytest.mark.parametrize("at_its_place", [[], [STRANGER], [TWIN]])
    def test_the_device_of_earlier_days_is_followed_to_its_new_place(
        self, at_its_place: list[Port]
    ) -> None:
        found = whereabouts(PATH, A1, [*at_its_place, OURS_MOVED])
        assert (found.standing, found.path) == (Standing.MOVED, "/dev/ttyUSB3")
        assert found.detail == "usb:067B:2303:A1 is at /dev/ttyUSB3, not at /dev/ttyUSB0"

    @pytest.mark.parametrize("there", [STRANGER, TWIN])
    def test_another_device_at_its_place_is_a_stranger(self, there: Port) -> None:
        found = whereabouts(PATH, A1, [there])
        assert (found.standing, found.path) == (Standing.STRANGER, "")
        assert found.detail.endswith("is there instead of usb:067B:2303:A1")

    def test_no_device_moves_to_the_place_of_another_entry(self) -> None:
        nameless = Port("/dev/ttyACM1", 0x05F9, 0x2203)
        found = whereabouts("/dev/ttyACM0", "usb:05F9:2203", [nameless], others=["/dev/ttyACM1"])
        assert (found.standing, found.path) == (Standing.HERE, "/dev/ttyACM0")
        found = whereabouts("/dev/ttyACM0", "usb:05F9:2203", [nameless])
        assert (found.standing, found.path) == (Standing.MOVED, "/dev/ttyACM1")


class TestDeviceNamedByItsNumbers:
    def test_it_is_found_wherever_it_is(self) -> None:
        found = whereabouts("usb:067b:2303", "", [STRANGER, OURS_MOVED])
        assert (found.standing, found.path) == (Standing.HERE, "/dev/ttyUSB3")
        assert found.passport == Passport(0x067B, 0x2303, "A1")

    def test_it_is_missing_when_only_others_are_there(self) -> None:
        found = whereabouts("usb:067B:2303:A1", "", [TWIN, STRANGER])
        assert (found.standing, found.path) == (Standing.MISSING, "")
        assert found.detail == "usb:067B:2303:A1 is not plugged in"

    def test_of_two_of_its_make_the_one_of_earlier_days_is_taken(self) -> None:
        found = whereabouts("usb:067B:2303", A1, [TWIN, OURS_MOVED])
        assert (found.standing, found.path) == (Standing.HERE, "/dev/ttyUSB3")

    def test_another_one_of_its_make_is_a_stranger(self) -> None:
        assert whereabouts("usb:067B:2303", A1, [TWIN]).standing is Standing.STRANGER

    def test_settings_that_name_another_make_count_more_than_what_was(self) -> None:
        assert whereabouts("usb:1A86:7523", A1, [STRANGER]).standing is Standing.HERE

    def test_settings_that_name_another_number_count_more_than_what_was(self) -> None:
        assert whereabouts("usb:067B:2303:B2", A1, [TWIN]).standing is Standing.HERE

    @pytest.mark.parametrize("text", ["usb:067B", "usb:wxyz:2303"])
    def test_what_is_no_passport_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError, match=r"usb:|invalid literal"):
            whereabouts(text, "", [OURS])


class TestTheOnlyDevice:
    def test_the_only_one_is_taken(self) -> None:
        assert whereabouts("", "", [OURS]).path == OURS.device

    def test_several_are_named_and_none_is_taken(self) -> None:
        found = whereabouts("", "", [OURS, STRANGER])
        assert (found.standing, found.path) == (Standing.SEVERAL, "")
        assert "usb:067B:2303:A1, usb:1A86:7523" in found.detail

    def test_of_several_the_one_of_earlier_days_is_taken(self) -> None:
        assert whereabouts("", A1, [STRANGER, OURS_MOVED]).path == OURS_MOVED.device

    def test_another_one_than_in_earlier_days_is_a_stranger(self) -> None:
        assert whereabouts("", A1, [STRANGER]).standing is Standing.STRANGER

    @pytest.mark.parametrize("remembered", ["", A1])
    def test_none_is_missing(self, remembered: str) -> None:
        assert whereabouts("", remembered, []).standing is Standing.MISSING


class TestAcquaintance:
    def test_passport_is_learned_once(self) -> None:
        heard: list[str] = []
        device = Acquaintance(PATH, learned=heard.append, listing=lambda: [OURS])
        device.met(device.look())
        device.met(device.look())
        assert heard == [REMEMBERED]

    def test_what_was_learned_at_another_place_does_not_count(self) -> None:
        heard: list[str] = []
        device = Acquaintance(
            PATH, f"{A1} at /dev/ttyUSB3", heard.append, listing=lambda: [STRANGER, OURS_MOVED]
        )
        found = device.look()
        assert (found.standing, found.path) == (Standing.HERE, PATH)
        device.met(found)
        assert heard == ["usb:1A86:7523 at /dev/ttyUSB0"]

    def test_device_that_the_settings_name_now_is_learned_anew(self) -> None:
        heard: list[str] = []
        device = Acquaintance(
            "usb:067B:2303:B2", f"{A1} at usb:067B:2303:B2", heard.append, listing=lambda: [TWIN]
        )
        device.met(device.look())
        assert heard == ["usb:067B:2303:B2 at usb:067B:2303:B2"]

    def test_device_without_usb_numbers_is_not_learned(self) -> None:
        device = Acquaintance("/dev/ttyS0", learned=pytest.fail, listing=lambda: [MAINBOARD])
        device.met(device.look())

    def test_stranger_is_refused_until_it_is_accepted(self) -> None:
        heard: list[str] = []
        device = Acquaintance(PATH, REMEMBERED, heard.append, listing=lambda: [STRANGER])
        assert device.look().standing is Standing.STRANGER
        device.accept()
        device.met(device.look())
        assert heard == ["usb:1A86:7523 at /dev/ttyUSB0"]
        assert device.look().standing is Standing.HERE

    def test_name_that_leads_to_a_port_is_followed(self, tmp_path: Path) -> None:
        port = tmp_path / "port"
        port.touch()
        link = tmp_path / "by-id"
        link.symlink_to(port)
        there = Port(str(port), 0x067B, 0x2303, "A1")
        found = Acquaintance(str(link), listing=lambda: [there]).look()
        assert (found.path, str(found.passport)) == (str(port), A1)

    def test_passport_is_read_as_it_is_written(self) -> None:
        assert str(read_passport("USB:067b:2303:A1")) == A1
        with pytest.raises(ValueError, match="usb:VID:PID"):
            read_passport("/dev/ttyUSB0")
