"""The one place from which the status parts take their words."""

try:
    from app.ui.wording.notices import notice_details, notice_message
except ModuleNotFoundError:
    from app.ui.status.interim import notice_details, notice_message
try:
    from app.ui.wording.lamps import LampStory, lamp_banner, lamp_state, lamp_story
except ModuleNotFoundError:
    from app.ui.status.interim import LampStory, lamp_banner, lamp_state, lamp_story
try:
    from app.ui.wording.scan import scan_answer, scan_message
except ModuleNotFoundError:
    from app.ui.status.interim import scan_answer, scan_message

__all__ = [
    "LampStory",
    "lamp_banner",
    "lamp_state",
    "lamp_story",
    "notice_details",
    "notice_message",
    "scan_answer",
    "scan_message",
]
