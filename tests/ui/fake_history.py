"""A history to look at: deeds of three people at three desks, and an answer to every question about them."""

from praxidesk.engine.entries import Entry
from praxidesk.engine.history import (
    PAGE,
    Doer,
    Doers,
    EntryDeed,
    EntryState,
    FieldChange,
    HistoryFilter,
    HistoryLine,
    HistoryPage,
    RowDeed,
    Taken,
    Topic,
)
from praxidesk.engine.journal import Anchor, Deed, JournalProof
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Role, Status
from praxidesk.worker.questions.history import (
    AskHistory,
    EntryDeeds,
    HistoryDoers,
    LastChange,
    MoreHistory,
    ProveJournal,
)
from tests.ui.desk_practice import KOC, NOW, WEBER
from tests.ui.fake_gateway import FakeGateway

ANNA = Doer("anna", "10.0.0.12", "Platz 2", True)
BERND = Doer("bernd", "10.0.0.17", "OP-Leitstelle", True)
NOBODY = Doer("", "", "")
WHOLE = JournalProof(Anchor(12_345, "4f1a9c02d7" + "0" * 54), (), 0)


def state(entry: Entry, **more: object) -> EntryState:
    """Of an entry as it is."""
    values: dict[str, object] = {
        "kind": entry.kind,
        "status": entry.status,
        "span": entry.span,
        "type": entry.type,
        "procedure": entry.procedure,
        "patient": entry.patient.id if entry.patient else None,
        "note": entry.note,
        "reason": entry.reason,
        "override_reason": entry.override_reason,
    }
    return EntryState(**(values | more))  # type: ignore[arg-type]


def deeds_on(entry: Entry, since: int = 900) -> list[HistoryLine]:
    """What was done to it, newest first: arrived, moved to somebody else, written into, booked."""
    booked = state(entry, status=Status.BOOKED, note="")
    earlier = Span(entry.span.start - 3600, entry.span.end - 3600)
    noted = state(entry, note="Rollstuhl")
    noted = state(entry, note="Rollstuhl")
    gone, come = (Taken(each, Role.PRACTITIONER) for each in (WEBER, KOC))
    steps = (
        (EntryDeed(entry.id, Change.STATUS_CHANGED, booked, state(entry, status=Status.ARRIVED), 0), ANNA),
        (
            EntryDeed(entry.id, Change.MOVED, state(entry, note="vorher"), noted, 0),
            BERND,
        ),
        (EntryDeed(entry.id, Change.MOVED, state(entry, span=earlier), booked, 0, (come,), (gone,)), ANNA),
        (EntryDeed(entry.id, Change.BOOKED, None, state(entry, status=Status.BOOKED), 0, (gone,)), ANNA),
    )
    name = ", ".join((entry.patient.family, entry.patient.given)) if entry.patient else ""
    patient = entry.patient.id if entry.patient else None
    return [
        HistoryLine(
            entry.id * 10 - place,
            NOW - since - place * 40_000,
            Deed.UPDATE if deed.before else Deed.INSERT,
            Topic.ENTRY,
            doer,
            patient,
            name,
            deed,
        )
        for place, (deed, doer) in enumerate(steps)
    ]


def history_lines(gateway: FakeGateway) -> list[HistoryLine]:
    """Of every entry, a patient, a setting, an account, and what another program wrote: newest first."""
    store = gateway.store
    lines = [each for entry in store.entries.values() for each in deeds_on(entry, 60 * entry.id)]
    someone = next(each.patient for each in store.entries.values() if each.patient is not None)
    name = f"{someone.family}, {someone.given}"
    phone = (FieldChange("phone", "030 1", "030 55 1724"), FieldChange("note", "", "<b>Allergie</b>"))
    signed_in = FieldChange("signed_in_at", "1", "2")
    rows = (
        (Deed.READ, Topic.PATIENT, RowDeed("patient", "", None), ANNA),
        (Deed.UPDATE, Topic.PATIENT, RowDeed("patient", "", someone.id, phone), BERND),
        (Deed.INSERT, Topic.SETTINGS, RowDeed("absence", "", WEBER), ANNA),
        (
            Deed.UPDATE,
            Topic.USERS,
            RowDeed("account", "anna", None, (signed_in,)),
            ANNA,
        ),
        (Deed.UPDATE, Topic.SETTINGS, RowDeed("actor", "Sprechzimmer 1", None), NOBODY),
    )
    for place, (deed, topic, what, doer) in enumerate(rows):
        of = someone.id if topic is Topic.PATIENT else None
        lines.append(
            HistoryLine(9_000 - place, NOW - 30 - 45 * place, deed, topic, doer, of, name if of else "", what)
        )
    return sorted(lines, key=lambda each: -each.at)


def tell_history(gateway: FakeGateway, *, panel: bool = True) -> list[HistoryLine]:
    """Have the gateway answer from these lines; without the panel only who asks for a list."""
    lines = history_lines(gateway)

    def page(wanted: HistoryFilter, offset: int) -> HistoryPage:
        found = [each for each in lines if passes(wanted, each)]
        return HistoryPage(len(found), 9_999, tuple(found[offset : offset + PAGE]))

    def deeds(asked: EntryDeeds) -> tuple[HistoryLine, ...]:
        return tuple(
            each for each in lines if isinstance(each.what, EntryDeed) and each.what.entry == asked.entry
        )

    def first(asked: AskHistory) -> HistoryPage:
        return page(asked.wanted, 0)

    def more(asked: MoreHistory) -> HistoryPage:
        return page(asked.wanted, asked.offset)

    gateway.answers |= {
        **({EntryDeeds: deeds, LastChange: lambda _: lines[0]} if panel else {}),
        AskHistory: first,
        MoreHistory: more,
        HistoryDoers: lambda _: Doers(("anna", "bernd"), ("OP-Leitstelle", "Platz 2")),
        ProveJournal: lambda _: WHOLE,
    }
    return lines


def passes(wanted: HistoryFilter, line: HistoryLine) -> bool:
    """As the store would choose."""
    entry = line.what.entry if isinstance(line.what, EntryDeed) else None
    return (
        (wanted.entry is None or wanted.entry == entry)
        and (wanted.patients is None or line.patient in wanted.patients)
        and (wanted.topic is None or wanted.topic is line.topic)
        and (wanted.login is None or wanted.login == line.doer.login)
        and (wanted.desk is None or wanted.desk == line.doer.desk)
        and (wanted.span is None or wanted.span.start <= line.at < wanted.span.end)
    )
