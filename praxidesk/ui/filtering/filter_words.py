"""What a filter asks for, in words."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, ServiceId, Status
from praxidesk.ui.calendar.entry_filter import EntryFilter
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.wording import words

translate = QCoreApplication.translate

FILTERED = (
    Status.PENDING,
    Status.BOOKED,
    Status.ARRIVED,
    Status.CHECKED_IN,
    Status.FULFILLED,
    Status.NOSHOW,
)
"""Statuses to choose from, as a day goes."""


def service_words(practice: Practice, service: ServiceId) -> str:
    """The type's or procedure's name."""
    if not service:
        return words.kind_name(EntryKind.BLOCKOUT)
    offered = practice.service_of(service)
    return one_line(offered.name) if offered is not None else "?"


def filter_words(practice: Practice, wanted: EntryFilter) -> str:
    """``Kontrolle, Akut · Eingetroffen · Dr. Weber · „Müller“``."""
    services = [service_words(practice, each) for each in sorted(wanted.services)]
    statuses = [words.status_name(each) for each in FILTERED if each in wanted.statuses]
    people = [one_line(each.name) for id_, each in practice.actors.items() if id_ in wanted.people]
    parts = [", ".join(each) for each in (services, statuses, people) if each]
    if wanted.patient.strip():
        parts.append(translate("filter", "“{text}”").format(text=one_line(wanted.patient)))
    return " · ".join(parts)
