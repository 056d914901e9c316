"""Somebody's absence, entered or taken away, over whatever else is stored of them by then."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.practice import Practice
from praxidesk.engine.practice_draft import PracticeDraft, RowChange
from praxidesk.engine.vocabulary import ActorId

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class AbsenceChange:
    """What was done to the absences of one person, room or device."""

    actor: ActorId
    absence: Absence
    is_entered: bool = True
    """Else it is taken away."""

    @property
    def reversed(self) -> "AbsenceChange":
        """What takes it back."""
        return replace(self, is_entered=not self.is_entered)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last one."""
        return self.absence.starts.date(), (self.absence.ends - _INSTANT).date()

    def draft(self, practice: Practice) -> PracticeDraft | None:
        """What is to be saved over what is stored now.

        ``None`` where somebody else has changed or removed this very absence, or entered it meanwhile, and
        where the person has gone to a site that the login is not of.
        """
        actor = practice.actors.get(self.actor)
        if (
            actor is None
            or actor.is_elsewhere
            or (self.absence in actor.availability.absences) is self.is_entered
        ):
            return None
        after = with_absence(actor, self.absence) if self.is_entered else _without(actor, self.absence)
        return PracticeDraft((RowChange(actor, after),))


def with_absence(actor: Actor, absence: Absence) -> Actor:
    """One more, in the order in which they come."""
    absences = (*actor.availability.absences, absence)
    ordered = tuple(sorted(absences, key=lambda each: (each.starts, each.ends, each.reason)))
    return replace(actor, availability=replace(actor.availability, absences=ordered))


def _without(actor: Actor, absence: Absence) -> Actor:
    absences = list(actor.availability.absences)
    absences.remove(absence)
    return replace(actor, availability=replace(actor.availability, absences=tuple(absences)))
