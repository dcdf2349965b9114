"""Fusion, a palette and one QSS template made from the tokens; stock Qt controls look by it."""

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme.scale import Scale
from app.ui.theme.tokens import Tokens
from app.ui.theme.type import styled_font

_BORDERS = 2  # px, above and below; QSS counts them beside the height
_QSS = Template(
    """
QGroupBox { border: 0; margin: 0; padding: 0; background: transparent; }
QScrollArea, QListView, QAbstractScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${field}px;
  padding: 0 ${pad}px; min-height: ${control}px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: ${small}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
  background: $press; color: $ink3; border-color: $line;
}
QLineEdit[amount="true"] { padding-right: ${unit}px; min-height: ${amount}px; }
QComboBox::drop-down { border: 0; width: ${control}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $ink; border: 1px solid $edge; outline: 0;
  selection-background-color: $accent_pale; selection-color: $accent_text;
}
QComboBox QAbstractItemView::item { min-height: ${target}px; padding: 0 ${pad}px; }
QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: ${gap}px; }
QMenu::item { min-height: ${target}px; padding: 0 ${wide}px; border-radius: ${field}px; }
QMenu::item:selected { background: $accent_pale; color: $accent_text; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: ${gap}px; }
QCheckBox, QRadioButton { color: $ink; spacing: ${pad}px; min-height: ${target}px; }
QToolTip { background: $ink; color: $surface; border: 0; padding: ${small}px; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: ${bar_half}px; min-height: ${target}px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: 0; width: 0; height: 0;
}
"""
)


def style_sheet(tokens: Tokens, scale: Scale) -> str:
    """Return the application's style sheet."""
    measures = {
        "field": 8,
        "pad": 14,
        "small": 8,
        "gap": 4,
        "wide": 20,
        "unit": 44,
        "amount": 60,
        "target": 48,
        "bar": 8,
        "bar_half": 4,
    }
    sizes = {name: str(scale.px(value)) for name, value in measures.items()}
    sizes["control"] = str(scale.px(measures["target"]) - _BORDERS)
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__ if name != "veil_opacity"}
    return _QSS.substitute(colours | sizes)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that Fusion and every plain Qt widget paints with."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.on_bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent_text,
        role.LinkVisited: tokens.accent_text,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.sunken,
        role.Mid: tokens.line,
        role.Dark: tokens.edge,
        role.Shadow: tokens.veil,
        role.Accent: tokens.accent,
    }
    made = QPalette()
    for key, colour in pairs.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.ink3))
    return made


def apply_style(app: QApplication, tokens: Tokens, scale: Scale) -> None:
    """Give the application its style, palette, font and style sheet. Thread: gui."""
    if app.style().objectName().lower() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(tokens))
    app.setFont(styled_font("body", scale.factor))
    app.setStyleSheet(style_sheet(tokens, scale))
