"""No secret in an error, a repr or a log line, also where it stands in the wrong place."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.unit.settings.sample import cheers_of, load, problems


@pytest.mark.parametrize(
    "text",
    [
        '[vendors.cheers]\napi_key = "sk 12345"',
        "[vendors.cheers]\napi_key = 12345",
        '[vendors.cheers]\napi_key = ["sk-12345"]',
        '[vendors.cheers]\napikey = "sk-12345"',
        '[vendors.cheers]\npassword = "sk-12345"',
        '[vendors]\ncheers = "sk-12345"',
        '[cheers]\napi_key = "sk-12345"\n[till]\nmode = 3',
        'api_key = "sk-12345"',
        '[callbacks]\ntoken = "sk/12345"',
        '[callbacks]\npublic_url = "http://pult.example/callbacks/cheers/12345"',
        '[callbacks]\npublic_uri = "https://pult.example/callbacks/cheers/12345"',
        '[vendors.cheers]\nbase_url = "https://user:12345@host"',
        '[vendors.cheers]\nbase_url = "https://host/?key=12345"',
        '[vendors.cheers]\nhomepage = "https://user:12345@host"',
        '[store]\nurl = "mysql://user:12345@host/db"',
        '[store]\nuri = "postgresql+psycopg://user:12345@host/db"',
        "[vendors.cheers]\napi_key = sk-12345",
    ],
)
def test_no_error_shows_what_may_be_a_secret(text: str) -> None:
    for problem in problems(text):
        assert "12345" not in str(problem)
        assert "12345" not in repr(problem)


def test_no_secret_in_repr_or_log(config: Path, caplog: pytest.LogCaptureFixture) -> None:
    config.write_text(
        '[vendors.cheers]\nenabled = true\napi_key = "sk-12345"\nwebhook_secret = "sk-12345"\n'
        '[callbacks]\ntoken = "sk-12345"\npublic_url = "https://x.example/cb/sk-12345"\n'
    )
    with caplog.at_level(logging.DEBUG):
        settings = load(config)
    for told in (repr(settings), str(settings), repr(cheers_of(settings)), caplog.text):
        assert "12345" not in told
