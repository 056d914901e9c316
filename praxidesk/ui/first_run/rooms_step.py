"""The wizard's fourth step: in which rooms."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from praxidesk.ui.controls.named_fields import combo
from praxidesk.ui.first_run.rows_step import FieldRow, RowsStep
from praxidesk.ui.first_run.wizard_draft import ROOM_KINDS, PersonDraft, RoomDraft, WizardDraft, coded
from praxidesk.ui.look.theme import Theme

translate = QCoreApplication.translate


class RoomRow(FieldRow):
    """Name, code, and what it is for."""

    def __init__(self, room: RoomDraft) -> None:
        super().__init__(translate("wizard", "Name"), translate("wizard", "Code"))
        self.kind = combo(translate("wizard", "Kind of room"))
        names = (
            translate("wizard", "Consulting room"),
            translate("wizard", "Operating room"),
            translate("wizard", "Treatment room"),
        )
        for kind, name in zip(ROOM_KINDS, names, strict=True):
            self.kind.addItem(name, kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(room.kind)))
        self.name.setText(room.name)
        self.code.setText(room.code)

    def fields(self) -> Sequence[QWidget]:
        """All of them, from left to right."""
        return (self.name, self.code, self.kind)

    def by_key(self) -> Mapping[str, QWidget]:
        """The fields by the keys of the description."""
        return {"name": self.name, "code": self.code, "kind": self.kind}

    def room(self) -> RoomDraft:
        """What stands in them."""
        return RoomDraft(self.name.text(), self.code.text(), str(self.kind.currentData()))


class RoomsStep(RowsStep):
    """None is needed: then appointments have no room."""

    table = "room"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, [self.tr("Name"), self.tr("Code"), self.tr("Kind")], (4, 0, 3))
        self.title = self.tr("Rooms")
        self.about = self.tr(
            "An appointment takes a consulting room, so that two never meet in one. "
            "Leave this empty if you do not plan rooms."
        )
        self.add.say(self.tr("One more"))
        self._people: tuple[PersonDraft, ...] = ()

    def new_row(self) -> FieldRow:
        """An empty line."""
        return RoomRow(RoomDraft())

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        self.clear()
        self._people = draft.people
        for room in draft.rooms or (RoomDraft(),):
            self.put_row(RoomRow(room))
        self.propose()

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        return replace(draft, rooms=tuple(row.room() for row in self.rows if isinstance(row, RoomRow)))

    def codes(self) -> Sequence[tuple[FieldRow, str]]:
        """The code that each named row will have: other ones than the people's."""
        named = [row for row in self.rows if row.name.text().strip()]
        made = coded(self.read(WizardDraft(people=self._people))).rooms
        return list(zip(named, (each.code for each in made), strict=True))

    def taken(self) -> set[str]:
        """The people's codes."""
        return {each.code for each in coded(WizardDraft(people=self._people, rooms=())).people}
