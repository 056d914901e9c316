"""The wizard's first step: what the practice is called, and where it is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QWidget

from praxidesk.ui.controls.named_fields import combo, line
from praxidesk.ui.controls.refused_mark import Problem, mark_refused, refused
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.first_run.step import Step
from praxidesk.ui.first_run.wizard_draft import WizardDraft
from praxidesk.ui.look.fonts import BASE, REGULAR, SECONDARY
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.wording.regions import regions, zone_names


class SiteStep(Step):
    """Name, holidays, time zone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = self.tr("The practice")
        self.about = self.tr("Stands on day lists and slips, and decides on which days you are closed.")
        self.name = line(self.tr("Name of the practice"))
        self.name.setPlaceholderText(self.tr("such as Dr. Weber and colleagues, Berlin"))
        self.region = combo(self.tr("Public holidays of"), editable=True)
        self.zone = combo(self.tr("Time zone"), editable=True)
        for code, name in regions().items():
            self.region.addItem(f"{name} ({code})" if code else name, code)
        self.zone.addItems(list(zone_names()))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        fields = (self.name, self.region, self.zone)
        for row, field in enumerate(fields):
            grid.addWidget(ToneLabel(theme, field.accessibleName(), BASE, REGULAR, Tone.SECOND), row, 0)
            grid.addWidget(field, row, 1)
        hint = ToneLabel(
            theme,
            self.tr("Days that only your town has can be added later, under closures."),
            SECONDARY,
            REGULAR,
            Tone.THIRD,
        )
        grid.addWidget(hint, len(fields), 1)
        grid.setRowStretch(len(fields) + 1, 1)
        self.name.textEdited.connect(self.changed)
        self.region.currentTextChanged.connect(self.changed)
        self.zone.currentTextChanged.connect(self.changed)

    def show_draft(self, draft: WizardDraft) -> None:
        """Put it into the fields."""
        self.name.setText(draft.name)
        at = self.region.findData(draft.holidays)
        if at >= 0:
            self.region.setCurrentIndex(at)
        else:
            self.region.setEditText(draft.holidays)
        self.zone.setCurrentText(draft.timezone)

    def read(self, draft: WizardDraft) -> WizardDraft:
        """The draft with what stands in the fields."""
        return replace(
            draft,
            name=self.name.text().strip(),
            timezone=self.zone.currentText().strip(),
            holidays=self._region(),
        )

    def problem(self) -> Problem | None:
        """A practice has a name and a zone."""
        for field in (self.name, self.region, self.zone):
            mark_refused(field, refused=False)
        if not self.name.text().strip():
            return refused(self.name, self.tr("Please enter the name of the practice."))
        if self.zone.currentText().strip() not in zone_names():
            return refused(self.zone, self.tr("This time zone is not known; one is Europe/Berlin."))
        return None

    def first(self) -> QWidget:
        """The name."""
        return self.name

    def field_of(self, path: Sequence[str]) -> QWidget | None:
        """By the keys of ``[site]``."""
        if not path or path[0] != "site":
            return None
        key = path[1] if len(path) > 1 else ""
        fields: dict[str, QWidget] = {"holidays": self.region, "timezone": self.zone, "name": self.name}
        return fields.get(key)

    def _region(self) -> str:
        """The code chosen, or typed as such."""
        text = self.region.currentText().strip()
        at = self.region.findText(text)
        return str(self.region.itemData(at)) if at >= 0 else text
