from __future__ import annotations

import pytest

from tests.unit.settings.sample import NOWHERE, problems, read, the_line

FILE = str(NOWHERE)


def in_till(line: str) -> str:
    return f"[till]\n{line}"


def in_callbacks(line: str) -> str:
    return f"[callbacks]\n{line}"


def in_cheers(line: str) -> str:
    return f"[vendors.cheers]\n{line}"


def in_printer(line: str) -> str:
    return f'[[printers]]\nname = "p"\nkind = "virtual"\n{line}'


def in_scanner(line: str) -> str:
    return f'[[scanners]]\nname = "s"\n{line}'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            in_callbacks('port = "8787"'),
            'callbacks.port = "8787" must be a whole number from 1 to 65535. '
            "Write it without quotes: port = 8787",
        ),
        (
            in_till('language = "fr"'),
            'till.language = "fr" must be one of "en", "hu", "es", "de". '
            'Correct it, or remove it for the default, "en".',
        ),
        (
            in_till("name = 5"),
            "till.name = 5 must be a name of 1 to 40 characters. "
            'Write it in double quotes: name = "5"',
        ),
        (
            in_till('langage = "en"'),
            'till.langage = "en" is an unknown key. Did you mean till.language?',
        ),
        (
            in_till("port = 3"),
            "till.port = 3 is an unknown key. Did you mean callbacks.port?",
        ),
        (
            in_cheers('enabled = "true"'),
            'vendors.cheers.enabled = "true" must be true or false. '
            "Write it without quotes: enabled = true",
        ),
        (
            in_cheers('base_url = "http://api.uniqpon.com"'),
            'vendors.cheers.base_url = "http://api.uniqpon.com" must be an https:// address '
            "(http:// to this computer only) without user name, ? and #. "
            "Write https:// in place of http://.",
        ),
        (
            "[vendors.loke]\nenabled = false",
            "vendors.loke is an unknown vendor; known: cheers. Remove the table.",
        ),
        (
            "[vendors.cheer]",
            "vendors.cheer is an unknown vendor; known: cheers. Did you mean [vendors.cheers]?",
        ),
        (
            '[printers]\nname = "a"',
            "printers must be a list of tables. "
            "Write [[printers]], in two brackets, before each entry.",
        ),
        (
            "till = 5",
            "till must be a table. Write [till] on a line of its own and its keys below it.",
        ),
        (
            '[[printers]]\nname = "a"\nkind = "network"',
            'printers["a"].host = "" is missing for kind network. '
            'Add the printer\'s address: host = "192.0.2.10"',
        ),
        (
            "[[printers]]\nkind = 'virtual'",
            "printers[#1].name is missing. Add name = …",
        ),
    ],
)
def test_a_problem_is_one_line_with_file_key_value_and_remedy(text: str, line: str) -> None:
    assert the_line(text) == f"{FILE}: {line}"


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("zzz = 1", "zzz", "Remove it; known: [till], [store]"),
        ("[cheers]", "cheers", "Did you mean [vendors.cheers]?"),
        ("[printer]", "printer", "Did you mean [[printers]]?"),
        ("[Till]", "Till", "Did you mean [till]?"),
        ('language = "en"', "language", "Did you mean till.language or slip.language?"),
        ("vendors = 3", "vendors", "Write [vendors.NAME]"),
        ('vendors.cheers = "x"', "vendors.cheers", "Write [vendors.cheers]"),
        ('"a\\nb" = 1', '"a\\nb"', "is an unknown key"),
        (in_till('zzz = "q"'), "till.zzz", "known keys: id, name"),
        (in_till('mode = "windo"'), "till.mode", 'Did you mean "window"?'),
        (in_till('timezone = "Europe/Budapesst"'), "till.timezone", '"Europe/Budapest"?'),
        (in_till('timezone = "../etc/passwd"'), "till.timezone", "name of a timezone"),
        (in_till('timezone = "Europe"'), "till.timezone", "name of a timezone"),
        (in_till('timezone = ""'), "till.timezone", "name of a timezone"),
        (in_till('currency = "Ft"'), "till.currency", "three letters (ISO 4217)"),
        (in_till('currency = "huf"'), "till.currency", 'Examples: "HUF", "EUR"'),
        (in_till('currency = "DEM"'), "till.currency", "three letters (ISO 4217)"),
        (in_till('day_starts = "24:00"'), "till.day_starts", '"HH:MM"'),
        (in_till('day_starts = "4:00"'), "till.day_starts", '"HH:MM"'),
        (in_till("day_starts = 04:00:00"), "till.day_starts", '"HH:MM"'),
        (in_till('day_starts = "\\u0660\\u0664:\\u0660\\u0660"'), "till.day_starts", '"HH:MM"'),
        (in_till("undo_seconds = 61"), "till.undo_seconds", "from 0 to 60"),
        (in_till("undo_seconds = -1"), "till.undo_seconds", "from 0 to 60"),
        (in_till("undo_seconds = nan"), "till.undo_seconds", "from 0 to 60"),
        (in_till("undo_seconds = inf"), "till.undo_seconds", "from 0 to 60"),
        (in_till("undo_seconds = true"), "till.undo_seconds", "from 0 to 60"),
        (in_till("hold_off_ms = 60001"), "till.hold_off_ms", "from 0 to 60000"),
        (in_till("hold_off_ms = 1500.0"), "till.hold_off_ms", "a whole number"),
        (in_till("hold_off_ms = true"), "till.hold_off_ms", "a whole number"),
        (in_till("text_scale = 2.1"), "till.text_scale", "from 1 to 2"),
        (in_till("new_minutes = 0"), "till.new_minutes", "from 0.5 to 240"),
        (in_till('theme = "blue"'), "till.theme", '"system", "light", "dark"'),
        (in_till('number_prefix = "TOOLONGX"'), "till.number_prefix", "at most 6"),
        (in_till('number_prefix = "a b"'), "till.number_prefix", "at most 6"),
        (in_till('id = "till 1"'), "till.id", "letters, digits"),
        (in_till('name = "   "'), "till.name", "1 to 40"),
        (in_till('name = "a\\u0007"'), "till.name", "1 to 40"),
        (in_till('data_dir = "a\\u0000b"'), "till.data_dir", "control characters"),
        (in_till("language = [1, 2]"), "till.language", 'one of "en"'),
        (in_till("language = 2026-11-20"), "till.language", 'one of "en"'),
        (in_callbacks("port = 0"), "callbacks.port", "from 1 to 65535"),
        (in_callbacks("port = 65536"), "callbacks.port", "from 1 to 65535"),
        (in_callbacks("port = 0x" + "f" * 5000), "callbacks.port", "a very large number"),
        (in_callbacks('host = "http://x"'), "callbacks.host", "without scheme"),
        (in_callbacks('host = ""'), "callbacks.host", "a host name"),
        (in_callbacks('host = "1:2"'), "callbacks.host", "a host name"),
        (in_callbacks('path = "callbacks"'), "callbacks.path", "begins with /"),
        (in_callbacks('path = "/a/"'), "callbacks.path", "does not end with it"),
        (in_callbacks('path = "/"'), "callbacks.path", "begins with /"),
        (in_callbacks('path = "/a/../b"'), "callbacks.path", "begins with /"),
        (in_callbacks('path = "/a?b"'), "callbacks.path", "begins with /"),
        (in_callbacks('token = "a/b"'), "callbacks.token", "letters, digits"),
        (in_callbacks('token = "ő"'), "callbacks.token", "letters, digits"),
        (in_callbacks("max_waiting = 0"), "callbacks.max_waiting", "from 1 to 100000"),
        (in_cheers('number_pattern = "["'), "vendors.cheers.number_pattern", "not a regular"),
        (in_cheers('number_pattern = ""'), "vendors.cheers.number_pattern", "regular expression"),
        (
            in_cheers('number_pattern = "a{99999999999}"'),
            "vendors.cheers.number_pattern",
            "not a regular expression",
        ),
        (in_cheers('send_from = ["shop"]'), "vendors.cheers.send_from", '"cheers", "walkin"'),
        (in_cheers('send_from = "walkin"'), "vendors.cheers.send_from", '= ["walkin"]'),
        (in_cheers('api_key = " x"'), "vendors.cheers.api_key", "without blanks"),
        (in_cheers('api_key = "x\\n"'), "vendors.cheers.api_key", "line ends"),
        (in_printer('host = "10.0.0.1:9100"'), 'printers["p"].host', "without scheme, port"),
        (in_printer("width = 5"), 'printers["p"].width', "from 16 to 96"),
        (in_printer('codepage = "é"'), 'printers["p"].codepage', "letters, digits"),
        (in_printer('prints = ["bills"]'), 'printers["p"].prints', 'a list of "slip"'),
        (in_printer("answer_seconds = 0"), 'printers["p"].answer_seconds', "from 0.1 to 60"),
        (in_printer('answers = "maybe"'), 'printers["p"].answers', '"auto", "yes", "no"'),
        (in_scanner('port = ""'), 'scanners["s"].port', "missing for kind serial"),
        (in_scanner('port = "usb:1:2"'), 'scanners["s"].port', "usb:05F9:2203"),
        (in_scanner('port = "socket://h:0"'), 'scanners["s"].port', "socket://"),
        (in_scanner('port = "tcp://h:1"'), 'scanners["s"].port', "socket://"),
        (in_scanner('port = "COM3"\nbaudrate = 1'), 'scanners["s"].baudrate', "from 300"),
        (in_scanner('port = "COM3"\nterminator = "x"'), 'scanners["s"].terminator', '"auto"'),
        ('store.url = "mysql://h/x"', "store.url", "(hidden)"),
        ('store.url = "postgresql+psycopg://h"', "store.url", "Example: postgresql"),
        ('store.url = "sqlite://"', "store.url", "sqlite:///FILE"),
    ],
)
def test_each_fault_names_its_key_and_what_is_allowed(text: str, key: str, told: str) -> None:
    (problem,) = problems(text)
    assert problem.key == key
    assert told in str(problem)
    assert str(problem).isprintable()


@pytest.mark.parametrize(
    "url",
    [
        "api.uniqpon.com",
        "ftp://api.uniqpon.com",
        "https:api.uniqpon.com",
        "https://",
        "https:///v1",
        "https://host:0",
        "https://host:99999",
        "https://host:x",
        "https://[::1",
        "https://a b",
        "https://büfé.example",
        "https://host\\@evil.example",
        "https://user@host",
        "https://user:password@host",
        "https://@host",
        "https://host?key=1",
        "https://host/#x",
        "https://host?",
        "http://example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "http://192.0.2.1",
        "http://127.0.0.1.example.com",
        "https://host\n",
    ],
)
def test_bad_base_url_is_refused(url: str) -> None:
    (problem,) = problems(in_cheers(f"base_url = '''{url}'''"))
    assert problem.key == "vendors.cheers.base_url"
    assert "must be an https:// address" in str(problem)


@pytest.mark.parametrize(
    "url",
    [
        "https://api.dev.votesess.com",
        "https://[2001:db8::1]:8443/v1",
        "HTTPS://API.example.com",
        "http://localhost:9001",
        "http://127.0.0.1:9001",
        "http://127.8.9.1",
        "http://[::1]:9001/v1",
    ],
)
def test_good_base_url_is_taken(url: str) -> None:
    read(in_cheers(f'base_url = "{url}"'))


@pytest.mark.parametrize(
    "port",
    ["COM3", "/dev/ttyACM0", "usb:05F9:2203", "usb:05f9:2203:S-1", "socket://127.0.0.1:4001"],
)
def test_good_scanner_port_is_taken(port: str) -> None:
    assert read(in_scanner(f'port = "{port}"')).scanners[0].port == port


def test_names_of_devices_are_told_apart() -> None:
    text = in_printer("") + "\n" + in_printer("").replace('"p"', '"P"')
    assert the_line(text) == (
        f'{FILE}: printers["P"].name = "P" is already the name of entry 1. Give each its own name.'
    )
    read(in_printer("") + "\n" + in_scanner('port = "COM3"').replace('"s"', '"p"'))
