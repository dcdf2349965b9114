"""What Cheerfy's page shows, word for word."""

from __future__ import annotations

from pathlib import Path

_SAMPLES = Path(__file__).parent / "cheerfy_page_samples"
REQUEST = (_SAMPLES / "ticket.json").read_text("utf-8")
ANSWER = (_SAMPLES / "answer.json").read_text("utf-8")
BAD_REQUEST = """{
    "error": "Invalid request"
}"""
SERVER_ERROR = """{
    "errors": "Internal server error"
}"""
