"""Which language the screen speaks: our texts, and those of Qt itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from app.settings.resources import resource_path


class ScreenLanguage(QObject):
    """Lets every text made from now on be of one language; what stands already stays as it is.

    Thread: gui. English is loaded like the others: its plural forms are in a file too.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Speak nothing but the texts of the source yet."""
        super().__init__(parent)
        self._spoken = ""
        self._ours = QTranslator(self)
        self._of_qt = QTranslator(self)
        self._texts = b""

    def speak(self, language: str) -> None:
        """Speak `language` (en, hu, es, de) from now on."""
        if language == self._spoken:
            return
        self.be_silent()
        self._spoken = language
        QLocale.setDefault(QLocale(language))
        # Asked in the order opposite to this: our own texts come first.
        texts_of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._of_qt.load(f"qtbase_{language}", texts_of_qt):
            QCoreApplication.installTranslator(self._of_qt)
        # Read whole: a file would be mapped, and whoever wrote it anew would end the program.
        texts = resource_path(f"translations/pult_{language}.qm").read_bytes()
        if self._ours.load(texts):
            QCoreApplication.installTranslator(self._ours)
        self._texts = texts  # Qt looks into it and copies nothing

    def be_silent(self) -> None:
        """Let the texts of the source stand again."""
        self._spoken = ""
        for each in (self._ours, self._of_qt):
            QCoreApplication.removeTranslator(each)
