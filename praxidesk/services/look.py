"""A look at the store: what a decision must know of it, asked in one query."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from praxidesk.engine.reach import Reach
from praxidesk.engine.vocabulary import ActorId
from praxidesk.models import queries
from praxidesk.models.queries import Facts
from praxidesk.services.desk import NO_TIME

NOWHERE = Reach(frozenset(), NO_TIME)
"""Nothing of the calendar: only the practice's version, the patient and the key are asked for."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a decision must know of the store."""

    reach: Reach
    patient_number: str | None = None
    """The patient to look up, by number or by row."""
    patient_id: ActorId | None = None
    key: str | None = None


Look = Callable[[Connection, Question], Facts]
"""Answers a question; out of the store, or out of what one query brought for many."""


def look_in_store(connection: Connection, question: Question) -> Facts:
    """One query."""
    return queries.surroundings(
        connection,
        question.reach.actors,
        question.reach.span,
        services=question.reach.services,
        patient_number=question.patient_number,
        patient_id=question.patient_id,
        key=question.key,
    )
