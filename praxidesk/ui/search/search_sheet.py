"""Finds patients and entries as one types; Enter on a patient books, on an entry goes there."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.walltime import Zone
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.look.theme_sheet import ButtonKind
from praxidesk.ui.overlays.footer import Footer, Hint
from praxidesk.ui.search.found_blocks import found_blocks
from praxidesk.ui.search.found_layout import Block, Kind, Spot
from praxidesk.ui.search.found_line import FoundLine, entry_line, patient_line
from praxidesk.ui.search.found_list import FoundList
from praxidesk.ui.search.found_pages import FoundPages
from praxidesk.ui.search.query_sheet import TypedSheet
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway

_TALLEST = 600
_AROUND = 230
"""Pixels of a window that the list leaves to everything else."""
_LONGEST_SHOWN = 24
"""Characters of what was typed that a hint repeats."""


class SearchSheet(TypedSheet):
    """Patients and entries of any time, with how many there are."""

    booking_wanted = Signal(object)
    """``PatientOnEntry``."""
    next_free_wanted = Signal(object)
    """``PatientOnEntry``: and the first proposal at once."""
    card_wanted = Signal(object)
    """``PatientOnEntry``."""
    entry_wanted = Signal(object)
    """``Entry``: go there."""
    new_patient_wanted = Signal(object)
    """``str``: book for somebody of this name."""

    def __init__(self, window: QWidget, theme: Theme, gateway: Gateway, place: tuple[Practice, Zone]) -> None:
        super().__init__(window, theme, Icon.SEARCH)
        self._gateway = gateway
        self._practice, self._zone = place
        self._opened: set[Kind] = set()
        self._chosen: PatientOnEntry | Entry | None = None
        """Whoever or whatever the line chosen is."""
        self._is_taken = False
        """Enter was pressed before the answer to what is typed had come."""
        self.pages = FoundPages(gateway, self)
        self.list = FoundList(theme, self._line)
        self.card.column.addWidget(self.list)
        self.card.column.addWidget(self._footer(theme))
        self.field.setPlaceholderText(self.tr("Patient, appointment, date …"))
        self.field.setAccessibleName(self.tr("Search"))
        self.field.textChanged.connect(self._on_typed)
        self.stepped.connect(self.list.step)
        self.paged.connect(self._on_paged)
        self.grouped.connect(self.list.group)
        self.taken.connect(self._on_enter)
        self.list.moved.connect(self._on_moved)
        self.list.taken.connect(self._on_taken)
        self.list.missing.connect(self._on_missing)
        self.pages.changed.connect(self._on_found)
        self.pages.grown.connect(self.list.refresh)
        self.pages.renewed.connect(self._on_renewed)
        self.pages.became_late.connect(self._on_late)
        self.listen("Alt+F", self._on_next_free)
        self.listen("Alt+J", self._on_next)
        self.listen("Ctrl+Return", self._on_card)
        self.listen("Ctrl+Enter", self._on_card)
        self.listen("Ctrl+N", self._on_new)
        self._show(None)

    # What is shown

    def _footer(self, theme: Theme) -> Footer:
        footer = Footer(theme)
        footer.row.setContentsMargins(18, 8, 16, 8)
        footer.row.setSpacing(16)
        self._enter_hint = Hint(theme, "↵")
        self._free_hint = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt F")).as_hint()
        self._card_hint = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Ctrl ↵")).as_hint()
        self._next_hint = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Alt J")).as_hint()
        self._new_hint = KeyButton(theme, ButtonKind.QUIET, key=self.tr("Ctrl N")).as_hint()
        self._free_hint.clicked.connect(self._on_next_free)
        self._card_hint.clicked.connect(self._on_card)
        self._next_hint.clicked.connect(self._on_next)
        self._new_hint.clicked.connect(self._on_new)
        for button in (self._free_hint, self._next_hint, self._card_hint, self._new_hint):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for hint in (self._enter_hint, self._next_hint, self._free_hint, self._card_hint):
            footer.row.addWidget(hint)
        footer.row.addStretch(1)
        footer.row.addWidget(self._new_hint)
        self._free_hint.say(self.tr("next free"))
        self._next_hint.say(self.tr("to the appointment"))
        self._card_hint.say(self.tr("show card"))
        self._footer_row = footer.row
        return footer

    def _line(self, spot: Spot) -> FoundLine | None:
        now = self._gateway.now()
        if spot.kind is Kind.PATIENT:
            hit = self.pages.patients.get(spot.place)
            return patient_line(self._practice, self._zone, hit, now) if hit is not None else None
        found = self.pages.entries.get(spot.place)
        if found is None:
            return None
        return entry_line(self._practice, self._zone, found.entry, now, found.marks)

    def _show(self, chosen: Spot | None) -> None:
        blocks = self._blocks()
        first = next((Spot(each.kind) for each in blocks if each.kind.can_be_chosen), None)
        tallest = max(200, min(_TALLEST, self._window.height() - _AROUND))
        self.list.show_blocks(blocks, chosen or first, tallest)
        self._note_chosen()
        self._hint()
        self.follow_content()

    def _blocks(self) -> list[Block]:
        pages = self.pages
        if pages.fault is not None:
            message = fault_message(pages.fault, None)
            return [
                Block(Kind.HEADING, text=message.happened),
                Block(Kind.AGAIN, text=self.tr("Search again"), aside="↵"),
            ]
        if pages.found is None:
            return [
                Block(Kind.TEXT, text=self.tr("Name in any order, date of birth or its year, number, phone")),
                Block(
                    Kind.TEXT, text=self.tr("Type, practitioner, room, day: “Weber today”, “check-up 26/11”")
                ),
            ]
        if not pages.found.patients.total and not (pages.found.entries and pages.found.entries.total):
            return [
                Block(
                    Kind.TEXT, text=self.tr("Nobody and nothing fits “{text}”.").format(text=self._short())
                ),
                Block(Kind.NEW, text=self._new_text(), aside="↵"),
            ]
        return found_blocks(pages.found, self._opened)

    def _hint(self) -> None:
        """What the keys do with the chosen line."""
        spot = self.list.chosen()
        patient, entry = self._patient(), self._entry()
        enter = ""
        if spot is not None and spot.kind is Kind.PATIENT and patient is not None:
            enter = self.tr("appointment for {name}").format(name=_cut(words.patient_name(patient)))
        elif entry is not None:
            day = dates.short_day(self._zone.day_of(entry.starts_at))
            enter = self.tr("go to {day}").format(day=day)
        elif spot is not None and spot.kind in (Kind.MORE_PATIENTS, Kind.MORE_ENTRIES):
            enter = self.tr("show all")
        self._enter_hint.say(enter)
        self._enter_hint.setVisible(bool(enter))
        self._free_hint.setVisible(patient is not None)
        self._card_hint.setVisible(patient is not None)
        self._next_hint.setVisible(self._coming() is not None)
        typed = self._short()
        self._new_hint.say(
            self.tr("new patient “{text}”").format(text=typed) if typed else self.tr("new patient")
        )
        self._shorten()

    def _shorten(self) -> None:
        """Where not all has room, what repeats what the list says goes first."""

        def is_short() -> bool:
            return self._footer_row.minimumSize().width() <= self.card.width()

        if self._coming() is not None and not is_short():
            self._enter_hint.say(self.tr("book"))
        if not is_short():
            self._new_hint.say(self.tr("new patient"))

    def _new_text(self) -> str:
        name = _cut(self._name())
        return self.tr("New patient “{text}”").format(text=name) if name else self.tr("New patient")

    def _short(self) -> str:
        return _cut(" ".join(self.field.text().split()))

    def _name(self) -> str:
        """What was typed without numbers and dates: somebody new is called so."""
        parts = self.field.text().split()
        return " ".join(part for part in parts if not any(each.isdigit() for each in part))

    def _counted(self) -> str:
        found = self.pages.found
        if found is None:
            return ""
        people = counted.patients(found.patients.total)
        if found.entries is None:
            return self.tr("{patients} · appointments from two letters on").format(patients=people)
        return f"{people} · {counted.found_entries(found.entries.total)}"

    # What is chosen

    def _patient(self) -> PatientOnEntry | None:
        spot = self.list.chosen()
        if spot is not None and spot.kind is Kind.PATIENT and spot.place in self.pages.patients:
            return self.pages.patients[spot.place].patient
        entry = self._entry()
        return entry.patient if entry is not None else None

    def _entry(self) -> Entry | None:
        spot = self.list.chosen()
        if spot is not None and spot.kind is Kind.ENTRY and spot.place in self.pages.entries:
            return self.pages.entries[spot.place].entry
        return None

    def _coming(self) -> Entry | None:
        """When the patient of the chosen line comes next, as stands there."""
        spot = self.list.chosen()
        if spot is None or spot.kind is not Kind.PATIENT or spot.place not in self.pages.patients:
            return None
        return self.pages.patients[spot.place].next

    def _note_chosen(self) -> None:
        self._chosen = self._entry() or self._patient()

    # What happens

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._is_taken = False
        self.pages.want(text)
        self._hint()

    @Slot()
    def _on_found(self) -> None:
        self._opened = set()
        self._show(None)
        self.count.say(self._counted())
        if self._is_taken:
            self._is_taken = False
            self._take(self.list.chosen())

    @Slot()
    def _on_renewed(self) -> None:
        """Somebody may be called otherwise now: the line chosen is still theirs."""
        before = self.list.chosen()
        self._show(self._spot_now(before))
        if self.list.chosen() is None:
            self._show(None)
        self.count.say(self._counted())

    def _spot_now(self, before: Spot | None) -> Spot | None:
        chosen = self._chosen
        if before is None or chosen is None:
            return before
        if isinstance(chosen, Entry):
            places = (at for at, each in self.pages.entries.items() if each.entry.id == chosen.id)
        else:
            places = (at for at, each in self.pages.patients.items() if each.patient.id == chosen.id)
        return Spot(before.kind, next(places, before.place))

    @Slot()
    def _on_late(self) -> None:
        self.count.say(self.tr("searching …"))

    @Slot(object)
    def _on_moved(self, spot: Spot) -> None:  # noqa: ARG002 (the signal's)
        self._note_chosen()
        self._hint()
        self.field.setAccessibleDescription(self.list.accessibleName())

    @Slot(object)
    def _on_paged(self, by: int) -> None:
        self.list.page(by)
        spot = self.list.chosen()
        if by > 0 and spot is not None and spot.kind in (Kind.MORE_PATIENTS, Kind.MORE_ENTRIES):
            self._open(spot.kind)

    @Slot(object)
    def _on_missing(self, spot: Spot) -> None:
        if spot.kind is Kind.PATIENT:
            self.pages.want_patient(spot.place)
        else:
            self.pages.want_entry(spot.place)

    @Slot()
    def _on_enter(self) -> None:
        if self.field.text().strip() and not self.pages.is_current and self.pages.fault is None:
            # Whoever types fast means what they typed, not what the screen still shows.
            self._is_taken = True
            self.pages.hurry()
            return
        self._take(self.list.chosen())

    @Slot(object)
    def _on_taken(self, spot: Spot) -> None:
        self._take(spot)

    def _take(self, spot: Spot | None) -> None:
        kind = spot.kind if spot is not None else None
        patient, entry = self._patient(), self._entry()
        if kind in (Kind.MORE_PATIENTS, Kind.MORE_ENTRIES):
            self._open(kind)
        elif kind is Kind.AGAIN:
            self.pages.again()
        elif kind is Kind.NEW:
            self._on_new()
        elif entry is not None:
            self.close_sheet()
            self.entry_wanted.emit(entry)
        elif patient is not None:
            self.close_sheet()
            self.booking_wanted.emit(patient)

    def _open(self, kind: Kind) -> None:
        """Show all lines of a group, and stay where one was."""
        of_patients = kind is Kind.MORE_PATIENTS
        spot = self.list.chosen()
        before = self.list.found_layout.index(spot) if spot is not None else 0
        self._opened.add(kind)
        self._show(None)
        opened = self.list.found_layout.spot(before)
        self.list.choose(opened or Spot(Kind.PATIENT if of_patients else Kind.ENTRY))

    @Slot()
    def _on_next_free(self) -> None:
        patient = self._patient()
        if patient is not None and self.pages.is_current:
            self.close_sheet()
            self.next_free_wanted.emit(patient)

    @Slot()
    def _on_next(self) -> None:
        coming = self._coming()
        if coming is not None and self.pages.is_current:
            self.close_sheet()
            self.entry_wanted.emit(coming)

    @Slot()
    def _on_card(self) -> None:
        patient = self._patient()
        if patient is not None and self.pages.is_current:
            self.close_sheet()
            self.card_wanted.emit(patient)

    @Slot()
    def _on_new(self) -> None:
        text = self._name()
        self.close_sheet()
        self.new_patient_wanted.emit(text)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
