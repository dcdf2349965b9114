"""What is said of a newer Pult; it is nobody's hurry, so it is said in Settings and Help alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.notice import Notice, NoticeCode
from app.domain.update import UpdateChanged, UpdateFault, UpdateStage
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.notice_words import Said
from app.usecases.desk import Shop

_FAULTS: Final[Mapping[UpdateFault, str]] = {
    UpdateFault.NOT_REACHED: QT_TRANSLATE_NOOP("Update", "The publisher cannot be reached."),
    UpdateFault.ODD_ADDRESS: QT_TRANSLATE_NOOP("Update", "The publisher's address is odd."),
    UpdateFault.TOO_LARGE: QT_TRANSLATE_NOOP("Update", "What came is too large to be right."),
    UpdateFault.BAD_SIGNATURE: QT_TRANSLATE_NOOP(
        "Update", "What came is not signed by the publisher."
    ),
    UpdateFault.UNREADABLE: QT_TRANSLATE_NOOP("Update", "The publisher's list cannot be read."),
    UpdateFault.ROLLED_BACK: QT_TRANSLATE_NOOP(
        "Update", "The publisher's list is older than what is known here."
    ),
    UpdateFault.NOT_FOR_THIS: QT_TRANSLATE_NOOP("Update", "There is no file for this system."),
    UpdateFault.WRONG_FILE: QT_TRANSLATE_NOOP("Update", "The file is not what was signed."),
    UpdateFault.NOT_KEPT: QT_TRANSLATE_NOOP("Update", "The file cannot be kept on this disk."),
}


@dataclass(frozen=True, slots=True)
class UpdateWords:
    """A head, a line below it, and the words of the one button, "" for none."""

    head: str
    line: str = ""
    button: str = ""


def update_line(news: UpdateChanged) -> str:
    """Return the one line for Help, "" while there is nothing to say."""
    if news.fault is not None:
        return _coded(news.fault)
    if news.stage not in (UpdateStage.THERE, UpdateStage.FETCHING, UpdateStage.FETCHED):
        return ""
    return _there(news.version)


def update_words(news: UpdateChanged) -> UpdateWords:
    """Return what stands in Settings, About."""
    look = translate("Update", "Look now")
    version = news.version
    match news.stage:
        case UpdateStage.LOOKING:
            return UpdateWords(translate("Update", "Looking…"))
        case UpdateStage.NEWEST:
            return UpdateWords(translate("Update", "This is the newest"), "", look)
        case UpdateStage.THERE:
            line = "\n".join(filter(None, (_there(version), news.notes)))
            return UpdateWords(f"Pult {version}", line, translate("Update", "Download"))
        case UpdateStage.FETCHING:
            fetching = translate("Update", "Downloading Pult {version}…").format(version=version)
            return UpdateWords(fetching)
        case UpdateStage.FETCHED:
            return _fetched(news)
        case UpdateStage.INSTALLING:
            head = translate("Update", "The setup of {version} has started").format(version=version)
            line = translate("Update", "It ends Pult and starts it again. Orders are kept.")
            return UpdateWords(head, line)
    if news.fault is not None:
        return _fault(news.fault, news.detail, look)
    line = translate("Update", "Once a day, outside opening hours, Pult looks by itself.")
    return UpdateWords(translate("Update", "Not looked for yet"), line, look)


def no_update(_notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a newer Pult could not be had."""
    return f"{_fault_head(NoticeCode.NO_UPDATE)}.", _after_fault(NoticeCode.NO_UPDATE)


def not_trusted(_notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: what came is not what the publisher signed."""
    code = NoticeCode.UPDATE_NOT_TRUSTED
    return f"{_fault_head(code)}.", _after_fault(code)


def _there(version: str) -> str:
    words = translate(
        "Update", "Pult {version} is there; it will not install itself while you are open."
    )
    return words.format(version=version)


def _fetched(news: UpdateChanged) -> UpdateWords:
    head = translate("Update", "Pult {version} is ready to install").format(version=news.version)
    parts = []
    if news.shop_open:
        parts.append(translate("Update", "It can be installed once you have closed."))
    elif news.command:
        words = translate("Update", "Close Pult; an administrator then types: {command}")
        parts.append(words.format(command=news.command))
    else:
        parts.append(translate("Update", "Pult ends for a few minutes. Orders are kept."))
    if news.previous:
        words = translate("Update", "The way back is kept: {file}")
        parts.append(words.format(file=news.previous))
    may_install = not news.shop_open and not news.command
    return UpdateWords(
        head, "\n".join(parts), translate("Update", "Install") if may_install else ""
    )


def _fault(fault: UpdateFault, detail: str, look: str) -> UpdateWords:
    parts = (_coded(fault), _after_fault(fault.code), f"({detail})" if detail else "")
    return UpdateWords(_fault_head(fault.code), " ".join(filter(None, parts)), look)


def _coded(fault: UpdateFault) -> str:
    return f"{fault.code.value} · {translate('Update', _FAULTS[fault])}"


def _fault_head(code: NoticeCode) -> str:
    if code is NoticeCode.UPDATE_NOT_TRUSTED:
        return translate("Update", "The newer Pult was not trusted")
    return translate("Update", "No newer Pult could be had")


def _after_fault(code: NoticeCode) -> str:
    safe = translate("Update", "Nothing was changed.")
    if code is NoticeCode.UPDATE_NOT_TRUSTED:
        return f"{safe} {translate('Update', 'Tell the publisher.')}"
    return safe
