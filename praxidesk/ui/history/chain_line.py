"""Whether the journal is whole: what a check has found, and the button that makes one."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from praxidesk.engine.journal import JournalProof, SealSeen
from praxidesk.engine.roles import Deed
from praxidesk.engine.walltime import Zone
from praxidesk.ui.actions.permission import reason_text
from praxidesk.ui.controls.key_button import KeyButton
from praxidesk.ui.controls.tone_label import Tone, ToneLabel
from praxidesk.ui.history import chain_words
from praxidesk.ui.look.fonts import REGULAR, SECONDARY
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.text import plain_tooltip
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.gateway import Gateway
from praxidesk.worker.messages import Failed, Ticket, Told
from praxidesk.worker.questions.history import LookAtSeal, ProveJournal

_LOOK_MS = 100


class ChainLine(QWidget):
    """Checks the whole chain off the GUI thread, says how far it is, and can be given up by closing."""

    def __init__(self, theme: Theme, gateway: Gateway, zone: Zone) -> None:
        super().__init__()
        self._gateway = gateway
        self._zone = zone
        self._ticket: Ticket | None = None
        self._question: ProveJournal | None = None
        self.said = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.SECOND).elide()
        self.bad = ToneLabel(theme, "", SECONDARY, REGULAR, Tone.DANGER).elide()
        self.bad.hide()
        self.check = KeyButton(theme, icon=Icon.CHECK, key=self.tr("Alt P"))
        self.check.say(self.tr("Check journal"))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.said, 1)
        row.addWidget(self.bad, 1)
        row.addWidget(self.check)
        self.accept = KeyButton(theme)
        self.accept.say(self.tr("I know why"))
        self.accept.hide()
        row.addWidget(self.accept)
        self.check.clicked.connect(self.begin)
        self.accept.clicked.connect(self._on_accept)
        self._may_check = gateway.person.may(Deed.READ_JOURNAL)
        if not self._may_check:
            # Whoever sees only some of the lines would take the others for gone.
            self.check.setEnabled(False)
            self.check.setToolTip(plain_tooltip(reason_text(Deed.READ_JOURNAL)))
        self._seal = gateway.ask(LookAtSeal())
        gateway.told.connect(self._on_told)
        gateway.failed.connect(self._on_failed)
        self._say(self.tr("The journal is chained by hashes; not checked since this window was opened."))

    @Slot()
    def begin(self) -> None:
        """Go through the chain."""
        if self._question is None and self._may_check:
            self._question = ProveJournal()
            self._ticket = self._gateway.ask(self._question)
            self.check.setEnabled(False)
            self._on_look()
            self._look.start()

    @Slot()
    def give_up(self) -> None:
        """Nobody waits for it any more."""
        if self._question is not None:
            self._question.errand.give_up()

    def _say(self, text: str, *, is_bad: bool = False) -> None:
        shown, hidden = (self.bad, self.said) if is_bad else (self.said, self.bad)
        shown.say(text)
        shown.setToolTip(plain_tooltip(text))
        shown.show()
        hidden.hide()

    def _end(self) -> None:
        self._look.stop()
        self._question = self._ticket = None
        self.check.setEnabled(True)

    @Slot()
    def _on_accept(self) -> None:
        self._seal = self._gateway.ask(LookAtSeal(accept=True))

    @Slot()
    def _on_look(self) -> None:
        if self._question is not None:
            reached = self._question.errand.reached
            self._say(self.tr("checking … {count}").format(count=counted.journal_lines(reached.rows)))

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        if told.ticket == self._seal and isinstance(told.answer, SealSeen):
            self.accept.setVisible(not told.answer.is_there)
            if not told.answer.is_there:
                self._say(chain_words.missed_seal_short(told.answer), is_bad=True)
                self.bad.setToolTip(plain_tooltip(chain_words.missed_seal_words(told.answer)))
            elif self.bad.isVisible():
                self._say(self.tr("The newest seal is kept from now on."))
        if told.ticket != self._ticket:
            return
        self._end()
        if isinstance(told.answer, JournalProof):
            proof = told.answer
            self._say(
                chain_words.proof_words(proof, self._zone, self._gateway.now()), is_bad=not proof.is_whole
            )

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.ticket == self._ticket:
            self._end()
            self._say(fault_message(failed.fault, None).happened, is_bad=True)
