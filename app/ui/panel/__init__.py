"""The order panel: everything about the opened order, and its moves in their fixed places.

* `OrderPanel(theme, shop, dispatch, *, now=utc_now, limits=LIMITS)`: a `Group` called
  "Order A-42". `dispatch(command)` is called with the commands of app.usecases, once a press.
  `.show_order(snapshot | None)` opens an order, or updates the one shown in place;
  `.snapshot`, `.order_id`; `.command_refused(CommandRefused)` wakes a button in flight;
  `.set_moves_enabled(bool)` rests the foot while a dialog is open; `.refresh_age()` every 5 s;
  `.set_wide(bool)`: lines left, facts and moves right (portrait, 600 high).
  Signals: `close_pressed`; `dialog_wanted(move, snapshot)` for Reject, Take payment, Hand over
  unpaid and Money returned (connect it to `OrderDialogs.open_for`); `moved(order_id, move)` after
  a move went to the core, for `after_move = "next"`; `skip_wanted`, `retry_wanted` and
  `printer_wanted` for slips that wait (connect them to `SlipDesk`).
* `places_of(snapshot) -> Places`: which move stands where; pure.
"""

from app.ui.panel.order_panel import OrderPanel
from app.ui.panel.places import Places, places_of

__all__ = ["OrderPanel", "Places", "places_of"]
