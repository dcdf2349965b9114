"""Which speed is tried next, and when it is the right one."""

from __future__ import annotations

from app.devices.scanners._speed import SPEEDS, SpeedSearch
from app.ports.scanner import CodeDropped, CodeRead

NOISE = b"\x9c\x00\xe0\xfe"


def _search(current: int = 9600) -> tuple[SpeedSearch, list[int]]:
    told: list[int] = []
    return SpeedSearch(current, 0.0, told.append), told


def test_the_present_speed_is_tried_first_and_then_all_others() -> None:
    search, _ = _search(4800)
    tried = []
    for _ in range(len(SPEEDS)):
        tried.append(search.speed)
        assert search.heard(NOISE, 1.0) == [CodeDropped("not text")]
    assert tried == [4800, *(speed for speed in SPEEDS if speed != 4800)]


def test_two_readable_scans_in_a_row_are_proof() -> None:
    search, told = _search()
    assert search.heard(b"table 4711\r", 1.0) == []
    assert not search.ended(1.0)
    codes = search.heard(b"table 4712\r", 2.0)
    assert codes == [CodeRead("table 4711"), CodeRead("table 4712")]
    assert search.ended(2.0)
    search.end()
    assert told == [9600]


def test_a_readable_scan_that_noise_follows_is_none() -> None:
    search, _ = _search()
    assert search.heard(b"by chance\r", 1.0) == []
    assert search.heard(NOISE, 2.0) == [CodeDropped("not text")] * 2
    assert search.speed == 115200


def test_a_code_with_a_check_letter_is_proof_at_once() -> None:
    search, _ = _search()
    search.heard(NOISE, 1.0)
    assert search.heard(b"5998700123455", 2.0) == [CodeRead("5998700123455")]
    assert search.found == 115200


def test_short_bits_of_text_and_nothing_but_zeros_are_noise() -> None:
    search, _ = _search()
    search.heard(b"~x", 1.0)
    search.heard(b"\0\0\0", 2.0)
    assert search.speed == SPEEDS[2]


def test_a_speed_at_which_nothing_arrives_is_left_after_a_while() -> None:
    search, _ = _search()
    search.silent(7.0)
    assert search.speed == 9600
    search.silent(8.0)
    assert search.speed == 115200
    search.heard(b"table 4711\r", 9.0)
    search.silent(30.0)  # the next scan decides
    assert search.speed == 115200


def test_it_is_given_up_after_two_rounds_or_three_minutes() -> None:
    search, told = _search()
    for _ in range(2 * len(SPEEDS)):
        assert not search.ended(1.0)
        search.heard(NOISE, 1.0)
    assert search.ended(1.0)
    search.end()
    assert told == [0]

    search, told = _search()
    search.heard(b"table 4711\r", 1.0)
    assert search.ended(180.0)
    assert search.end() == [CodeDropped("not text")]
    assert told == [0]
