"""What a value must be, for whoever entered it: the settings' own sentences in the screen's words.

The settings say what is wrong in English, for the log, the command line and the file's keeper.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.ui.wording.marked import QT_TRANSLATE_NOOP

RULES: Final[Mapping[str, str]] = {
    "1 to 32 letters, digits, dots, hyphens or underscores": QT_TRANSLATE_NOOP(
        "SettingWords", "1 to 32 plain letters, digits, dots, hyphens or underscores."
    ),
    "a name of 1 to 40 characters": QT_TRANSLATE_NOOP(
        "SettingWords", "A name of 1 to 40 letters, without blanks around it."
    ),
    'the name of a timezone, such as "Europe/Budapest"': QT_TRANSLATE_NOOP(
        "SettingWords", "Choose a time zone from the list."
    ),
    "a currency's three letters (ISO 4217)": QT_TRANSLATE_NOOP(
        "SettingWords", "The three letters of a currency, such as HUF or EUR."
    ),
    "a folder": QT_TRANSLATE_NOOP("SettingWords", "The path of a folder, or empty."),
    "at most 6 letters, digits or hyphens": QT_TRANSLATE_NOOP(
        "SettingWords", "At most 6 letters, digits or hyphens."
    ),
    "empty, sqlite:///FILE or postgresql+psycopg://user:password@host/database": (
        QT_TRANSLATE_NOOP(
            "SettingWords", "Empty, or postgresql+psycopg://user:password@address/database."
        )
    ),
    "a host name or an IP address": QT_TRANSLATE_NOOP(
        "SettingWords", "A name or address alone, such as 192.168.1.50, without blanks."
    ),
    "a path that begins with / and does not end with it, of letters, digits, . _ ~ -": (
        QT_TRANSLATE_NOOP("SettingWords", "A path such as /callbacks/orders, without / at its end.")
    ),
    "at most 128 letters, digits, hyphens or underscores": QT_TRANSLATE_NOOP(
        "SettingWords", "At most 128 plain letters, digits, hyphens or underscores."
    ),
    "an https:// address (http:// to this computer only) without user name, ? and #": (
        QT_TRANSLATE_NOOP("SettingWords", "An address that begins with https://, without ? and #.")
    ),
    "a picture's file": QT_TRANSLATE_NOOP("SettingWords", "The file of a picture, PNG or JPEG."),
    "at most 6 lines of at most 96 letters": QT_TRANSLATE_NOOP(
        "SettingWords", "At most 6 lines of at most 96 letters."
    ),
    'empty, or a time of day as "HH:MM"': QT_TRANSLATE_NOOP(
        "SettingWords", "A time of day, such as 04:00, or empty."
    ),
    "empty, or an Ed25519 key in base64": QT_TRANSLATE_NOOP(
        "SettingWords", "The publisher's whole key of 44 letters and signs, or empty."
    ),
    "empty or a colour as #RRGGBB": QT_TRANSLATE_NOOP(
        "SettingWords", "A colour as # and six digits of 0 to 9 and A to F, or empty."
    ),
    'one or two of "en", "hu", "es", "de"': QT_TRANSLATE_NOOP(
        "SettingWords", "Choose one or two languages."
    ),
    "letters, digits, blanks, . _ and -": QT_TRANSLATE_NOOP(
        "SettingWords", "Only letters, digits, blanks, dots, hyphens and underscores."
    ),
    "a device path or COM port, usb:VID:PID[:SERIAL] or a queue's name": QT_TRANSLATE_NOOP(
        "SettingWords", "A port such as COM3 or /dev/ttyUSB0, or the queue's name."
    ),
    "a device path or COM port, usb:VID:PID[:SERIAL] or socket://host:port": QT_TRANSLATE_NOOP(
        "SettingWords", "A port such as COM3 or /dev/ttyACM0, or socket://address:port."
    ),
    "a camera's number, a file, a folder of pictures or an http address": QT_TRANSLATE_NOOP(
        "SettingWords", "0 is the first camera, 1 the second; or an address."
    ),
    "a text without line ends or blanks around it": QT_TRANSLATE_NOOP(
        "SettingWords", "Copy it again, without blanks before and after it."
    ),
    "a cookie as name=value": QT_TRANSLATE_NOOP(
        "SettingWords", "Copy it from the browser as name=value."
    ),
    "a regular expression of at most 500 characters": QT_TRANSLATE_NOOP(
        "SettingWords", "This pattern cannot be read."
    ),
    "plain letters, digits and signs without blanks": QT_TRANSLATE_NOOP(
        "SettingWords", "Copy it again: it has no blanks and no accented letters."
    ),
    "an id as the vendor shows it": QT_TRANSLATE_NOOP(
        "SettingWords", "Copy the id again, just as the vendor shows it."
    ),
    "the name of an HTTP header, such as X-API-KEY": QT_TRANSLATE_NOOP(
        "SettingWords", "The name of a header, such as X-API-KEY."
    ),
    "a path below base_url, without / before it, of letters, digits, . _ ~ -": QT_TRANSLATE_NOOP(
        "SettingWords", "A path such as order/create, without / before it."
    ),
    'a list of vendors\' names, such as ["cheers", "loke", "walkin"]': QT_TRANSLATE_NOOP(
        "SettingWords", "Choose other vendors; the register's own orders are there already."
    ),
    "1 to 60 letters, digits, dots, blanks, hyphens or underscores": QT_TRANSLATE_NOOP(
        "SettingWords", "1 to 60 letters, digits, dots, blanks, hyphens or underscores."
    ),
    "a text": QT_TRANSLATE_NOOP("SettingWords", "Choose one of those that are shown."),
    "a list of texts": QT_TRANSLATE_NOOP("SettingWords", "Leave none of them empty."),
}
"""By what completes "must be …" of a single value."""

REASONS: Final[Mapping[str, str]] = {
    "is missing": QT_TRANSLATE_NOOP("SettingWords", "This is needed."),
    "is already the name of": QT_TRANSLATE_NOOP(
        "SettingWords", "Another one has this name. Give each its own."
    ),
    "is not a regular expression": QT_TRANSLATE_NOOP(
        "SettingWords", "This pattern cannot be read."
    ),
    "would have text of": QT_TRANSLATE_NOOP(
        "SettingWords", "Nobody could read words on it. Choose a lighter or a darker colour."
    ),
    "ready = ": QT_TRANSLATE_NOOP(
        "SettingWords",
        "Ready numbers could not be read on that ground. Choose colours that differ more.",
    ),
    "must be another printer": QT_TRANSLATE_NOOP(
        "SettingWords", "Choose another printer than this one."
    ),
    "leads back to": QT_TRANSLATE_NOOP(
        "SettingWords", "They would hand slips round in a circle. The last one takes over nothing."
    ),
    "must be a printer whose prints": QT_TRANSLATE_NOOP(
        "SettingWords", "Choose a printer that prints slips."
    ),
    "must be a printer; there is no other": QT_TRANSLATE_NOOP(
        "SettingWords", "There is no other printer yet."
    ),
    "must name the stations": QT_TRANSLATE_NOOP(
        "SettingWords", "Name the stations whose lines it prints."
    ),
    "must be a list of the catalogue's stations": QT_TRANSLATE_NOOP(
        "SettingWords", "Leave none of them empty."
    ),
    "names ": QT_TRANSLATE_NOOP("SettingWords", "Choose vendors that Pult knows."),
    "could not be written": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file cannot be written. Call whoever looks after this computer.",
    ),
    "cannot be read": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file cannot be read. Call whoever looks after this computer.",
    ),
    "cannot be written: another program has it open": QT_TRANSLATE_NOOP(
        "SettingWords",
        "Another program has the settings file open. Close it there, then save again.",
    ),
    "cannot be": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file cannot be written. Call whoever looks after this computer.",
    ),
    "is not TOML": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file was changed by hand and cannot be read: “pult check” names the line.",
    ),
    "is not UTF-8": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file was changed by hand and cannot be read: “pult check” names the line.",
    ),
    "is an unknown": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file was changed by hand and cannot be read: “pult check” names the line.",
    ),
    "must be a table": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file was changed by hand and cannot be read: “pult check” names the line.",
    ),
    "must be a list of tables": QT_TRANSLATE_NOOP(
        "SettingWords",
        "The settings file was changed by hand and cannot be read: “pult check” names the line.",
    ),
}
"""By how a reason begins that more than the single value has."""
