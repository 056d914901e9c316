"""The wizard's third step: who treats."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from praxidesk.engine.vocabulary import Role
from praxidesk.ui.controls.named_fields import line
from praxidesk.ui.controls.refused_mark import Problem
from praxidesk.ui.first_run.rows_step import FieldRow, RowsStep
from praxidesk.ui.first_run.wizard_draft import PEOPLE_ROLES, PersonDraft, WizardDraft, coded
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording import words

translate = QCoreApplication.translate


class PersonRow(FieldRow):
    """Name, code, specialty, and a box for each role."""

    def __init__(self, person: PersonDraft) -> None:
        super().__init__(translate("wizard", "Name"), translate("wizard", "Code"))
        self.specialty = line(translate("wizard", "Specialty"))
        self.roles = {role: QCheckBox() for role in PEOPLE_ROLES}
        self._cells: list[QWidget] = []
        for role, box in self.roles.items():
            box.setAccessibleName(words.role_name(role))
            box.setChecked(role in person.roles)
            cell = QWidget()
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
            self._cells.append(cell)
        self.name.setText(person.name)
        self.code.setText(person.code)
        self.specialty.setText(person.specialty)

    def fields(self) -> Sequence[QWidget]:
        """All of them, from left to right."""
        return (self.name, self.code, self.specialty, *self._cells)

    def by_key(self) -> Mapping[str, QWidget]:
        """The fields by the keys of the description."""
        return {
            "name": self.name,
            "code": self.code,
            "specialty": self.specialty,
            "roles": self.roles[Role.PRACTITIONER],
        }

    def person(self) -> PersonDraft:
        """What stands in them."""
        return PersonDraft(
            self.name.text(),
            self.code.text(),
            self.specialty.text(),
            tuple(role for role, box in self.roles.items() if box.isChecked()),
        )


class PeopleStep(RowsStep):
    """Each has a column in the calendar."""

    table = "practitioner"
    least = 1

    def __init__(self, theme: Theme) -> None:
        headings = [self.tr("Name"), self.tr("Code"), self.tr("Specialty")]
        headings += [words.role_name(role) for role in PEOPLE_ROLES]
        super().__init__(theme, headings, (4, 0, 3, 0, 0, 0, 0))
        self.title = self.tr("Who treats")
        self.about = self.tr(
            "Each has a column in the calendar. Tables and other programs know them by the code."
        )
        self.add.say(self.tr("One more"))

    def new_row(self) -> FieldRow:
        """An empty line."""
        return PersonRow(PersonDraft())

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        self.clear()
        for person in draft.people or (PersonDraft(),):
            self.put_row(PersonRow(person))
        self.propose()

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        return replace(draft, people=tuple(row.person() for row in self._people()))

    def problem(self) -> Problem | None:
        """Everybody plays some role."""
        found = super().problem()
        if found is not None:
            return found
        idle = (row for row in self._people() if row.name.text().strip() and not row.person().roles)
        row = next(idle, None)
        if row is None:
            return None
        message = self.tr("Tick what {name} does.").format(name=row.name.text().strip())
        return Problem(message, row.roles[Role.PRACTITIONER])

    def codes(self) -> Sequence[tuple[FieldRow, str]]:
        """The code that each named row will have."""
        named = [row for row in self._people() if row.name.text().strip()]
        made = coded(self.read(WizardDraft(rooms=()))).people
        return list(zip(named, (each.code for each in made), strict=True))

    def too_few(self) -> str:
        """What is missing."""
        return self.tr("Please enter one name at least: appointments need somebody.")

    def _people(self) -> list[PersonRow]:
        return [row for row in self.rows if isinstance(row, PersonRow)]
