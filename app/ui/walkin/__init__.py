"""Walk-in orders: the dialog in which an amount or products are keyed in."""
