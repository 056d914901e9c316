"""Asks the store what a draft would break, and to save it; hears the answers of its own questions only."""

from PySide6.QtCore import QObject, Signal, Slot

from praxidesk.engine.practice_draft import DraftRefused, DraftSaved, DraftStale, PracticeDraft
from praxidesk.ui.wording.fault_wording import failed_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.practice_settings import PreviewPractice, SavePractice


class DraftQuestions(QObject):
    """One preview at a time, the newest; one save at a time."""

    previewed = Signal(object)
    """``DraftEffects``: of the draft that was asked for last."""
    saved = Signal()
    refused = Signal(object)
    """``DraftRefused``; nothing was saved."""
    became_stale = Signal(object)
    """``DraftStale``; nothing was saved."""
    went_wrong = Signal(object)
    """``str``: what happened, what was not saved, what to do."""

    def __init__(self, gateway: Gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gateway = gateway
        self._preview: Ticket | None = None
        self._save: Ticket | None = None
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)

    @property
    def is_previewing(self) -> bool:
        """Whether the effects of the newest draft are not known yet."""
        return self._preview is not None

    @property
    def is_saving(self) -> bool:
        """Whether the answer to a save is not known yet."""
        return self._save is not None

    def preview(self, draft: PracticeDraft) -> None:
        """What is wrong with it, or what it would break; older questions are forgotten."""
        self._preview = self._gateway.ask(PreviewPractice(draft))

    def forget(self) -> None:
        """What a draft would break is no matter any more."""
        self._preview = None

    def save(self, draft: PracticeDraft) -> None:
        """Store all of it or nothing."""
        if self._save is None:
            self._save = self._gateway.ask(SavePractice(draft))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._preview:
            self._preview = None
        elif told.ticket == self._save:
            self._save = None
        else:
            return
        match told.answer:
            case DraftSaved():
                self.saved.emit()
            case DraftRefused():
                self.refused.emit(told.answer)
            case DraftStale():
                self.became_stale.emit(told.answer)
            case _:
                self.previewed.emit(told.answer)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket not in {self._preview, self._save}:
            return
        is_save = failed.ticket == self._save
        self._preview = self._save = None
        message = failed_message(failed)
        lost = self.tr("Nothing was saved.") if is_save else ""
        self.went_wrong.emit(" ".join(each for each in (message.happened, lost, message.to_do) if each))
