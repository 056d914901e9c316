"""The wizard's last step: what appointments are for, with usual ones proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSpinBox, QWidget

from praxidesk.engine.vocabulary import Colour
from praxidesk.ui.controls.named_fields import combo
from praxidesk.ui.controls.swatch import SIDE, paint_swatch
from praxidesk.ui.first_run.rows_step import FieldRow, RowsStep
from praxidesk.ui.first_run.wizard_draft import TypeDraft, WizardDraft, coded
from praxidesk.ui.look.theme import Theme

translate = QCoreApplication.translate
_LONGEST_MINUTES = 1_440


def usual_types() -> tuple[TypeDraft, ...]:
    """What most practices have, in the colours that are told apart best."""
    return (
        TypeDraft(translate("wizard", "First visit"), "", 30, Colour.BLUE),
        TypeDraft(translate("wizard", "Check-up"), "", 15, Colour.SLATE),
        TypeDraft(translate("wizard", "Urgent visit"), "", 10, Colour.AMBER),
        TypeDraft(translate("wizard", "Consultation"), "", 20, Colour.TEAL),
        TypeDraft(translate("wizard", "Vaccination"), "", 10, Colour.OLIVE),
        TypeDraft(translate("wizard", "Video consultation"), "", 15, Colour.BROWN),
    )


def colour_name(colour: Colour) -> str:
    """As people call it."""
    return {
        Colour.SLATE: translate("wizard", "Slate"),
        Colour.BLUE: translate("wizard", "Blue"),
        Colour.AZURE: translate("wizard", "Azure"),
        Colour.TEAL: translate("wizard", "Teal"),
        Colour.GREEN: translate("wizard", "Green"),
        Colour.OLIVE: translate("wizard", "Olive"),
        Colour.AMBER: translate("wizard", "Amber"),
        Colour.ORANGE: translate("wizard", "Orange"),
        Colour.BROWN: translate("wizard", "Brown"),
        Colour.ROSE: translate("wizard", "Rose"),
        Colour.PLUM: translate("wizard", "Plum"),
        Colour.VIOLET: translate("wizard", "Violet"),
    }[colour]


class TypeRow(FieldRow):
    """Name, code, minutes, colour."""

    def __init__(self, theme: Theme, wanted: TypeDraft) -> None:
        super().__init__(translate("wizard", "Name"), translate("wizard", "Code"))
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _LONGEST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setFixedWidth(84)
        self.minutes.setAccessibleName(translate("wizard", "Minutes"))
        self.minutes.setValue(wanted.minutes)
        self.colour = combo(translate("wizard", "Colour"))
        self.colour.setIconSize(QSize(SIDE, SIDE))
        for colour in Colour:
            self.colour.addItem(_swatch(theme, colour), colour_name(colour), colour.value)
        self.colour.setCurrentIndex(list(Colour).index(wanted.colour))
        self.name.setText(wanted.name)
        self.code.setText(wanted.code)

    def fields(self) -> Sequence[QWidget]:
        """All of them, from left to right."""
        return (self.name, self.code, self.minutes, self.colour)

    def by_key(self) -> Mapping[str, QWidget]:
        """The fields by the keys of the description."""
        return {"name": self.name, "code": self.code, "minutes": self.minutes, "colour": self.colour}

    def type(self) -> TypeDraft:
        """What stands in them."""
        colour = Colour(str(self.colour.currentData()))
        return TypeDraft(self.name.text(), self.code.text(), self.minutes.value(), colour)


class TypesStep(RowsStep):
    """One at least: nothing could be booked otherwise."""

    table = "appointment_type"
    least = 1

    def __init__(self, theme: Theme) -> None:
        headings = [self.tr("Name"), self.tr("Code"), self.tr("Minutes"), self.tr("Colour")]
        super().__init__(theme, headings, (4, 0, 0, 2))
        self.title = self.tr("Appointment types")
        self.about = self.tr("These are usual ones. Change, remove and add what you like, now or later.")
        self.add.say(self.tr("One more"))

    def new_row(self) -> FieldRow:
        """An empty line."""
        return TypeRow(self._theme, TypeDraft())

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        self.clear()
        for each in draft.types or usual_types():
            self.put_row(TypeRow(self._theme, each))
        self.propose()

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        return replace(draft, types=tuple(row.type() for row in self.rows if isinstance(row, TypeRow)))

    def codes(self) -> Sequence[tuple[FieldRow, str]]:
        """The code that each named row will have."""
        named = [row for row in self.rows if row.name.text().strip()]
        made = coded(self.read(WizardDraft())).types
        return list(zip(named, (each.code for each in made), strict=True))

    def too_few(self) -> str:
        """What is missing."""
        return self.tr("Please enter one type at least: every appointment has one.")


def _swatch(theme: Theme, colour: Colour) -> QIcon:
    pixmap = QPixmap(SIDE, SIDE)
    pixmap.fill("transparent")
    painter = QPainter(pixmap)
    paint_swatch(painter, pixmap.rect(), theme.types[colour])
    painter.end()
    return QIcon(pixmap)
