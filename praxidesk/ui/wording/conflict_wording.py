"""Conflicts as sentences, with names and times."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.hours import site_background
from praxidesk.engine.outcomes import Conflict
from praxidesk.engine.practice import Practice
from praxidesk.engine.series_outcomes import sibling_index
from praxidesk.engine.vocabulary import ConflictKind, EntryId, Severity
from praxidesk.engine.walltime import Zone
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate

_BUSY = frozenset({ConflictKind.PRACTITIONER_BUSY, ConflictKind.ROOM_BUSY, ConflictKind.DEVICE_BUSY})
_NAMING = frozenset({ConflictKind.PATIENT_BUSY, ConflictKind.BLOCKOUT, ConflictKind.TENTATIVE})
"""Their sentences end with the other entry, where it is known."""


class ConflictWording:
    """Words the conflicts of one answer."""

    def __init__(self, practice: Practice, zone: Zone, others: Iterable[Entry] = ()) -> None:
        self._practice = practice
        self._zone = zone
        self._others: Mapping[EntryId, Entry] = {entry.id: entry for entry in others}

    def blocking(self, conflicts: Iterable[Conflict]) -> list[str]:
        """One sentence each of what forbids it."""
        return [self.sentence(each) for each in conflicts if each.severity is Severity.BLOCKING]

    def warnings(self, conflicts: Iterable[Conflict]) -> list[str]:
        """One sentence each of what only speaks against it."""
        return [self.sentence(each) for each in conflicts if each.severity is Severity.WARNING]

    def sentence(self, conflict: Conflict) -> str:
        """A whole sentence for one conflict."""
        return self._pattern(conflict).format(
            who=self._who(conflict),
            other=self._other(conflict),
            time=dates.time_range(self._zone, conflict.span),
            minutes=(conflict.span.end - conflict.span.start) // 60,
            role=words.role_name(conflict.role) if conflict.role is not None else "",
            reason=self._closed_for(conflict) if conflict.kind is ConflictKind.PRACTICE_CLOSED else "",
        )

    def _who(self, conflict: Conflict) -> str:
        if conflict.actor is None:
            return self._practice.site.name
        return words.short_actor_name(self._practice, conflict.actor)

    def _other(self, conflict: Conflict) -> str:
        entry = self._others.get(conflict.entry) if conflict.entry is not None else None
        if entry is None and sibling_index(conflict.entry) is not None:
            return translate("conflicts", "another date of the same series")
        if entry is None:
            return translate("conflicts", "another entry")
        return words.entry_name(self._practice, entry)

    def _closed_for(self, conflict: Conflict) -> str:
        """The holiday or closure, where it has a name; nothing outside the opening hours."""
        closures = site_background(self._practice, self._zone, conflict.span).closures
        return ", ".join(
            dict.fromkeys(name for span, name in closures if name and span.overlaps(conflict.span))
        )

    def _is_elsewhere(self, conflict: Conflict) -> bool:
        who = self._practice.actors.get(conflict.actor) if conflict.actor is not None else None
        return who is not None and who.is_elsewhere

    def _pattern(self, conflict: Conflict) -> str:
        kind = conflict.kind
        if conflict.entry not in self._others and kind in _NAMING:
            return {
                ConflictKind.PATIENT_BUSY: translate(
                    "conflicts", "The patient already has an appointment {time}."
                ),
                ConflictKind.BLOCKOUT: translate("conflicts", "{who} is blocked {time}."),
                ConflictKind.TENTATIVE: translate("conflicts", "{who} has a request {time}."),
            }[kind]
        if kind is ConflictKind.INACTIVE and self._is_elsewhere(conflict):
            return translate("conflicts", "{who} is only at another site.")
        if kind in _BUSY:
            return translate("conflicts", "{who} is taken {time} by {other}.")
        if kind is ConflictKind.NO_HOURS and conflict.actor is None:
            return translate("conflicts", "{who} has no opening hours.")
        if kind is ConflictKind.PRACTICE_CLOSED and self._closed_for(conflict):
            return translate("conflicts", "The practice is closed {time}: {reason}.")
        if kind is ConflictKind.GAP_TOO_SHORT:
            if conflict.span.start == conflict.span.end:
                return translate("conflicts", "{who} needs a gap to {other}; there is none.")
            return translate(
                "conflicts", "{who} has only {minutes} min between this and {other}; that is too short."
            )
        return {
            ConflictKind.PATIENT_BUSY: translate(
                "conflicts", "The patient already has an appointment {time}: {other}."
            ),
            ConflictKind.PRACTICE_CLOSED: translate("conflicts", "The practice is closed {time}."),
            ConflictKind.OUTSIDE_HOURS: translate("conflicts", "{who} has no hours {time}."),
            ConflictKind.ON_BREAK: translate("conflicts", "{who} has a break {time}."),
            ConflictKind.ABSENT: translate("conflicts", "{who} is absent {time}."),
            ConflictKind.BLOCKOUT: translate("conflicts", "{who} is blocked {time}: {other}."),
            ConflictKind.NOT_QUALIFIED: translate("conflicts", "{who} does not fit this type."),
            ConflictKind.INACTIVE: translate("conflicts", "{who} is no longer active."),
            ConflictKind.STALE_VERSION: translate(
                "conflicts", "Somebody else has changed this entry meanwhile."
            ),
            ConflictKind.NO_HOURS: translate(
                "conflicts", "{who} has no hours of their own; those of the site count."
            ),
            ConflictKind.IN_THE_PAST: translate("conflicts", "This time has already passed."),
            ConflictKind.NEED_UNMET: translate("conflicts", "Still missing: {role}."),
            ConflictKind.POSSIBLE_DUPLICATE: translate(
                "conflicts", "There is already a patient of this name and birth date."
            ),
            ConflictKind.TENTATIVE: translate("conflicts", "{who} has a request {time}: {other}."),
            ConflictKind.RESERVED: translate("conflicts", "{who} is reserved for others {time}."),
            ConflictKind.TRAVEL_TOO_SHORT: translate(
                "conflicts", "{who} has only {minutes} min for the way between this and {other}."
            ),
            ConflictKind.EQUIPMENT_MISSING: translate(
                "conflicts", "{who} does not have the equipment that this needs."
            ),
            ConflictKind.OUT_OF_SERVICE: translate(
                "conflicts", "{who} is out of service then: its inspection is due."
            ),
            ConflictKind.CAPACITY_FULL: translate("conflicts", "{who} has no place left {time}."),
            ConflictKind.QUOTA_FULL: translate(
                "conflicts", "{who} already has as many appointments of this type as the practice allows."
            ),
            ConflictKind.TOO_CLOSE: translate(
                "conflicts", "{who} has another appointment of this type too near: {other}."
            ),
            ConflictKind.TOO_MANY_AT_ONCE: translate(
                "conflicts", "As many appointments of this type as the practice allows run already {time}."
            ),
            ConflictKind.NOTICE_TOO_SHORT: translate("conflicts", "This type must be booked further ahead."),
            ConflictKind.TOO_FAR_AHEAD: translate("conflicts", "This type cannot be booked so far ahead."),
            ConflictKind.STATUS_NOT_ALLOWED: translate(
                "conflicts", "The entry cannot go from its present status to this one."
            ),
        }[kind]
