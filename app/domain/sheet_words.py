"""The fixed words of sheets, per language of the till."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class SheetWords:
    """`{printer}`, `{width}` and `{number}` stand for what is put in."""

    ruler: str
    ruler_notes: tuple[str, ...]
    proof: str
    proof_notes: tuple[str, ...]
    number: str
    number_notes: tuple[str, ...]


SHEET_WORDS: Final[Mapping[str, SheetWords]] = {
    "en": SheetWords(
        ruler="Ruler of “{printer}”",
        ruler_notes=(
            "Now set: {width} letters a line.",
            "Choose the largest number that still stands at the end of its own line.",
        ),
        proof="Proof sheet of “{printer}”",
        proof_notes=("On the screen, tap the number of each line whose letters all look right.",),
        number="Is this printer beside you?",
        number_notes=("Tap this number on Pult's screen.",),
    ),
    "hu": SheetWords(
        ruler="Vonalzó: „{printer}”",
        ruler_notes=(
            "Most beállítva: soronként {width} betű.",
            "Válassza a legnagyobb számot, amely még a saját sora végén áll.",
        ),
        proof="Próbalap: „{printer}”",
        proof_notes=("Koppintson a képernyőn minden olyan sor számára, amelynek jók a betűi.",),
        number="Ez a nyomtató van Ön mellett?",
        number_notes=("Koppintson erre a számra a Pult képernyőjén.",),
    ),
    "de": SheetWords(
        ruler="Lineal von „{printer}“",
        ruler_notes=(
            "Jetzt eingestellt: {width} Zeichen je Zeile.",
            "Die größte Zahl wählen, die noch am Ende ihrer eigenen Zeile steht.",
        ),
        proof="Probeblatt von „{printer}“",
        proof_notes=(
            "Auf dem Bildschirm die Nummer jeder Zeile antippen, deren Zeichen alle stimmen.",
        ),
        number="Steht dieser Drucker neben Ihnen?",
        number_notes=("Diese Nummer auf dem Bildschirm von Pult antippen.",),
    ),
    "es": SheetWords(
        ruler="Regla de «{printer}»",
        ruler_notes=(
            "Ajuste actual: {width} letras por línea.",
            "Elija el número mayor que aún está al final de su propia línea.",
        ),
        proof="Hoja de prueba de «{printer}»",
        proof_notes=("En la pantalla, toque el número de cada línea con todas las letras bien.",),
        number="¿Está esta impresora a su lado?",
        number_notes=("Toque este número en la pantalla de Pult.",),
    ),
}
