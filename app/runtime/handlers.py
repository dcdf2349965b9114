"""Which function carries out which command."""

from __future__ import annotations

from collections.abc import Mapping

from app.runtime.core import Handler
from app.usecases.accept_order import AcceptOrder, accept_order
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.carry_payment import CarryPayment, carry_payment
from app.usecases.change_person import WorkAs, work_as
from app.usecases.close_day import CloseDay, OpenDay, close_day, open_day
from app.usecases.close_shift import CloseShift, close_shift
from app.usecases.collect_orders import (
    CollectOrders,
    UndoCollected,
    collect_orders,
    undo_collected,
)
from app.usecases.erase_customer import EraseCustomer, erase_customer
from app.usecases.fail_payment import FailPayment, fail_payment
from app.usecases.handle_scan import (
    BeginPayment,
    EndPayment,
    HandleScan,
    begin_payment,
    end_payment,
    handle_scan,
)
from app.usecases.import_catalogue import ImportCatalogue, import_catalogue
from app.usecases.keep_pages import KeepPages, keep_pages
from app.usecases.keep_person import (
    DropBadge,
    ErasePerson,
    KeepBadge,
    KeepPerson,
    PrintBadge,
    RemovePerson,
    WaitForBadge,
    drop_badge,
    erase_person,
    keep_badge,
    keep_person,
    print_badge,
    remove_person,
    wait_for_badge,
)
from app.usecases.keep_product import KeepProduct, RemoveProduct, keep_product, remove_product
from app.usecases.keep_template import KeepTemplate, keep_template
from app.usecases.mark_sold_out import MarkSoldOut, PutOnSale, mark_sold_out, put_on_sale
from app.usecases.move_cash import MoveCash, move_cash
from app.usecases.move_order import MoveOrder, move_order
from app.usecases.need_pin import giving_back
from app.usecases.not_in_register import (
    MapArticle,
    RungUp,
    SendToRegister,
    map_article,
    rung_up,
    send_to_register,
)
from app.usecases.note_presence import DismissAbsence, dismiss_absence
from app.usecases.open_drawer import OpenDrawer, open_drawer
from app.usecases.open_shift import OpenShift, open_shift
from app.usecases.pause_vendor import PauseVendor, ResumeVendor, pause_vendor, resume_vendor
from app.usecases.place_practice import PlacePractice, place_practice
from app.usecases.place_walkin import PlaceWalkin, place_walkin
from app.usecases.print_order import PrintAgain, PrintOrder, print_again, print_order
from app.usecases.quarantine import Dismiss, TryAgain, dismiss, try_again
from app.usecases.receive_callback import ReceiveCallback, receive_callback
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.receive_report import MissReport, ReceiveReport, miss_report, receive_report
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.remember_device import RememberDevice, remember_device
from app.usecases.restore_catalogue import RestoreCatalogue, restore_catalogue
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.scan_card import (
    AskForCard,
    DropWaitingCard,
    ShowOnScreen,
    TieWaitingCard,
    ask_for_card,
    drop_waiting_card,
    show_on_screen,
    tie_waiting_card,
)
from app.usecases.see_order import OpenOrder, SeeOrder, open_order, see_order
from app.usecases.set_routes import SetRoutes, set_routes
from app.usecases.settle_print import SettleSlip, SettleSlips, settle_slip, settle_slips
from app.usecases.settle_question import AskAgain, SettleQuestion, ask_again, settle_question
from app.usecases.settling import TickSettled, tick_settled
from app.usecases.signing import by_staff
from app.usecases.sound_buzzer import SoundBuzzer, sound_buzzer
from app.usecases.tie_card import (
    LeavePoints,
    TieCard,
    TryPointsAgain,
    UntieCard,
    leave_points,
    tie_card,
    try_points_again,
    untie_card,
)
from app.usecases.try_pin import AskPin, SettlePin, TryPin, ask_pin, settle_pin, try_pin
from app.usecases.undo_move import UndoMove, undo_move
from app.usecases.waiting_slips import (
    MoveSlips,
    RetrySlips,
    SkipSlips,
    move_slips,
    retry_slips,
    skip_slips,
)

_BY_ITSELF: Mapping[type, Handler] = {
    AskPin: ask_pin,
    DropBadge: drop_badge,
    ErasePerson: erase_person,
    KeepBadge: keep_badge,
    PrintBadge: print_badge,
    KeepPerson: keep_person,
    MissReport: miss_report,
    ReceiveCallback: receive_callback,
    ReceiveReport: receive_report,
    RememberDevice: remember_device,
    RemovePerson: remove_person,
    SetRoutes: set_routes,
    SettlePin: settle_pin,
    TryPin: try_pin,
    WaitForBadge: wait_for_badge,
    WorkAs: work_as,
}
"""What vendors and devices bring about, and what changes no order."""

_BY_STAFF: Mapping[type, Handler] = {
    AcceptOrder: accept_order,
    AskAgain: ask_again,
    AskForCard: ask_for_card,
    BeginPayment: begin_payment,
    BringBack: bring_back,
    CarryPayment: carry_payment,
    CloseDay: close_day,
    CloseShift: close_shift,
    CollectOrders: collect_orders,
    Dismiss: dismiss,
    DismissAbsence: dismiss_absence,
    DropWaitingCard: drop_waiting_card,
    EndPayment: end_payment,
    EraseCustomer: erase_customer,
    FailPayment: fail_payment,
    HandleScan: handle_scan,
    ImportCatalogue: import_catalogue,
    KeepPages: keep_pages,
    KeepProduct: keep_product,
    KeepTemplate: keep_template,
    LeavePoints: leave_points,
    MapArticle: map_article,
    MarkSoldOut: mark_sold_out,
    MoveCash: move_cash,
    MoveOrder: move_order,
    MoveSlips: move_slips,
    OpenDay: open_day,
    OpenDrawer: open_drawer,
    OpenOrder: open_order,
    OpenShift: open_shift,
    PauseVendor: pause_vendor,
    PlacePractice: place_practice,
    PlaceWalkin: place_walkin,
    PrintAgain: print_again,
    PrintOrder: print_order,
    PutOnSale: put_on_sale,
    ReceivePayment: receive_payment,
    RejectOrder: reject_order,
    RemoveProduct: remove_product,
    RestoreCatalogue: restore_catalogue,
    ResumeVendor: resume_vendor,
    RetrySlips: retry_slips,
    ReturnMoney: return_money,
    RungUp: rung_up,
    SeeOrder: see_order,
    SendToRegister: send_to_register,
    SettleQuestion: settle_question,
    SettleSlip: settle_slip,
    SettleSlips: settle_slips,
    ShowOnScreen: show_on_screen,
    SkipSlips: skip_slips,
    SoundBuzzer: sound_buzzer,
    TieCard: tie_card,
    TieWaitingCard: tie_waiting_card,
    TickSettled: tick_settled,
    TryAgain: try_again,
    TryPointsAgain: try_points_again,
    UndoCollected: undo_collected,
    UndoMove: undo_move,
    UntieCard: untie_card,
}
"""What a person does; its events name who works at this till."""

HANDLERS: Mapping[type, Handler] = {
    command: giving_back(handler)
    for command, handler in (
        *_BY_ITSELF.items(),
        *((command, by_staff(handler)) for command, handler in _BY_STAFF.items()),
    )
}
