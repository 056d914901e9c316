"""What the typed line of a booking shows at one moment."""

from dataclasses import dataclass, field

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.requests import NewPatient
from praxidesk.engine.typed_values import Meaning, Reading
from praxidesk.ui.booking.draft import Draft


@dataclass(frozen=True, slots=True)
class LineState:
    """The line, how it was read, and who fits it."""

    base: Draft
    """What the line is read over: the place pointed at, or what the fields said."""
    text: str = ""
    reading: Reading = field(default_factory=Reading)
    found: tuple[PatientOnEntry, ...] = ()
    """Patients that the words fit, best first."""
    total: int = 0
    """How many there are, of whom ``found`` are the first."""
    chosen: int = 0
    """Which of them is meant."""
    is_searching: bool = False
    """Patients are being looked for."""
    is_new: bool = False
    """The fields of a new patient are open."""
    newcomer: NewPatient | None = None
    namesakes: tuple[PatientOnEntry, ...] = ()
    """Who may be the new patient, known already."""
    other: Meaning | None = None
    """What the next doubtful word would be read as by another Tab."""
    other_word: str = ""
    keeps_service: bool = False
    """The type was chosen in the fields."""
    needs_patient: bool = False
    """Enter was pressed for nobody."""
    is_waiting: bool = False
    """Enter was pressed before the answer."""
    asks_again: bool = False
    """The answer is another than what was seen when Enter was pressed: nothing was booked."""
    error: str = ""
    """Why nobody could be looked for: whether somebody fits the words is not known then."""

    @property
    def patient(self) -> PatientOnEntry | NewPatient | None:
        """For whom it would be booked."""
        if self.is_new:
            return self.newcomer
        if self.found:
            return self.found[min(self.chosen, len(self.found) - 1)]
        return None if self.reading.patient else self.base.patient

    @property
    def guessed(self) -> PatientOnEntry | None:
        """The first of several whom the words fit: nobody has chosen between them yet."""
        is_guess = max(self.total, len(self.found)) > 1 and not self.chosen and not self.is_new
        return self.found[0] if is_guess and self.found and self.reading.patient else None

    @property
    def is_unknown(self) -> bool:
        """Nobody fits the words."""
        is_known = self.found or self.is_searching or self.is_new or self.error
        return bool(self.reading.patient) and not is_known
