"""Everything a practice is made of, to change; what that affects is shown before it is saved."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from praxidesk.engine.at_work import settings_page
from praxidesk.engine.history import HistoryFilter, HistoryLine, Topic
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import DraftEffects, DraftRefused, DraftStale, PracticeDraft
from praxidesk.engine.walltime import Zone
from praxidesk.ui.booking.verdict import Verdict, VerdictKind
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.read_field import refused_in
from praxidesk.ui.controls.rule import Rule
from praxidesk.ui.controls.surface import Surface
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.history.last_saver import LastSaver
from praxidesk.ui.look.fonts import BASE, HEADING, REGULAR, SEMIBOLD
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer
from praxidesk.ui.overlays.sheet import Sheet
from praxidesk.ui.practice_settings.affected_list import AffectedList
from praxidesk.ui.practice_settings.clash_page import ClashPage, clash_text
from praxidesk.ui.practice_settings.clock_field import finish_typing
from praxidesk.ui.practice_settings.draft_questions import DraftQuestions
from praxidesk.ui.practice_settings.draft_rows import Clashes, DraftRows, Handle
from praxidesk.ui.practice_settings.settings_body import SettingsBody
from praxidesk.ui.practice_settings.settings_change import settings_change
from praxidesk.ui.wording.error_words import worded
from praxidesk.worker.gateway import Gateway

WIDTH = 1120
_BESIDE = 32


class _Mode(Enum):
    EDITING = "editing"
    LOOKING = "looking"
    """Whom the changes affect is not known yet."""
    AFFECTED = "affected"
    """The list is shown; saving waits for a yes."""
    CHOOSING = "choosing"
    """Another desk has changed the same: whose stays is chosen first."""
    SAVING = "saving"
    LEAVING = "leaving"
    """Esc was pressed, and something is not saved."""


class SettingsSheet(Sheet):
    """Ctrl+S saves, Esc goes back a step and asks before anything is lost."""

    saved = Signal(object)
    """``tuple[SettingsChange | None, str]``: what takes it back, if anything can; and what is said of it."""

    record_changed = Signal()
    """Another page is shown."""

    def __init__(
        self, window: QWidget, theme: Theme, gateway: Gateway, practice: Practice, zone: Zone
    ) -> None:
        super().__init__(window, theme, min(WIDTH, window.width() - _BESIDE))
        self._gateway = gateway
        self._zone = zone
        self._mode = _Mode.EDITING
        self._others = ""
        """What another desk has changed of the same rows, as far as it was heard."""
        self._asked: list[Handle] = []
        """The rows of the draft that was asked about, in its order."""
        self._saving = PracticeDraft()
        self.rows = DraftRows(practice)
        self.questions = DraftQuestions(gateway, self)
        self.body = SettingsBody(theme, self.rows, zone.day_of(gateway.now()))
        self.affected = AffectedList(theme, practice, zone)
        self.clashes = ClashPage(theme)
        self.message = ToneLabel(theme, "", BASE, REGULAR, Tone.DANGER)
        self.message.setWordWrap(True)
        self.editors = Verdict(theme)
        self.editors.hide()
        self.stack = QStackedWidget()
        self._fill(theme)
        for key, answer in self._keys():
            self.listen(key, answer)
        self.body.edited.connect(self._on_edited)
        self.body.turned.connect(self.record_changed)
        self.questions.previewed.connect(self._on_previewed)
        self.questions.refused.connect(self._on_refused)
        self.questions.became_stale.connect(self._on_stale)
        self.questions.went_wrong.connect(self._on_went_wrong)
        self.questions.saved.connect(self._on_saved)
        gateway.practice_loaded.connect(self._on_practice_loaded)
        self._follow()

    def open(self) -> None:
        """Show it; the pages have the keys."""
        super().open()
        self.body.pages.setFocus()

    @property
    def record(self) -> str:
        """The page that is shown, as the other desks are told."""
        return settings_page(self.body.page.value)

    def say_editors(self, text: str) -> None:
        """Who has the same page open at another desk; empty for nobody."""
        self.editors.setVisible(bool(text))
        if text:
            self.editors.say(VerdictKind.NOTE, (text,))
        self.follow_content()

    def dismiss(self) -> None:
        """Escape: back from the list, or out, unless something is not saved."""
        if self._mode in {_Mode.AFFECTED, _Mode.CHOOSING, _Mode.LEAVING}:
            self._turn(_Mode.EDITING)
            return
        finish_typing()
        if self._mode is _Mode.SAVING:
            return
        if self.rows.count():
            self._turn(_Mode.LEAVING)
            self.save.setFocus()
        else:
            self.close_sheet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never wider than the window."""
        self.card.setFixedWidth(min(WIDTH, self.width() - _BESIDE))
        super().resizeEvent(event)

    def _keys(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        return (("Ctrl+S", self._on_save), ("Ctrl+N", self.body.begin_new))

    def _fill(self, theme: Theme) -> None:
        title = self.tr("Settings of the practice")
        self.setAccessibleName(title)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 12)
        head.setSpacing(4)
        head.addWidget(ToneLabel(theme, title, HEADING, SEMIBOLD))
        head.addWidget(self.message)
        head.addWidget(self.editors)
        self.message.hide()
        self.stack.addWidget(self.body)
        for inside in (self.affected, self.clashes):
            page = Surface(theme, "raised")
            inner = QVBoxLayout(page)
            inner.setContentsMargins(24, 16, 24, 16)
            inner.addWidget(inside, 1)
            self.stack.addWidget(page)
        self.card.column.addLayout(head)
        self.card.column.addWidget(Rule(theme, Qt.Orientation.Horizontal))
        self.card.column.addWidget(self.stack, 1)
        self.card.column.addWidget(self._footer(theme))

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        self.state = ToneLabel(theme, "", BASE, REGULAR, Tone.SECOND)
        self.drop = KeyButton(theme, ButtonKind.DANGER)
        self.back = KeyButton(theme, key=self.tr("Esc"))
        self.save = KeyButton(theme, ButtonKind.PRIMARY, key=self.tr("Ctrl+S"))
        self.drop.clicked.connect(self._on_drop)
        self.back.clicked.connect(self.dismiss)
        self.save.clicked.connect(self._on_save_clicked)
        row: QHBoxLayout = footer.row
        row.addWidget(self.state)
        row.addStretch(1)
        for button in (self.drop, self.back, self.save):
            row.addWidget(button)
        return footer

    def _turn(self, mode: _Mode) -> None:
        self._mode = mode
        self._follow()

    def _follow(self) -> None:
        mode, count = self._mode, self.rows.count()
        self.stack.setCurrentIndex({_Mode.AFFECTED: 1, _Mode.CHOOSING: 2}.get(mode, 0))
        # Whoever presses the keys for saving twice has chosen nothing.
        self.save.say(*self._save_words(mode))
        self.save.setEnabled(bool(count) and mode not in {_Mode.LOOKING, _Mode.SAVING})
        self.back.say(
            {
                _Mode.AFFECTED: self.tr("Back"),
                _Mode.CHOOSING: self.tr("Back"),
                _Mode.LEAVING: self.tr("Go on editing"),
            }.get(mode, self.tr("Close"))
        )
        self.back.setEnabled(mode is not _Mode.SAVING)
        self.drop.say(self.tr("Drop changes") if mode is _Mode.LEAVING else self.tr("Take back"))
        shown = self.body.handle
        can_take_back = mode is _Mode.EDITING and shown is not None and self.rows.is_changed(shown)
        self.drop.setVisible(mode is _Mode.LEAVING or can_take_back)
        self.state.say(self._state_words(count))

    def _save_words(self, mode: _Mode) -> tuple[str, str]:
        if mode is _Mode.CHOOSING:
            return self.tr("Save the choice"), ""
        words = self.tr("Save all the same") if mode is _Mode.AFFECTED else self.tr("Save")
        return words, self.tr("Ctrl+S")

    def _state_words(self, count: int) -> str:
        match self._mode:
            case _Mode.LOOKING:
                return self.tr("Looking whom it affects …")
            case _Mode.SAVING:
                return self.tr("Saving …")
            case _Mode.LEAVING:
                return self.tr("Some of it is not saved. Close all the same?")
            case _:
                return (
                    self.tr("%n change(s) not saved", "", count) if count else self.tr("Everything is saved")
                )

    def _say(self, text: str) -> None:
        self.message.say(text)
        self.message.setVisible(bool(text))
        self.follow_content()

    @Slot()
    def _on_edited(self) -> None:
        self._say(self._others)
        self._turn(_Mode.EDITING)

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._mode is not _Mode.CHOOSING:
            self._on_save()
            return
        self._others = ""
        self.rows.decide(self.clashes.clashes, self.clashes.chosen())
        self.body.refresh()
        self._turn(_Mode.EDITING)
        if self.rows.count():
            self._on_save()
        else:
            self._say(self.tr("Everything stays as the other desk has saved it."))

    @Slot()
    def _on_save(self) -> None:
        finish_typing()
        if refused_in(self.body) is not None:
            return
        if not self.rows.count() or self._mode in {_Mode.LOOKING, _Mode.CHOOSING, _Mode.SAVING}:
            return
        is_agreed = self._mode is _Mode.AFFECTED
        self._say("")
        self._asked = self.rows.changed()
        self._turn(_Mode.SAVING if is_agreed else _Mode.LOOKING)
        if is_agreed:
            self._send()
        else:
            self.questions.preview(self.rows.draft())

    @Slot(object)
    def _on_previewed(self, effects: DraftEffects) -> None:
        if self._mode is not _Mode.LOOKING:
            return  # somebody went on editing meanwhile
        if effects.count:
            self.affected.show_effects(effects)
            self._turn(_Mode.AFFECTED)
            self.save.setFocus()
        else:
            self._turn(_Mode.SAVING)
            self._send()

    def _send(self) -> None:
        self._saving = self.rows.draft()
        self.questions.save(self._saving)

    @Slot(object)
    def _on_refused(self, refused: DraftRefused) -> None:
        self._turn(_Mode.EDITING)
        errors: dict[Handle, dict[str, str]] = {}
        for each in refused.errors:
            if 0 <= each.row < len(self._asked):
                errors.setdefault(self._asked[each.row], {})[each.error.field] = worded(each.error)
        others = [worded(each.error) for each in refused.errors if not 0 <= each.row < len(self._asked)]
        nothing = self.tr("Nothing was saved: something is not right yet.")
        self._say(" ".join([nothing, *others]))
        self.body.show_errors(errors)

    @Slot(object)
    def _on_stale(self, stale: DraftStale) -> None:
        practice = self._gateway.practice
        names = [row.name for row in stale.rows]
        if stale.policy:
            names.append(self.tr("Rules of booking"))
        clashes = self.rows.follow(practice) if practice is not None else Clashes()
        self.body.refresh()
        said = self.tr("Nothing was saved: another desk has changed {names} meanwhile.")
        said = said.format(names=", ".join(names))
        if clashes:
            self._say(said)
            self.clashes.show_clashes(clashes, self.rows.all_rows())
            self._turn(_Mode.CHOOSING)
            self.back.setFocus()
            saver = LastSaver(self._gateway, self._zone, HistoryFilter(topic=Topic.SETTINGS), self)
            saver.found.connect(self._on_savers_found)
            return
        self._turn(_Mode.EDITING)
        kept = self.tr("What they changed is taken over, and your changes are still here: save once more.")
        self._say(f"{said} {kept}")

    @Slot(object)
    def _on_savers_found(self, lines: tuple[HistoryLine, ...]) -> None:
        practice = self._gateway.practice
        if practice is not None and self._mode is _Mode.CHOOSING:
            self.clashes.say_savers(practice, self._zone, lines, self._gateway.now())

    @Slot(object)
    def _on_went_wrong(self, message: str) -> None:
        self._turn(_Mode.EDITING)
        self._say(message)

    @Slot()
    def _on_saved(self) -> None:
        practice = self._gateway.practice
        if practice is not None:
            self.rows.settle(practice)
        self.body.refresh()
        self._turn(_Mode.EDITING)
        self._say("")
        change = settings_change(self._saving, practice) if practice is not None else None
        self.saved.emit((change, self.tr("Settings saved.")))

    @Slot()
    def _on_drop(self) -> None:
        if self._mode is _Mode.LEAVING:
            self.close_sheet()
        else:
            self.body.take_back()

    @Slot(object)
    def _on_practice_loaded(self, message: object) -> None:  # noqa: ARG002 (the signal's)
        practice = self._gateway.practice
        if practice is None or self.questions.is_saving or self.isHidden():
            return
        clashes = self.rows.follow(practice)
        self.body.follow()
        self._others = clash_text(clashes)
        if self._mode is _Mode.EDITING:
            self._say(self._others)
        elif self._mode is _Mode.CHOOSING and clashes:
            self.clashes.show_clashes(clashes, self.rows.all_rows())
        elif self._mode is _Mode.CHOOSING:
            self._mode = _Mode.EDITING
        self._follow()
