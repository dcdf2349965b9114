"""The dialogs about orders, slips and ids; each is opened with `DialogLayer.open`.

All take `(theme, shop, dispatch, …)`; `shop` is `app.usecases.desk.Shop`. Names in quotes are the
accessible names.

* `OrderDialogs(theme, shop, dispatch, layer)`: opens the right one for a move and keeps it up to
  date. `.open_for(move, snapshot)`, `.show_order(snapshot)` on every changed order.
* `PaymentDialog(theme, shop, dispatch, snapshot)` "Payment for A-42"
* `RejectDialog(theme, shop, dispatch, snapshot, *, reason_required=False)` "Reject A-42"
* `HandOverUnpaidDialog(theme, shop, dispatch, snapshot)` "Hand over A-42 unpaid"
* `LoyaltyCardDialog(theme, shop, dispatch, snapshot)` "Loyalty card for A-42"
* `MoneyReturnedDialog(theme, shop, dispatch, snapshot)` "Money back for A-42"
  These five have `.show_order(snapshot)`.
* `OrderNumberDialog(theme, orders, vendors)` "Order number"; `vendors` are (name, title) pairs.
  Signals `order_chosen(order_id)`, `look_up_requested(vendor, text)`; then
  `.look_up_answered(LookUpAnswered)`.
* `NotInRegisterDialog(theme, dispatch, entries, titles, typed)` "Not in register"; `.mapped`,
  `.show_entries(NotInRegisterChanged)`.
* `SlipQuestionsDialog(theme, shop, dispatch, questions)` "Slips to look at";
  `.show_questions(SlipQuestionsChanged)`.
* `WaitingSlipsDialog(theme, printer, slips, now)` "Slips that wait for “counter”";
  `.show_slips(slips, now)`; `OtherPrinterDialog(theme, printers)` "Other printer" (both in
  `dialogs/waiting_slips.py`).
* `QuarantineDialog(theme, shop, dispatch, entries, titles)` "Orders the vendor does not know";
  `.show_entries(QuarantineChanged)`; `titles` are vendor titles by name.
"""

from app.ui.dialogs.hand_over_unpaid import HandOverUnpaidDialog
from app.ui.dialogs.loyalty_card import LoyaltyCardDialog
from app.ui.dialogs.money_returned import MoneyReturnedDialog
from app.ui.dialogs.not_in_register import NotInRegisterDialog
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.order_dialogs import OrderDialogs
from app.ui.dialogs.order_number import OrderNumberDialog
from app.ui.dialogs.payment import PaymentDialog
from app.ui.dialogs.quarantine import QuarantineDialog
from app.ui.dialogs.reject import RejectDialog
from app.ui.dialogs.slip_questions import SlipQuestionsDialog

__all__ = [
    "HandOverUnpaidDialog",
    "LoyaltyCardDialog",
    "MoneyReturnedDialog",
    "NotInRegisterDialog",
    "OrderDialog",
    "OrderDialogs",
    "OrderNumberDialog",
    "PaymentDialog",
    "QuarantineDialog",
    "RejectDialog",
    "SlipQuestionsDialog",
]
