"""Why there is nothing earlier, as somebody at the desk would say it on the phone."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import BlockedSpan, Blocker, MovedEntry, Release, WhyNotEarlier
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ConflictKind, EntryId
from praxidesk.engine.walltime import Zone
from praxidesk.ui.rules.rule_names import rule_name
from praxidesk.ui.wording import dates, words

translate = QCoreApplication.translate

EntryAt = Callable[[EntryId, int], Entry | None]
"""An entry that is loaded, by its id and an instant around which it stands."""

_TAKEN = frozenset({ConflictKind.PRACTITIONER_BUSY, ConflictKind.ROOM_BUSY, ConflictKind.DEVICE_BUSY})
_NAMED = 2
"""How many blockers are named of those who could all do it."""


def why_lead() -> str:
    """What a reason begins with."""
    return translate("why", "Why not earlier?")


class WhyWording:
    """Words one answer."""

    def __init__(self, practice: Practice, zone: Zone, entry_at: EntryAt) -> None:
        self._practice = practice
        self._zone = zone
        self._entry_at = entry_at

    def reason(self, why: WhyNotEarlier) -> str:
        """What stands right before the first slot; empty where nothing does."""
        if not why.spans:
            return ""
        last = max(why.spans, key=lambda each: (each.starts.end, each.starts.start))
        together = [each for each in why.spans if each.starts.end == last.starts.end]
        said = [self._span(each) for each in together[:_NAMED]]
        reasons = "; ".join(dict.fromkeys(said))
        return translate("why", "Why not earlier? {reasons}.").format(
            reasons=reasons[:1].upper() + reasons[1:]
        )

    def release(self, release: Release) -> str:
        """What single change would open something earlier."""
        when = self._moment(release.starts_at)
        change = release.change
        if isinstance(change, MovedEntry):
            return translate("why", "Already {time} if {entry} moves to {other}.").format(
                time=when,
                entry=self._named_entry(change.entry, change.span.start),
                other=self._moment(change.moved_to),
            )
        return translate("why", "Already {time} with {actor} instead of {other}.").format(
            time=when,
            actor=words.short_actor_name(self._practice, change.actor),
            other=words.short_actor_name(self._practice, change.instead_of),
        )

    def _span(self, blocked: BlockedSpan) -> str:
        said = [self._blocker(each, blocked.starts.end - 1) for each in blocked.blockers[:_NAMED]]
        more = len(blocked.blockers) - len(said)
        text = ", ".join(said)
        if more:
            text = translate("why", "{reasons} and {count} more").format(reasons=text, count=more)
        return text

    def _blocker(self, blocker: Blocker, at: int) -> str:
        until = "" if blocker.until is None else self._until(blocker.until, at)
        return (
            self._pattern(blocker)
            .format(
                who="" if blocker.actor is None else words.short_actor_name(self._practice, blocker.actor),
                until=until,
                entry="" if blocker.entry is None else self._named_entry(blocker.entry, at),
            )
            .replace("  ", " ")
            .strip()
        )

    def _pattern(self, blocker: Blocker) -> str:
        kind = blocker.kind
        if kind in _TAKEN:
            return translate("why", "{who} is taken {until} by {entry}")
        known = {
            ConflictKind.BLOCKOUT: translate("why", "{who} is blocked {until}"),
            ConflictKind.PATIENT_BUSY: translate("why", "the patient has another appointment {until}"),
            ConflictKind.TENTATIVE: translate("why", "{who} has a request {until}"),
            ConflictKind.OUTSIDE_HOURS: translate("why", "{who} has no hours {until}"),
            ConflictKind.ON_BREAK: translate("why", "{who} has a break {until}"),
            ConflictKind.ABSENT: translate("why", "{who} is absent {until}"),
            ConflictKind.RESERVED: translate("why", "{who} is reserved for others {until}"),
            ConflictKind.GAP_TOO_SHORT: translate("why", "{who} needs a gap {until}"),
            ConflictKind.TRAVEL_TOO_SHORT: translate("why", "{who} is on the way {until}"),
            ConflictKind.QUOTA_FULL: translate("why", "the quota of {who} is full {until}"),
            ConflictKind.TOO_CLOSE: translate("why", "{who} has another of this type too near {until}"),
            ConflictKind.TOO_MANY_AT_ONCE: translate("why", "too many of this type run at once {until}"),
            ConflictKind.CAPACITY_FULL: translate("why", "{who} has no place left {until}"),
            ConflictKind.PRACTICE_CLOSED: translate("why", "the practice is closed {until}"),
            ConflictKind.NOTICE_TOO_SHORT: translate("why", "the type needs more notice"),
            ConflictKind.TOO_FAR_AHEAD: translate("why", "the type cannot be booked so far ahead"),
            ConflictKind.NEED_UNMET: translate("why", "{who} is needed in another place"),
        }
        return known.get(kind) or "{who}: " + rule_name(kind)

    def _until(self, instant: int, at: int) -> str:
        """``bis 10:15``, with the day where it is another; of whole days the last: ``bis Do 10. Dez.``."""
        last, end = self._zone.day_of(instant - 1), self._zone.local(instant)
        if not (end.hour or end.minute):
            time = dates.short_day(last)
        elif last == self._zone.day_of(at):
            time = dates.clock(self._zone, instant)
        else:
            time = self._moment(instant)
        return translate("why", "until {time}").format(time=time)

    def _moment(self, instant: int) -> str:
        return f"{dates.short_day(self._zone.day_of(instant))} {dates.clock(self._zone, instant)}"

    def _named_entry(self, id_: EntryId, at: int) -> str:
        entry = self._entry_at(id_, at)
        if entry is None:
            return translate("why", "another entry")
        return words.entry_name(self._practice, entry)
