"""What the window imports when it is first opened, by the name of its class: ``openings.BookingSheet(…)``.

Opening the window waits for none of it, and once the window rests a thread of its own imports it all. To add
one: its import for the type checker, and its module below.
"""

# ruff: noqa: PLC0414 - the type checker is told so that these names are offered on

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxidesk.ui.booking.booking_sheet import BookingSheet as BookingSheet
    from praxidesk.ui.booking.session import BookingSession as BookingSession
    from praxidesk.ui.diagnostics.diagnostics_sheet import DiagnosticsSheet as DiagnosticsSheet
    from praxidesk.ui.filtering.filter_sheet import FilterSheet as FilterSheet
    from praxidesk.ui.first_run.demo_sheets import ClosingSheet as ClosingSheet
    from praxidesk.ui.first_run.demo_sheets import MakingSheet as MakingSheet
    from praxidesk.ui.first_run.description_sheet import DescriptionSheet as DescriptionSheet
    from praxidesk.ui.first_run.server_sheet import ServerSheet as ServerSheet
    from praxidesk.ui.first_run.welcome import Welcome as Welcome
    from praxidesk.ui.first_run.wizard_sheet import WizardSheet as WizardSheet
    from praxidesk.ui.history.history_sheet import HistorySheet as HistorySheet
    from praxidesk.ui.history.name_sheet import NameSheet as NameSheet
    from praxidesk.ui.logins.logins_sheet import LoginsSheet as LoginsSheet
    from praxidesk.ui.overlays.cancel_sheet import CancelSheet as CancelSheet
    from praxidesk.ui.overlays.clash_sheet import ClashSheet as ClashSheet
    from praxidesk.ui.overlays.refusal_sheet import RefusalSheet as RefusalSheet
    from praxidesk.ui.overlays.stale_sheet import StaleSheet as StaleSheet
    from praxidesk.ui.patient.card_sheet import CardSheet as CardSheet
    from praxidesk.ui.patient.record_sheet import RecordSheet as RecordSheet
    from praxidesk.ui.practice_settings.absence_sheet import AbsenceSheet as AbsenceSheet
    from praxidesk.ui.practice_settings.settings_sheet import SettingsSheet as SettingsSheet
    from praxidesk.ui.printing.print_sheet import PrintSheet as PrintSheet
    from praxidesk.ui.rules.conflict_list import ConflictList as ConflictList
    from praxidesk.ui.rules.policy_sheet import PolicySheet as PolicySheet
    from praxidesk.ui.saved_views.save_view_sheet import SaveViewSheet as SaveViewSheet
    from praxidesk.ui.saved_views.saved_views_sheet import SavedViewsSheet as SavedViewsSheet
    from praxidesk.ui.search.command_sheet import CommandSheet as CommandSheet
    from praxidesk.ui.search.search_sheet import SearchSheet as SearchSheet
    from praxidesk.ui.series.combined_session import CombinedSession as CombinedSession
    from praxidesk.ui.series.combined_sheet import CombinedSheet as CombinedSheet
    from praxidesk.ui.series.scope_session import ScopeSession as ScopeSession
    from praxidesk.ui.series.scope_sheet import ScopeSheet as ScopeSheet
    from praxidesk.ui.series.series_session import SeriesSession as SeriesSession
    from praxidesk.ui.series.series_sheet import SeriesSheet as SeriesSheet
    from praxidesk.ui.sign_in.password_sheet import PasswordSheet as PasswordSheet
    from praxidesk.ui.sign_in.sign_in_sheet import SignInSheet as SignInSheet
    from praxidesk.ui.table_import.import_sheet import ImportSheet as ImportSheet
    from praxidesk.ui.waiting.waiting_panel import WaitingPanel as WaitingPanel

MODULES = {
    "BookingSheet": "praxidesk.ui.booking.booking_sheet",
    "BookingSession": "praxidesk.ui.booking.session",
    "SearchSheet": "praxidesk.ui.search.search_sheet",
    "CommandSheet": "praxidesk.ui.search.command_sheet",
    "WaitingPanel": "praxidesk.ui.waiting.waiting_panel",
    "RefusalSheet": "praxidesk.ui.overlays.refusal_sheet",
    "CancelSheet": "praxidesk.ui.overlays.cancel_sheet",
    "ClashSheet": "praxidesk.ui.overlays.clash_sheet",
    "StaleSheet": "praxidesk.ui.overlays.stale_sheet",
    "FilterSheet": "praxidesk.ui.filtering.filter_sheet",
    "CardSheet": "praxidesk.ui.patient.card_sheet",
    "RecordSheet": "praxidesk.ui.patient.record_sheet",
    "ConflictList": "praxidesk.ui.rules.conflict_list",
    "PolicySheet": "praxidesk.ui.rules.policy_sheet",
    "SeriesSession": "praxidesk.ui.series.series_session",
    "SeriesSheet": "praxidesk.ui.series.series_sheet",
    "CombinedSession": "praxidesk.ui.series.combined_session",
    "CombinedSheet": "praxidesk.ui.series.combined_sheet",
    "ScopeSession": "praxidesk.ui.series.scope_session",
    "ScopeSheet": "praxidesk.ui.series.scope_sheet",
    "SaveViewSheet": "praxidesk.ui.saved_views.save_view_sheet",
    "SavedViewsSheet": "praxidesk.ui.saved_views.saved_views_sheet",
    "AbsenceSheet": "praxidesk.ui.practice_settings.absence_sheet",
    "SettingsSheet": "praxidesk.ui.practice_settings.settings_sheet",
    "PrintSheet": "praxidesk.ui.printing.print_sheet",
    "HistorySheet": "praxidesk.ui.history.history_sheet",
    "NameSheet": "praxidesk.ui.history.name_sheet",
    "WizardSheet": "praxidesk.ui.first_run.wizard_sheet",
    "DescriptionSheet": "praxidesk.ui.first_run.description_sheet",
    "MakingSheet": "praxidesk.ui.first_run.demo_sheets",
    "ClosingSheet": "praxidesk.ui.first_run.demo_sheets",
    "ServerSheet": "praxidesk.ui.first_run.server_sheet",
    "ImportSheet": "praxidesk.ui.table_import.import_sheet",
    "SignInSheet": "praxidesk.ui.sign_in.sign_in_sheet",
    "PasswordSheet": "praxidesk.ui.sign_in.password_sheet",
    "LoginsSheet": "praxidesk.ui.logins.logins_sheet",
    "DiagnosticsSheet": "praxidesk.ui.diagnostics.diagnostics_sheet",
    "Welcome": "praxidesk.ui.first_run.welcome",
}
"""Where each is, those first that are opened most: in this order they are fetched once the window rests."""


def fetch() -> None:
    """Import all of it, one after the other; for a thread of its own, once the window rests."""
    for name in MODULES:
        _opened(name)


def _opened(name: str) -> type:
    """The class of that name, which is imported now if it has not been."""
    if name not in MODULES:
        raise AttributeError(f"nothing is opened by the name of {name}")
    found: type = getattr(import_module(MODULES[name]), name)
    globals()[name] = found
    return found


if not TYPE_CHECKING:
    # The type checker knows the names there are, and shall tell of any other.
    __getattr__ = _opened
