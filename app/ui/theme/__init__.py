"""The visual language: colours, type, measures, shapes, icons, and the `Theme` that carries them.

Every widget takes a `Theme` as its first argument and connects its own restyling slot
to `theme.changed`.

* `Theme(mode=Mode.SYSTEM, *, dpi=None, text_scale=1.0, reduced_motion=False)`: `.tokens`,
  `.px(design)`, `.real(design)`, `.font(style, px=None)`, `.icon(name, colour, size)`,
  `.paint_icon(...)`, `.paint_shape(...)`, `.apply_to(app)`, `.dpi`,
  `.change(mode=, accent=, dpi=, text_scale=, reduced_motion=)`, signal `changed`.
* `Tokens` (`LIGHT`, `DARK`): colour roles as `#RRGGBB`; `contrast(one, other)`.
* type styles (`app.ui.theme.type.STYLES`): display, headline, due, number_xl, number_l, change,
  given, lead, clock, key, title, column, total, action, button, button_small, body, body_medium,
  body_strong, amount, price, age, mark, small, small_strong, small_tabular.
* `Shape`: OK, WARN, BAD, UNCONFIRMED, READY, PAUSED, LEFT, NEW (and CLOCK, CARD, BAG).
* icons: the file names in resources/icons without `.svg`.
"""

from app.ui.theme.scale import Scale
from app.ui.theme.shapes import Shape, paint_shape
from app.ui.theme.theme import Mode, Theme, system_reduces_motion
from app.ui.theme.tokens import DARK, LIGHT, Tokens, contrast
from app.ui.theme.type import styled_font

__all__ = [
    "DARK",
    "LIGHT",
    "Mode",
    "Scale",
    "Shape",
    "Theme",
    "Tokens",
    "contrast",
    "paint_shape",
    "styled_font",
    "system_reduces_motion",
]
