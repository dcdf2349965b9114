"""Draws the whole window with a believable day into PNG files, to be looked at: a tool, not a test.

`python -m tests.ui.screens FOLDER [PART [LANGUAGE]] [--theme dark] [--size 1024x600] [--text 1.5]`
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.domain.device_news import PictureSeen, ScanSeen, ScanUnderstood
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import (
    LampChanged,
    Noticed,
    NotInRegisterChanged,
    OrdersChanged,
    SlipQuestionsChanged,
    StoreFailed,
)
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.picture import Picture, PictureHint
from app.domain.push import PushKind, PushState
from app.domain.scan import Intent, ScanTest
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.scan_trace import ScanTrace
from app.domain.states import Move, OrderState, PaymentState
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.screen_settings import AlarmView, DeviceView
from app.ui.settings_page.page import SettingsPage
from app.ui.theme import Mode, Theme
from tests.builders import a_push, at, huf
from tests.ui.gallery_dialogs import not_listed_orders
from tests.ui.main.day import (
    LAMPS,
    NOW,
    OFFLINE,
    PAPER_OUT,
    SETTINGS,
    Recorder,
    questions,
    the_day,
    welcome,
)
from tests.ui.reading import until_made
from tests.ui.scene import Scene
from tests.ui.screens_alarm import ALARM_SCENES
from tests.ui.screens_board import BOARD_SCENES
from tests.ui.screens_closing import CLOSING_SCENES
from tests.ui.screens_history import SCENES as HISTORY_SCENES
from tests.ui.screens_house import HOUSE_SCENES
from tests.ui.screens_keyboard import keyboard_scenes
from tests.ui.screens_loyalty import SCENES as LOYALTY_SCENES
from tests.ui.screens_printers import PRINTER_SCENES
from tests.ui.screens_selling import SCENES as SELLING_SCENES
from tests.ui.screens_settings import SETTINGS_SCENES
from tests.ui.screens_staff import SCENES as STAFF_SCENES
from tests.ui.screens_status import SCENES as STATUS_SCENES
from tests.ui.screens_waiting import SCENES as WAITING_SCENES
from tests.ui.snapshots import MUTE, a_snapshot, the_lager

SIZES = ((1280, 800), (1920, 1080), (1024, 600), (1080, 1920), (800, 1280))


def a_window(theme: Theme, relay: Relay, language: str = "en") -> MainWindow:
    """Give a window with the day on its board."""
    # Mute: whether this computer has a loudspeaker must not be seen in the pictures.
    settings = replace(SETTINGS, language=language, alarm=AlarmView(volume=0))
    window = MainWindow(theme, relay, welcome(settings), lambda: settings, now=lambda: NOW)
    window.connect_services(Recorder().services())
    relay.publish(OrdersChanged(the_day()))
    window.work.bells.alarm.on_stopped()
    for lamp in LAMPS:
        relay.publish(LampChanged(lamp))
    moved = {"move": "COLLECTED", "told": "yes", "undo": "5.0"}
    notice = Notice(NoticeCode.MOVED, Tone.OK, "order-35", "A-35", "cheers", moved)
    relay.publish(Noticed(notice, at(23.95)))
    return window


def _lamp(relay: Relay, lamp: Lamp) -> None:
    relay.publish(LampChanged(lamp))


def open_order(window: MainWindow, relay: Relay) -> None:
    window.work.opened.open("order-42")


def trouble(window: MainWindow, relay: Relay) -> None:
    _lamp(relay, PAPER_OUT)
    window.work.opened.open("order-37")


def dialog(move: Move, order_id: str) -> Scene:
    """Give a scene with the dialog of a move open."""

    def play(window: MainWindow, relay: Relay) -> None:
        window.work.opened.open(order_id)
        snapshot = window.work.board.order(order_id)
        assert snapshot is not None
        window.work.opened.on_dialog_wanted(move, snapshot)

    return play


def scan(verdict: ScanVerdict, order_id: str) -> Scene:
    """Give a scene with the answer to a scan."""

    def play(window: MainWindow, relay: Relay) -> None:
        text = "https://menu.example/m/4711" if not order_id else "PULT-7Q4K-20A6"
        intent = Intent.SLIP if order_id else Intent.WEB_LINK
        relay.publish(ScanAnswered(verdict, intent, text, window.work.board.order(order_id)))

    return play


def settings(section: str, lamp: Lamp | None = None) -> Scene:
    """Give a scene with a section of Settings."""

    def play(window: MainWindow, relay: Relay) -> None:
        window.work.away.on_settings()
        if lamp is not None:
            relay.publish(LampChanged(lamp))
        page = window.work.pages.page("settings")
        assert isinstance(page, SettingsPage)
        page.show_section(section)

    return play


def scan_doctor(kind: str) -> Scene:
    """Give a scene with the scan doctor of a scanner of that kind."""

    def play(window: MainWindow, relay: Relay) -> None:
        settings("scanners")(window, relay)
        page = window.work.pages.page("settings")
        assert isinstance(page, SettingsPage)
        name = page.scanners.add(DeviceView(f"{kind} scanner", kind, "/dev/ttyACM0"))
        detail = "/dev/ttyACM0 → /dev/ttyACM1 · usb:05F9:2203:S1"
        lamp = Lamp(LampKind.SCANNER, name, name, "ready", LampTone.OK, at(23.9), detail=detail)
        if kind == "virtual":
            lamp = replace(lamp, word="another device", tone=LampTone.BAD)
        relay.publish(LampChanged(lamp))
        page.scanners.on_doctor_wanted(name)
        QApplication.processEvents()
        raw = b"]Q1PULT-TEST-NORMAL\r\n"
        trace = ScanTrace(raw=raw, ended_by="crlf", milliseconds=21.6, aim="]Q1")
        relay.publish(ScanSeen(name, ScanTest.NORMAL, trace))
        relay.publish(ScanUnderstood(name, Intent.TEST))
        relay.publish(PictureSeen(name, a_picture()))

    return play


def a_picture() -> Picture:
    """Give what a camera sees: a grey ground with a lighter square, which is outlined."""
    wide, high = 640, 360
    row = bytes((90, 96, 104)) * 220 + bytes((225, 228, 230)) * 200 + bytes((90, 96, 104)) * 220
    dark = bytes((90, 96, 104)) * wide
    pixels = dark * 80 + row * 200 + dark * 80
    corners = ((220, 80), (420, 80), (420, 280), (220, 280))
    return Picture(
        width=wide,
        height=high,
        pixels=pixels,
        outline=corners,
        text="PULT-TEST",
        sharpness=0.31,
        light=0.62,
        hint=PictureHint.BLURRED,
    )


def equal_numbers(window: MainWindow, relay: Relay) -> None:
    known = window.work.board.order("order-37")
    assert known is not None
    relay.publish(OrdersChanged((replace(known, twins=("LOKE",)),)))
    window.work.opened.open("order-37")


def lamp_page(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    window.work.lamps.open_lamp("printer:counter")


def other_device(window: MainWindow, relay: Relay) -> None:
    there = "usb:0519:0003 is there instead of usb:04B8:0202:J5VF001234"
    relay.publish(LampChanged(replace(PAPER_OUT, word="another device", detail=there)))
    window.work.lamps.open_lamp("printer:counter")


def many_problems(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(PAPER_OUT))
    relay.publish(LampChanged(OFFLINE))
    relay.publish(StoreFailed(False, "disk is full"))
    relay.publish(SlipQuestionsChanged(questions()))
    window.work.banners.on_acted("")


def not_in_register(window: MainWindow, relay: Relay) -> None:
    relay.publish(NotInRegisterChanged(not_listed_orders()))
    window.work.causes.on_acted("register")


def refused_by_register(window: MainWindow, relay: Relay) -> None:
    given = {"kind": PushKind.REGISTER, "system": "oktopos", "state": PushState.REFUSED}
    push = a_push("order-42", 90, refusal="Article 1001 is not known", **given)
    order = the_lager(id="order-42", state=OrderState.PREPARING, accepted_here=True)
    titles = {"oktopos": "OktoPOS"}
    relay.publish(OrdersChanged((a_snapshot(order, pushes=(push,), titles=titles),)))
    relay.publish(NotInRegisterChanged(not_listed_orders()[:1]))
    window.work.opened.open("order-42")


def two_banners(window: MainWindow, relay: Relay) -> None:
    relay.publish(LampChanged(OFFLINE))
    relay.publish(SlipQuestionsChanged(questions()))
    window.work.stage.kept.keep("PULT-1", "A-36")


def mute_order(window: MainWindow, relay: Relay) -> None:
    order = the_lager(
        state=OrderState.PREPARING, accepted_at=at(20), payment=PaymentState.NOT_DUE, due=huf(0)
    )
    mute = a_snapshot(replace(order, id="order-50"), capabilities=MUTE, vendor_title="LOKE")
    relay.publish(OrdersChanged((mute,)))
    window.work.opened.open("order-50")


def mute_menu(window: MainWindow, relay: Relay) -> None:
    mute_order(window, relay)
    window.work.panel.foot.more.click()


def messages(window: MainWindow, relay: Relay) -> None:
    window.work.messages.on_strip_opened()


SCENES: dict[str, Scene] = {
    "board": lambda window, relay: None,
    "order": open_order,
    "trouble": trouble,
    "payment": dialog(Move.TAKE_PAYMENT, "order-42"),
    "reject": dialog(Move.REJECT, "order-42"),
    "scan-out": scan(ScanVerdict.HANDED_OVER, "order-36"),
    "scan-pay": scan(ScanVerdict.PAY_FIRST, "order-37"),
    "scan-early": scan(ScanVerdict.NOT_READY, "order-41"),
    "scan-unknown": scan(ScanVerdict.UNKNOWN, ""),
    "settings-till": settings("till"),
    "settings-printers": settings("printers", PAPER_OUT),
    "settings-vendors": settings("vendors"),
    **PRINTER_SCENES,
    **SETTINGS_SCENES,
    **ALARM_SCENES,
    **HOUSE_SCENES,
    **CLOSING_SCENES,
    **BOARD_SCENES,
    **STAFF_SCENES,
    "settings-scanners": settings("scanners"),
    "doctor-serial": scan_doctor("serial"),
    "doctor-camera": scan_doctor("camera"),
    "doctor-other": scan_doctor("virtual"),
    "settings-look": settings("look"),
    "settings-about": settings("about"),
    "lamp": lamp_page,
    "lamp-other-device": other_device,
    "problems": many_problems,
    "banners": two_banners,
    "messages": messages,
    **STATUS_SCENES,
    **HISTORY_SCENES,
    **SELLING_SCENES,
    **WAITING_SCENES,
    **LOYALTY_SCENES,
    "equal-numbers": equal_numbers,
    "not-in-register": not_in_register,
    "refused-by-register": refused_by_register,
    "mute-order": mute_order,
    "mute-menu": mute_menu,
    "number": lambda window, relay: window.work.numbers.on_wanted(),
    "opening": lambda window, relay: window.work.stage.set_open(False),
    "fatal": lambda window, relay: window.show_fatal("pult.sqlite3: made by a newer Pult"),
}


SCENES.update(keyboard_scenes(SCENES))


def main(arguments: list[str]) -> int:
    """Write the pictures of what was asked for into a folder; everything when nothing was."""
    asked = _parser().parse_args(arguments)
    folder = Path(asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for mode in asked.theme or (Mode.LIGHT, Mode.DARK):
        theme = Theme(mode, dpi=96, text_scale=asked.text)
        theme.apply_to(app)
        for size in asked.size or SIZES:
            for name, scene in SCENES.items():
                picture = f"{name}-{mode.value}-{size[0]}x{size[1]}"
                if fnmatch(picture, f"*{asked.part}*"):
                    draw(app, theme, size, scene, folder / f"{picture}.png", asked.language)
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m tests.ui.screens", description=__doc__)
    parser.add_argument("folder", help="where the pictures go")
    parser.add_argument("part", nargs="?", default="", help="a part of the name; * and ? fit all")
    parser.add_argument("language", nargs="?", default="en", choices=("en", "hu", "es", "de"))
    parser.add_argument("--theme", type=Mode, action="append", help="light or dark; again for both")
    parser.add_argument("--size", type=_size, action="append", help="such as 1024x600")
    parser.add_argument("--text", type=float, default=1.0, help="text scale, 1.0 to 2.0")
    return parser


def _size(text: str) -> tuple[int, int]:
    wide, high = text.split("x")
    return int(wide), int(high)


def draw(
    app: QApplication,
    theme: Theme,
    size: tuple[int, int],
    scene: Scene,
    path: Path,
    language: str = "en",
) -> None:
    """Write one picture."""
    relay = Relay()
    window = a_window(theme, relay, language)
    window.resize(*size)
    window.show()
    app.processEvents()
    scene(window, relay)
    until_made(window)
    for _ in range(4):
        app.processEvents()
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    app.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
