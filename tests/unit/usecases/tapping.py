"""Any move of staff by its name, with what its dialog would ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.states import Move
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.fail_payment import FailPayment, fail_payment
from app.usecases.print_order import PrintAgain, PrintOrder, print_again, print_order
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_print import SettleSlip, settle_slip
from app.usecases.settle_question import (
    AskAgain,
    SettleQuestion,
    ask_again,
    settle_question,
)
from app.usecases.undo_move import UndoMove, undo_move
from tests.unit.usecases.counter import Counter


def _pay(counter: Counter, order: Order) -> None:
    parts = (PaymentPart(PaymentMethod.CARD, order.due),)
    receive_payment(ReceivePayment(order.id, order.due, parts), counter.desk)


def _give_back(counter: Counter, order: Order) -> None:
    command = ReturnMoney(order.id, order.money_taken, PaymentMethod.CARD)
    return_money(command, counter.desk)


_COMMANDS: Mapping[Move, Callable[[Counter, Order], object]] = {
    Move.ACCEPT: lambda counter, order: counter.accept(order.id),
    Move.REJECT: lambda counter, order: reject_order(RejectOrder(order.id), counter.desk),
    Move.TAKE_PAYMENT: _pay,
    Move.PAYMENT_RECEIVED: _pay,
    Move.PAYMENT_FAILED: lambda counter, order: fail_payment(FailPayment(order.id), counter.desk),
    Move.MONEY_RETURNED: _give_back,
    Move.PRINT: lambda counter, order: print_order(PrintOrder(order.id), counter.desk),
    Move.PRINT_AGAIN: lambda counter, order: print_again(PrintAgain(order.id), counter.desk),
    Move.UNDO: lambda counter, order: undo_move(UndoMove(order.id), counter.desk),
    Move.BRING_BACK: lambda counter, order: bring_back(BringBack(order.id), counter.desk),
    Move.ASK_AGAIN: lambda counter, order: ask_again(AskAgain(order.id), counter.desk),
    Move.IT_HAPPENED: lambda counter, order: settle_question(
        SettleQuestion(order.id, happened=True), counter.desk
    ),
    Move.IT_DID_NOT_HAPPEN: lambda counter, order: settle_question(
        SettleQuestion(order.id, happened=False), counter.desk
    ),
    Move.SLIP_CAME_OUT: lambda counter, order: settle_slip(
        SettleSlip(order.id, came_out=True), counter.desk
    ),
    Move.SLIP_DID_NOT_COME_OUT: lambda counter, order: settle_slip(
        SettleSlip(order.id, came_out=False), counter.desk
    ),
    Move.SEEN: lambda counter, order: see_order(SeeOrder(order.id), counter.desk),
}


def tap(counter: Counter, order: Order, move: Move) -> None:
    """Press a button of the order; raises IllegalMove where it is not possible."""
    command = _COMMANDS.get(move)
    if command is not None:
        command(counter, order)
    else:
        counter.move(move, order.id, reason="in a hurry")
