"""What a type or procedure needs, how often it may be, and what a combination is made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from praxidesk.engine.offerings import CombinationPart, Need, Quota
from praxidesk.engine.vocabulary import ActorKind, Period, Phase, Role
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.check_menu import CheckMenu
from praxidesk.ui.practice_settings.field_parts import Combo
from praxidesk.ui.practice_settings.part import Bound
from praxidesk.ui.practice_settings.rows_part import Line, RowsPart
from praxidesk.ui.practice_settings.setting_words import period_name, phase_name
from praxidesk.ui.wording import words
from praxidesk.ui.wording.practice_words import practice_word

_ROLES = tuple(role for role in Role if role is not Role.PATIENT)
_PEOPLE = ActorKind.PRACTITIONER


class _By(Enum):
    """How a need chooses."""

    ANYBODY = "anybody"
    SORT = "sort"
    """By specialty or kind."""
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Known:
    """What a need may name."""

    specialties: tuple[str, ...]
    kinds: tuple[str, ...]
    """Of rooms and devices."""
    people: tuple[tuple[str, str], ...]
    """Codes with names; of rooms and devices their groups too."""
    rooms: tuple[tuple[str, str], ...]
    devices: tuple[tuple[str, str], ...]

    def of(self, role: Role) -> tuple[tuple[str, str], ...]:
        """Who can take a role."""
        return {ActorKind.ROOM: self.rooms, ActorKind.DEVICE: self.devices}.get(role.actor_kind, self.people)


class NeedLine(Line):
    """Role, how it is chosen, and what is chosen; below for which phases and with what equipment."""

    def __init__(self, theme: Theme, need: Need, known: Known, *, phases: bool) -> None:
        super().__init__(theme)
        self._need, self._known = need, known
        self.role, self.by, self.sort = Combo(), Combo(), Combo()
        self.role.addItems([words.role_name(each) for each in _ROLES])
        self.role.setCurrentIndex(_ROLES.index(need.role))
        self.role.setAccessibleName(self.tr("Role"))
        self.by.setAccessibleName(self.tr("Chosen by"))
        self.sort.setEditable(True)
        self.named = KeyButton(theme)
        self.equipment = QLineEdit(" ".join(need.equipment))
        self.equipment.setPlaceholderText(self.tr("Equipment, such as ecg"))
        self.equipment.setAccessibleName(self.tr("Equipment"))
        self.phases = [QCheckBox(phase_name(each)) for each in Phase] if phases else []
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget, stretch in ((self.role, 2), (self.by, 2), (self.sort, 3), (self.named, 3)):
            first.addWidget(widget, stretch)
        second = QHBoxLayout()
        second.setSpacing(16)
        for box, phase in zip(self.phases, Phase, strict=False):
            box.setChecked(phase in need.phases or not need.phases)
            box.clicked.connect(self._on_edited)
            second.addWidget(box)
        second.addWidget(self.equipment, 1)
        if self.phases:
            second.addStretch(0)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        self.row.addLayout(column, 1)
        self._fill()
        self.role.activated.connect(self._on_role)
        self.by.activated.connect(self._on_by)
        self.sort.activated.connect(self._on_chosen)
        line = self.sort.lineEdit()
        if line is not None:
            line.setMaxLength(200)
            line.textEdited.connect(self._on_edited)
        self.equipment.textEdited.connect(self._on_edited)
        self.named.clicked.connect(self._on_named)

    def value(self) -> Any:  # noqa: ANN401
        """The need."""
        return self._need

    def fields(self) -> Sequence[QWidget]:
        """What can be wrong."""
        return [self.role, self.sort, self.equipment]

    def _is_person(self) -> bool:
        return self._need.role.actor_kind is _PEOPLE

    def _by_now(self) -> _By:
        if self._need.any_of is not None:
            return _By.NAMED
        return _By.ANYBODY if self._sort_now() is None else _By.SORT

    def _sort_now(self) -> str | None:
        return self._need.specialty if self._is_person() else self._need.category

    def _fill(self) -> None:
        """Word and show everything for the role and way of choosing of now."""
        person, by = self._is_person(), self._by_now()
        self.by.clear()
        self.by.addItems(
            [self.tr("anybody"), self.tr("with the specialty"), self.tr("one of these")]
            if person
            else [self.tr("any"), self.tr("of the kind"), self.tr("one of these")]
        )
        self.by.setCurrentIndex(list(_By).index(by))
        options = self._known.specialties if person else self._known.kinds
        self.sort.clear()
        self.sort.addItems([practice_word(each) for each in options])
        self.sort.setEditText(practice_word(self._sort_now() or ""))
        self.sort.setAccessibleName(self.by.currentText())
        self.sort.setVisible(by is _By.SORT)
        self.named.setVisible(by is _By.NAMED)
        names = dict(self._known.of(self._need.role))
        chosen = [names.get(code, code) for code in self._need.any_of or ()]
        self.named.say(_short_list(chosen) or self.tr("Choose …"))
        self.equipment.setVisible(not person)

    @Slot(int)
    def _on_role(self, index: int) -> None:
        role = _ROLES[index]
        if role.actor_kind is not self._need.role.actor_kind:
            self._need = Need(role, phases=self._need.phases)
            self.equipment.clear()
        self._need = replace(self._need, role=role)
        self._fill()
        self.edited.emit()

    @Slot(int)
    def _on_by(self, index: int) -> None:
        by = list(_By)[index]
        plain = replace(self._need, specialty=None, category=None, any_of=None)
        first = (self._known.specialties if self._is_person() else self._known.kinds)[:1]
        sort = first[0] if first else ""
        if by is _By.NAMED:
            plain = replace(plain, any_of=tuple(code for code, _ in self._known.of(plain.role)[:1]))
        elif by is _By.SORT and self._is_person():
            plain = replace(plain, specialty=sort)
        elif by is _By.SORT:
            plain = replace(plain, category=sort)
        self._need = plain
        self._fill()
        self.edited.emit()

    @Slot(int)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        need = self._need
        if self._by_now() is _By.SORT:
            options = self._known.specialties if self._is_person() else self._known.kinds
            shown = self.sort.currentText().strip()
            sort = next((each for each in options if practice_word(each) == shown), shown)
            need = replace(need, specialty=sort) if self._is_person() else replace(need, category=sort)
        if not self._is_person():
            tags = tuple(sorted(set(self.equipment.text().replace(",", " ").split())))
            need = replace(need, equipment=tags)
        if self.phases:
            marked = [each for box, each in zip(self.phases, Phase, strict=True) if box.isChecked()]
            kept = tuple(each for each in need.phases if each in marked)
            phases = (*kept, *(each for each in marked if each not in kept))
            need = replace(need, phases=() if len(phases) == len(Phase) and not need.phases else phases)
        if need != self._need:
            self._need = need
            self.edited.emit()

    @Slot()
    def _on_named(self) -> None:
        menu = CheckMenu(self, self._known.of(self._need.role), self._need.any_of or ())
        menu.chosen.connect(self._on_names)
        menu.open_below(self.named)

    @Slot(object)
    def _on_names(self, codes: tuple[str, ...]) -> None:
        self._need = replace(self._need, any_of=codes)
        self._fill()
        self.edited.emit()


class NeedsPart(RowsPart):
    """Who and what must take part."""

    def __init__(  # noqa: PLR0917 - what a list needs, and what its lines offer
        self, theme: Theme, label: str, bound: Bound, adds: str, known: Known, phases: bool
    ) -> None:
        super().__init__(theme, label, bound, adds)
        self._known, self._phases = known, phases

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of a need."""
        return NeedLine(self._theme, value, self._known, phases=self._phases)

    def new_value(self) -> Any:  # noqa: ANN401
        """Anybody."""
        return Need(Role.SURGEON if self._phases else Role.PRACTITIONER)


class QuotaLine(Line):
    """At most so many within a period."""

    def __init__(self, theme: Theme, quota: Quota) -> None:
        super().__init__(theme)
        self._quota = quota
        self.most = QLineEdit(str(quota.most))
        self.most.setValidator(QIntValidator(0, 9_999, self.most))
        self.most.setFixedWidth(66)
        self.most.setAccessibleName(self.tr("At most"))
        self.per = Combo()
        self.per.addItems([period_name(each) for each in Period])
        self.per.setCurrentIndex(list(Period).index(quota.per))
        self.per.setAccessibleName(self.tr("Within"))
        self.row.addWidget(self.word(theme, self.tr("at most")))
        self.row.addWidget(self.most)
        self.row.addWidget(self.per)
        self.row.addStretch(1)
        self.most.textEdited.connect(self._on_edited)
        self.per.activated.connect(self._on_chosen)

    def value(self) -> Any:  # noqa: ANN401
        """The quota."""
        return self._quota

    def fields(self) -> Sequence[QWidget]:
        """Number and period."""
        return [self.most, self.per]

    @Slot(int)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        text = self.most.text()
        self._quota = Quota(list(Period)[self.per.currentIndex()], int(text) if text.isdigit() else 0)
        self.edited.emit()


class QuotasPart(RowsPart):
    """Of each practitioner."""

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of a quota."""
        return QuotaLine(self._theme, value)

    def new_value(self) -> Any:  # noqa: ANN401
        """Eight, within a period that has none yet."""
        taken = {each.per for each in self.value()}
        return Quota(next((each for each in Period if each not in taken), Period.WEEK), 8)


class StepLine(Line):
    """A type, and how long after the one before."""

    def __init__(
        self, theme: Theme, part: CombinationPart, types: Sequence[tuple[str, str]], *, is_first: bool
    ) -> None:
        super().__init__(theme)
        self._part = part
        self._codes = [code for code, _ in types]
        self.type = Combo()
        self.type.addItems([name for _, name in types])
        if part.type not in self._codes:
            self._codes.append(part.type)
            self.type.addItem(part.type)
        self.type.setCurrentIndex(self._codes.index(part.type))
        self.type.setAccessibleName(self.tr("Type"))
        self.least, self.most = QLineEdit(str(part.least_gap)), QLineEdit(str(part.longest_gap))
        self.row.addWidget(self.type, 1)
        texts = (self.tr("after", "a gap of minutes"), self.tr("to", "a gap of minutes"), self.tr("min"))
        gap: list[QWidget] = []
        for field, text in ((self.least, texts[0]), (self.most, texts[1])):
            field.setValidator(QIntValidator(0, 99_999, field))
            field.setFixedWidth(66)
            field.textEdited.connect(self._on_edited)
            gap += [self.word(theme, text), field]
        self.least.setAccessibleName(self.tr("Least gap in minutes"))
        self.most.setAccessibleName(self.tr("Longest gap in minutes"))
        for widget in (*gap, self.word(theme, texts[2])):
            self.row.addWidget(widget)
            widget.setVisible(not is_first)
        self.type.activated.connect(self._on_chosen)

    def value(self) -> Any:  # noqa: ANN401
        """The part."""
        return self._part

    def fields(self) -> Sequence[QWidget]:
        """Type and gap."""
        return [self.type, self.least, self.most]

    @Slot(int)
    def _on_chosen(self, index: int) -> None:  # noqa: ARG002 (Qt's)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        gaps = [int(each.text()) if each.text().isdigit() else 0 for each in (self.least, self.most)]
        self._part = CombinationPart(self._codes[self.type.currentIndex()], *gaps)
        self.edited.emit()


class StepsPart(RowsPart):
    """The appointments of a combination in their order."""

    def __init__(
        self, theme: Theme, label: str, bound: Bound, adds: str, types: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(theme, label, bound, adds)
        self._types = types

    def make_line(self, value: Any) -> Line:  # noqa: ANN401
        """The fields of a part."""
        return StepLine(self._theme, value, self._types, is_first=value is self._values[0])

    def new_value(self) -> Any:  # noqa: ANN401
        """The first type, at once after the one before."""
        return CombinationPart(self._types[0][0] if self._types else "", 0, 0)

    def build(self) -> None:
        """The first part has none before it."""
        if self._values:
            self._values[0] = CombinationPart(self._values[0].type)
        super().build()


def _short_list(names: Sequence[str]) -> str:
    shown = ", ".join(names[:2])
    return f"{shown} + {len(names) - 2}" if len(names) > 2 else shown
