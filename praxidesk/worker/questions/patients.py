"""What is known about a patient, and changing it."""

from dataclasses import dataclass, field
from typing import ClassVar

from praxidesk.engine.patient_changes import PatientChange
from praxidesk.engine.vocabulary import ActorId
from praxidesk.worker.questions.question import Question, new_key


@dataclass(frozen=True, slots=True)
class AskPatient(Question):
    """Answered by ``engine.entries.Patient``, or ``None`` where there is no such patient."""

    patient: ActorId


@dataclass(frozen=True, slots=True)
class PresentPatient(Question):
    """A record that is open here, as it is now. Answered as ``AskPatient``, unjournalled."""

    patient: ActorId


@dataclass(frozen=True, slots=True)
class PresentName(Question):
    """Whom a booking is for, as they are now. Answered by ``PatientOnEntry`` or ``None``."""

    patient: ActorId


@dataclass(frozen=True, slots=True)
class ChangePatient(Question):
    """Answered by ``engine.patient_changes.PatientAnswer``; others see it as a change of the practice."""

    stands: ClassVar[bool] = True
    change: PatientChange
    key: str = field(default_factory=new_key, compare=False, repr=False, kw_only=True)

    @property
    def change_key(self) -> str:
        """Its own."""
        return self.key
