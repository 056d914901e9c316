"""Many wishes weighed together: locked once, looked around once, each decided on by itself.

The dates of a series, or the parts of a combination. Each sees what stands around it in the store, and
those before it that were accepted.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from praxidesk.engine.bulk import taken_by
from praxidesk.engine.capacity import Reseat
from praxidesk.engine.entries import Taken
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.proposal import Proposal
from praxidesk.engine.reach import Reach, all_of
from praxidesk.engine.requests import NewPatient, PatientRef, RequestKey
from praxidesk.engine.taken_index import TakenIndex
from praxidesk.engine.vocabulary import NOBODY, ActorId, EntryId
from praxidesk.models.queries import Facts, KnownKey
from praxidesk.services.answers import invalid
from praxidesk.services.desk import Desk
from praxidesk.services.look import NOWHERE, Question, look_in_store
from praxidesk.services.unseen_dates import with_blocked
from praxidesk.services.weighing import (
    Weighed,
    Wish,
    is_known,
    judge,
    known_so_far,
    lock_all,
    make_room,
    reach_of,
)

NEWCOMER = ActorId(-1)
"""Stands for a new patient, who meets nobody but the other entries of the same request."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A wish, and what it would take before the desk has chosen anybody."""

    wish: Wish
    proposal: Proposal

    @property
    def stays(self) -> bool:
        """Whether it would stand where it stands, and so is in the way of the others there."""
        return not self.wish.is_checked(self.proposal)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the wishes of a request have in common."""

    patient: PatientRef | None = None
    key: RequestKey | None = None
    override_reason: str | None = None


Wishes = Callable[[Desk], Sequence[Wish] | Invalid]


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands around all of them, and each of them as a draft."""

    facts: Facts
    drafts: tuple[Draft, ...]
    is_known: bool
    """The new patient may be one whom the practice has."""
    patient: ActorId | None
    """With whom wishes are planned: the patient's row, or what stands for it."""


def look_around_all(
    connection: Connection, desk: Desk, wishes: Wishes, asked: Asked, *, lock: bool
) -> Looked | KnownKey | Invalid:
    """One look for all; again where the practice has changed since the desk read it."""
    if asked.override_reason is not None and not asked.override_reason.strip():
        return invalid("override.reason", "an override needs a reason")
    patient, number = known_so_far(asked.patient)
    drafted = NEWCOMER if isinstance(asked.patient, NewPatient) else patient
    key = None if asked.key is None else asked.key.key
    while True:
        drafts = _drafts(desk, wishes, drafted)
        if isinstance(drafts, Invalid):
            facts = look_in_store(connection, Question(NOWHERE, key=key))
        else:
            reach = _joined(desk, drafts)
            if lock:
                lock_all(connection, sorted(reach.actors), number, patient)
            known = None if patient == NOBODY else patient
            facts = look_in_store(connection, Question(reach, number, known, key))
        if facts.practice_version != desk.practice.version:
            desk.reload(connection)
            continue
        if facts.known is not None:
            return facts.known
        if isinstance(drafts, Invalid):
            return drafts
        return Looked(facts, drafts, is_known(connection, desk.practice, asked.patient), drafted)


class Gathering:
    """Wishes that are decided on one after the other."""

    def __init__(self, desk: Desk, looked: Looked, now: int, leaving: Collection[EntryId] = ()) -> None:
        """``leaving``: stored entries that are about to go from where they stand."""
        self._desk = desk
        self._looked = looked
        self._now = now
        self._taken = [each for each in looked.facts.taken if each.entry not in leaving]
        self._index = TakenIndex(self._taken)
        self.accepted: dict[EntryId, Proposal] = {}
        """What stands in the way of the next besides the store, each at the places it has by now."""

    def judge(
        self, draft: Draft, beside: Sequence[Taken] = (), reseats: Sequence[Reseat] = ()
    ) -> Weighed | Invalid:
        """Decide on one as if it were alone with what is accepted.

        :param beside: what else may come to stand there
        :param reseats: who may have got other places for that
        """
        facts = self._looked.facts
        reach = reach_of(self._desk, draft.wish, draft.proposal)
        if facts.patient is not None:
            reach = replace(reach, actors=reach.actors | {facts.patient.id})
        near = (*reseated(self._index.within(reach), reseats), *beside)
        return judge(
            self._desk,
            draft.wish,
            draft.proposal,
            replace(facts, taken=near),
            self._now,
            is_known=self._looked.is_known,
        )

    def accept_each(self, drafts: Mapping[EntryId, Draft]) -> Mapping[EntryId, Weighed] | Invalid:
        """Judge one after the other; those that something blocks are not accepted."""
        weighed: dict[EntryId, Weighed] = {}
        for entry, draft in drafts.items():
            each = self.judge(draft)
            if isinstance(each, Invalid):
                return each
            weighed[entry] = each
            if not each.is_blocked:
                self.accept(each, entry)
        return weighed

    def accept(self, weighed: Weighed, entry: EntryId) -> None:
        """Let what was decided on, under this number, stand in the way of those that follow."""
        for id_, earlier in self.accepted.items():
            self.accepted[id_] = on_other_places(earlier, id_, weighed.reseats)
        self.accepted[entry] = weighed.proposal
        added = list(taken_by(replace(weighed.proposal, entry=entry)))
        if weighed.reseats:
            self._taken = [*reseated(self._taken, weighed.reseats), *added]
            self._index = TakenIndex(self._taken)
        else:
            self._taken += added
            for taken in added:
                self._index.add(taken)


def decided_in_rounds(
    gathered: Callable[[frozenset[EntryId]], Gathering],
    drafts: Mapping[EntryId, Draft],
    unseen: frozenset[EntryId],
    *,
    skips: bool,
) -> tuple[Gathering, Mapping[EntryId, Weighed]] | Invalid:
    """Each by itself, all leaving their places; where some stay, the others once more beside them.

    :param gathered: what stands around those that go, once they are gone
    :param unseen: those that something is in the way of that the login does not see
    :param skips: whether the others may go at all where some stay
    """
    weighed: dict[EntryId, Weighed] = {}
    going = frozenset(drafts)
    # Nothing is asked of them, so they would not be seen to meet those who come to where they stand.
    unmoved = {id_ for id_, draft in drafts.items() if draft.stays}
    while True:
        gathering = gathered(going - unmoved)
        judged = gathering.accept_each({id_: draft for id_, draft in drafts.items() if id_ in going})
        if isinstance(judged, Invalid):
            return judged
        judged = with_blocked(judged, unseen)
        weighed.update(judged)
        staying = {id_ for id_, each in judged.items() if each.is_blocked}
        if not staying or not skips:
            return gathering, weighed
        going -= staying


def reseated(rows: Iterable[Taken], reseats: Sequence[Reseat]) -> Iterable[Taken]:
    """What stands there once those who had to have other places."""
    if not reseats:
        return rows
    targets = {(each.entry, each.source, start): each.target for each in reseats for start in each.starts}
    return [row._replace(actor=targets.get((row.entry, row.actor, row.starts_at), row.actor)) for row in rows]


def on_other_places(proposal: Proposal, entry: EntryId, reseats: Sequence[Reseat]) -> Proposal:
    """A proposal that is not stored yet, on the places it was put on for others of the same request."""
    own = [each for each in reseats if each.entry == entry]
    if not own:
        return proposal
    targets = {(each.source, start): each.target for each in own for start in each.starts}
    return replace(
        proposal,
        allocations=tuple(
            replace(each, actor=targets.get((each.actor, each.starts_at), each.actor))
            for each in proposal.allocations
        ),
    )


def make_room_for_all(
    connection: Connection, weighed: Iterable[Weighed], now: int, leaving: Collection[EntryId] = ()
) -> None:
    """Put stored entries on other places, in the order in which it was decided.

    :param leaving: entries of the request itself, which are written with their places anyway
    """
    for each in weighed:
        stored = tuple(reseat for reseat in each.reseats if reseat.entry > 0 and reseat.entry not in leaving)
        if stored:
            make_room(connection, replace(each, reseats=stored), now)


def _drafts(desk: Desk, wishes: Wishes, patient: ActorId | None) -> tuple[Draft, ...] | Invalid:
    wanted = wishes(desk)
    if isinstance(wanted, Invalid):
        return wanted
    drafts: list[Draft] = []
    for wish in wanted:
        proposal = wish.plan(desk.practice, desk.zone, patient)
        if isinstance(proposal, Invalid):
            return proposal
        drafts.append(Draft(wish, proposal))
    return tuple(drafts)


def _joined(desk: Desk, drafts: Sequence[Draft]) -> Reach:
    joined = all_of([reach_of(desk, each.wish, each.proposal) for each in drafts]) or NOWHERE
    return replace(joined, actors=joined.actors - {NEWCOMER})
