"""All that is in the main window: joins calendar, panels, gestures and the gateway."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.actions.action_list import ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.actions.allowed import needs_met_by_all
from praxidesk.ui.actions.checked_actions import check_settings, check_view
from praxidesk.ui.actions.gestures import Gestures
from praxidesk.ui.actions.permission import Permission
from praxidesk.ui.actions.silent_keys import SilentKeys
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar_feed import CalendarFeed, Drawn
from praxidesk.ui.changes.aftermath import Aftermath
from praxidesk.ui.changes.reception import Reception
from praxidesk.ui.changes.step_words import step_words
from praxidesk.ui.changes.telling import Telling
from praxidesk.ui.controls.surface import theme_children
from praxidesk.ui.conversations.conversations import Conversations
from praxidesk.ui.conversations.interruptions import Interruptions
from praxidesk.ui.filtering.filtering import Filtering
from praxidesk.ui.first_run.beginnings import Beginnings
from praxidesk.ui.history.histories import Histories
from praxidesk.ui.holding.placing import Placing
from praxidesk.ui.look.appearance import Appearance
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.overlays.toast import Toast
from praxidesk.ui.patient.patients import Patients
from praxidesk.ui.printing.printing import Printing
from praxidesk.ui.saved_views.saved_views import SavedViews
from praxidesk.ui.search.commanding import Commanding
from praxidesk.ui.settings import DeskSettings, Panel
from praxidesk.ui.shown import whereabouts
from praxidesk.ui.shown.arranging import Arranging
from praxidesk.ui.shown.chosen_actors import ChosenActors
from praxidesk.ui.shown.foresight import Foresight
from praxidesk.ui.shown.shown import Shown, days_shown
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.sign_in.signing_in import SigningIn
from praxidesk.ui.theatre import Theatre
from praxidesk.ui.waiting.waiting_watch import WaitingWatch
from praxidesk.ui.window.actor_menu import ActorMenu
from praxidesk.ui.window.glancing import Glancing
from praxidesk.ui.window.main_window import SMALLEST
from praxidesk.ui.window.selected_details import SelectedDetails
from praxidesk.ui.window.status_report import StatusReport
from praxidesk.ui.window.window_layout import WindowLayout
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import StoreState
from praxidesk.worker.premises import Premises


class Workplace(QWidget):
    """Give it a gateway (started or not), the look and the settings of this desk; show it; that is all."""

    store_wanted = Signal(object)
    """``StoreTurn``: work on another store from now on."""
    other_person = Signal()
    """The same store, and nothing of what this window holds: somebody else is signed in."""
    board_wanted = Signal()
    """Show the OP plan for the wall."""

    def __init__(
        self,
        gateway: Gateway,
        appearance: Appearance,
        settings: DeskSettings,
        today: date | None = None,
        premises: Premises | None = None,
    ) -> None:
        super().__init__()
        self._premises = premises or Premises()
        self._gateway, self._settings = gateway, settings
        self.appearance = appearance
        self._follows_today = today is None
        self._shown = Shown(self._settings.view, today or self.today())
        self.actors = ChosenActors(self._settings)
        self._practice: Practice | None = None
        self.actions_ = Actions(self)
        self.actions_.set_theme(appearance.theme)
        self.parts = WindowLayout(appearance.theme, self.actions_, self._shown.day, self._premises)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.parts)
        self.setMinimumSize(SMALLEST)
        self.toast = Toast(self, appearance.theme, self.parts.centre)
        self.feed = CalendarFeed(gateway, self)
        self.reception = Reception(gateway, self)
        self.foresight = Foresight(self.feed, self.parts.views, self)
        self.details = SelectedDetails(gateway, self.feed, self.parts.views, self.parts.details, self)
        self.interruptions = Interruptions(self)
        self.conversations = Conversations(
            self,
            gateway=gateway,
            appearance=self.appearance,
            actions=self.actions_,
            reception=self.reception,
            feed=self.feed,
            rect_of=self.parts.views.rect_of,
            come=self.interruptions.come,
        )
        self.placing = Placing(self, gateway, settings, self._premises.at)
        self.arranging = Arranging(self, self._settings)
        self.filtering = Filtering(self, self._settings)
        self.filtering.changed.connect(self._show)
        self.saved_views = SavedViews(self, self._settings)
        self.actor_menu = ActorMenu(self)
        self.glancing = Glancing(self, gateway)
        self.waiting = WaitingWatch(self, gateway, settings)
        self.printing = Printing(self, gateway, self._settings)
        self.patients = Patients(self, gateway)
        self.histories = Histories(self, gateway, settings)
        self.commanding = Commanding(self, gateway, self._settings)
        self.beginnings = Beginnings(self, gateway, self.conversations, self.parts, settings)
        self.theatre = Theatre(self, gateway)
        self.signing_in = SigningIn(self, gateway, settings, self._premises)
        self.telling = Telling(self)
        self.report = StatusReport(self, gateway)
        self.aftermath = Aftermath(self)
        self.silent_keys = SilentKeys(self)
        self.permission = Permission(self, gateway)
        self.gestures = Gestures(self)
        check_settings(self.actions_, self._settings)
        check_view(self.actions_, self._settings, self._shown.view)
        self._fold()
        self._connect()
        self._allow()
        if gateway.practice is not None:
            self._on_practice_loaded(None)

    # What the program calls

    @property
    def shown(self) -> Shown:
        """The view and day on screen."""
        return self._shown

    def go_to(self, shown: Shown) -> None:
        """Show this view and day."""
        self._follows_today = self._follows_today and shown.day == self._shown.day
        turned, self._shown = shown.view is not self._shown.view, shown
        self._settings.view = shown.view
        check_view(self.actions_, self._settings, shown.view)
        if self._practice is None:
            self._fold()
            return
        # The view first: the one that goes need not be arranged beside other panels.
        self.parts.views.turn(shown.view)
        self._fold()
        if turned:
            self.parts.side.actors.check(self.actors.of(shown.view))
        self._show()

    def choose_actors(self, codes: Iterable[str]) -> None:
        """Show these actors in the present view; unknown codes are passed over."""
        practice = self._practice
        if practice is not None:
            known = tuple(practice.actor_ids[code] for code in codes if code in practice.actor_ids)
            self.parts.side.actors.check(known)
            self._on_actors_chosen(known)

    def select(self, entry: Entry) -> None:
        """Bring an entry onto the screen and select it."""
        whereabouts.go_to(self, entry)

    @property
    def selected(self) -> Entry | None:
        """The selected entry as it is now."""
        return self.details.entry

    @property
    def selected_all(self) -> tuple[Entry, ...]:
        """All selected entries as they are now."""
        return self.details.entries

    @property
    def practice(self) -> Practice | None:
        """The practice, once it is loaded."""
        return self._practice

    @property
    def zone(self) -> Zone | None:
        """The practice's wall time, once it is loaded."""
        return self._gateway.zone

    @property
    def books_by_line(self) -> bool:
        """Whether a new booking opens as a line to type."""
        return self._settings.books_by_line

    def set_colour_by(self, by: ColourBy) -> None:
        """Colour tiles by type or by practitioner."""
        self._settings.colour_by = by
        check_settings(self.actions_, self._settings)
        if self._practice is not None:
            self.parts.side.show_colours(self._practice, by)
            self._show()

    def arrange(self) -> None:
        """Columns, week or grid were chosen otherwise."""
        check_settings(self.actions_, self._settings)
        check_view(self.actions_, self._settings, self._shown.view)
        self.parts.side.actors.check(self.actors.of(self._shown.view))
        self._show()

    def show_panel(self, panel: Panel) -> None:
        """Show a panel that was put away, as far as the window has room for it."""
        self.actions_[ActionId(panel)].setChecked(True)
        self.refresh_choices()

    def refresh_choices(self) -> None:
        """Something that is checked in the menu has changed."""
        for panel in Panel:
            is_shown = self.actions_[ActionId(panel)].isChecked()
            self._settings.set_panel_shown(panel, self._shown.view, is_shown)
        self._fold()
        self._show()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels fold away where there is no room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() is QEvent.Type.LanguageChange:
            # Before the parts hear it: they say what the actions say.
            self.actions_.retranslate()
            self._allow()
            self.parts.menu.retranslate()
            self.placing.show()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else wanted it, ends the filter; the key of what cannot be done says why."""
        if event.key() == Qt.Key.Key_Escape and self.filtering.filter.is_active:
            self.filtering.clear()
        elif not self.silent_keys.explain(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how large the views are drawn, for the next start."""
        for kind in ViewKind:
            zoom = self.parts.views.zoom(kind)
            if zoom is not None:
                self._settings.set_zoom(kind, zoom)
        super().closeEvent(event)

    # Inside

    def today(self) -> date:
        """The practice's date."""
        zone = self._gateway.zone
        now = self._gateway.now()
        # Before the practice is loaded nobody knows its zone; the first state corrects the day.
        return zone.day_of(now) if zone is not None else datetime.fromtimestamp(now, UTC).date()

    def _connect(self) -> None:
        gateway, parts = self._gateway, self.parts
        gateway.practice_loaded.connect(self._on_practice_loaded)
        gateway.state_changed.connect(self._on_store_state)
        self.feed.state_built.connect(self._on_state_built)
        self.reception.steps_changed.connect(self._allow)
        self.conversations.booking_face_chosen.connect(self._on_booking_face_chosen)
        self.appearance.theme_applied.connect(self._on_theme_applied)
        self.beginnings.store_wanted.connect(self.store_wanted)
        self.signing_in.other_person.connect(self.other_person)
        gateway.signed_in.connect(self._allow)
        self.permission.changed.connect(self._allow)
        parts.side.day_chosen.connect(self._on_day_chosen)
        parts.side.actors_chosen.connect(self._on_actors_chosen)
        parts.side.colour_by_wanted.connect(self.set_colour_by)
        self.details.changed.connect(self._allow)
        parts.views.several_changed.connect(self._allow)

    def _fold(self) -> None:
        self.parts.fold(
            self.width(),
            side=self._settings.is_panel_shown(Panel.SIDE, self._shown.view),
            details=self._settings.is_panel_shown(Panel.DETAILS, self._shown.view),
        )

    @Slot()
    def _show(self) -> None:
        practice = self._practice
        if practice is None:
            return
        days = days_shown(practice, self._shown, self._settings.week_length)
        drawn = Drawn(
            colour_by=self._settings.colour_by,
            cancelled=self.actions_[ActionId.SHOW_CANCELLED].isChecked(),
            grid_minutes=self._settings.grid.minutes,
            filter=self.filtering.filter,
            of_everybody=self._shown.view is ViewKind.ROOMS,
        )
        self.feed.show(days, self.actors.of(self._shown.view), drawn)
        self.parts.side.show_days(self._shown.day, days, self.today())
        self.glancing.follow()
        self.parts.toolbar.show_days(days, self._shown.day if self._shown.whole_month else None)

    @Slot()
    def _allow(self) -> None:
        steps, practice = self.reception.steps, self._practice
        back, again = steps.next_undo(), steps.next_redo()
        self.actions_.allow(
            needs_met_by_all(practice, self.selected_all)
            | self.beginnings.needs_met()
            | self.signing_in.needs_met(),
            undo=step_words(practice, back) if practice and back else "",
            redo=step_words(practice, again) if practice and again else "",
            refusals=self.permission.refusals(),
        )

    # Facts from elsewhere

    @Slot(object)
    def _on_practice_loaded(self, message: object) -> None:  # noqa: ARG002 (the signal's)
        practice = self._gateway.practice
        if practice is None:
            return
        first = self._practice is None
        self._practice = practice
        if first and self._follows_today:
            self._shown = Shown(self._shown.view, self.today())
        self.actors.know(practice)
        self.filtering.know(practice)
        for kind in ViewKind:
            zoom = self._settings.zoom(kind)
            if first and zoom is not None:
                self.parts.views.set_zoom(kind, zoom)
        chosen = self.actors.of(self._shown.view)
        self.parts.side.show_practice(practice, chosen, self._settings.colour_by)
        self.parts.show_calendar()
        self.parts.status.show_premises(self._premises, has_practice=True)
        self.go_to(self._shown)
        if first:
            self.parts.views.view.setFocus()
        else:
            self.feed.reload()
            self.glancing.look_again()
        self._allow()

    @Slot(object)
    def _on_state_built(self, state: CalendarState) -> None:
        self.details.follow(state)
        self.foresight.begin(state)
        self.filtering.mark()

    @Slot(object)
    def _on_store_state(self, state: StoreState) -> None:
        self.beginnings.show_state(state, self._shown.day)

    @Slot(object)
    def _on_booking_face_chosen(self, by_line: bool) -> None:
        self._settings.books_by_line = by_line

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        self.go_to(Shown(self._shown.view, day))

    @Slot(object)
    def _on_actors_chosen(self, actors: tuple[ActorId, ...]) -> None:
        self.actors.choose(self._shown.view, actors)
        check_view(self.actions_, self._settings, self._shown.view)
        self._show()

    @Slot(object)
    def _on_theme_applied(self, theme: Theme) -> None:
        self.actions_.set_theme(theme)
        theme_children(self, theme)
