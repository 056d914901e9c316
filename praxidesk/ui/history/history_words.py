"""What stands in the journal, in words: what was done, to what, by whom and from where."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.history import Doer, EntryDeed, EntryState, HistoryLine, RowDeed, Taken, Topic
from praxidesk.engine.journal import Deed
from praxidesk.engine.outcomes import Change
from praxidesk.engine.patient_changes import PatientField
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import EntryKind, Role, Status
from praxidesk.engine.walltime import Zone
from praxidesk.ui.patient import patient_words
from praxidesk.ui.wording import dates, theatre_words, words

translate = QCoreApplication.translate

_LONGEST = 60
"""Characters of what somebody wrote that a line repeats."""


def deed_words(practice: Practice, zone: Zone, line: HistoryLine) -> str:
    """``verschoben von 09:30 auf 10:00 · statt Dr. Weber: Dr. Koç``."""
    what = line.what
    said = _entry_words(practice, zone, what) if isinstance(what, EntryDeed) else _row_words(line, what)
    return " · ".join(said)


def subject_words(practice: Practice, zone: Zone, line: HistoryLine) -> str:
    """What it was done to: ``Kaya, Deniz · Kontrolle · Mo 23. Nov. 09:30``."""
    what = line.what
    if isinstance(what, EntryDeed):
        service = practice.service(what.after.type, what.after.procedure)
        is_named = what.after.kind is EntryKind.BLOCKOUT and what.after.reason
        name = service.name if service is not None else words.kind_name(what.after.kind)
        start = what.after.span.start
        when = f"{dates.short_day(zone.day_of(start))} {dates.clock(zone, start)}"
        parts = (line.patient_name, _short(what.after.reason) if is_named else name, when)
        return " · ".join(part for part in parts if part)
    if line.topic is Topic.PATIENT:
        return line.patient_name or translate("history", "Patient")
    actor = practice.actor_or_group(what.actor) if what.actor is not None else None
    name = what.name if what.subject == "actor" or actor is None else actor.name
    return " · ".join(part for part in (thing_name(what.subject), name) if part)


def doer_words(doer: Doer) -> str:
    """Who and from where, in one: ``anna · Platz 2``; of a file without accounts the desk alone."""
    return " · ".join(part for part in (doer.person, place_words(doer)) if part)


def place_words(doer: Doer) -> str:
    """From where: what the desk calls itself, else its address."""
    if not doer.is_known:
        return translate("history", "another program")
    return doer.desk or doer.client or translate("history", "the server itself")


def doer_known(doer: Doer) -> str:
    """All that is known of who it was, and what only they say."""
    if not doer.is_known:
        return translate("history", "Written by another program: nobody knows by whom.")
    client = doer.client or translate("history", "the server itself")
    by = translate("history", "Login {login}, from {client}")
    if not doer.is_person:
        by = translate("history", "Account {login} of the computer {client}")
    known = by.format(login=doer.login, client=client)
    if not doer.desk:
        return known
    label = translate("history", "The desk calls itself “{desk}”; nobody has checked that.")
    return known + "\n" + label.format(desk=doer.desk)


def note_words(deed: EntryDeed) -> str:
    """What a note said before and says now; empty where it is the same."""
    old, new = deed.before.note if deed.before is not None else "", deed.after.note
    if old == new:
        return ""
    if not old:
        return translate("history", "Note: “{new}”").format(new=_short(new))
    return translate("history", "Note: “{new}” instead of “{old}”").format(new=_short(new), old=_short(old))


def topic_name(topic: Topic) -> str:
    """``Termine``: what a filter is called."""
    return {
        Topic.ENTRY: translate("history", "Appointments"),
        Topic.PATIENT: translate("history", "Patients", "history"),
        Topic.SETTINGS: translate("history", "Settings"),
        Topic.USERS: translate("history", "Users"),
    }[topic]


def thing_name(subject: str) -> str:
    """What a row of a table is: ``Abwesenheit``."""
    return {
        "site": translate("history", "Practice"),
        "actor": translate("history", "Person, room or device"),
        "actor_site": translate("history", "Site"),
        "weekly_window": translate("history", "Hours"),
        "absence": translate("history", "Absence"),
        "day_exception": translate("history", "Single day"),
        "local_holiday": translate("history", "Local holiday"),
        "policy": translate("history", "Rule of booking"),
        "setting": translate("history", "Setting"),
        "appointment_type": translate("history", "Appointment type"),
        "procedure": translate("history", "Procedure"),
        "need": translate("history", "Need"),
        "quota": translate("history", "Limit"),
        "combination": translate("history", "Combination"),
        "reservation": translate("history", "Reserved time"),
        "account": translate("history", "User"),
        "login": translate("history", "User"),
        "patient": translate("history", "Patient"),
    }.get(subject, subject)


def _entry_words(practice: Practice, zone: Zone, deed: EntryDeed) -> list[str]:
    before, after = deed.before, deed.after
    said: list[str] = []
    if before is None:
        said.append(_begun(after))
    else:
        said += _changed(practice, zone, deed.change, before, after)
    said += _people(practice, deed, is_new=before is None)
    if deed.milestones:
        said.append(theatre_words.recorded(zone, deed.milestones))
    if after.override_reason and (before is None or before.override_reason != after.override_reason):
        said.append(
            translate("history", "in spite of a rule: “{reason}”").format(
                reason=_short(after.override_reason)
            )
        )
    return said or [translate("history", "changed")]


def _begun(after: EntryState) -> str:
    if after.status is Status.BOOKED:
        is_blockout = after.kind is EntryKind.BLOCKOUT
        return (
            translate("history", "blocked")
            if is_blockout
            else words.history_word(Change.BOOKED, after.status)
        )
    return words.history_word(Change.STATUS_CHANGED, after.status)


def _changed(
    practice: Practice, zone: Zone, change: Change, before: EntryState, after: EntryState
) -> list[str]:
    said: list[str] = []
    if before.status is not after.status:
        done = words.history_word(
            Change.CANCELLED if change is Change.CANCELLED else Change.STATUS_CHANGED, after.status
        )
        is_reasoned = after.status is Status.CANCELLED and after.reason and after.reason != before.reason
        said.append(f"{done}: {_quoted(after.reason)}" if is_reasoned else done)
    if before.span.start != after.span.start:
        said.append(_moved(zone, before, after))
    elif before.span.end != after.span.end:
        text = translate("history", "until {new} instead of {old}")
        said.append(
            text.format(new=dates.clock(zone, after.span.end), old=dates.clock(zone, before.span.end))
        )
    if (before.type, before.procedure) != (after.type, after.procedure):
        old, new = (practice.service(each.type, each.procedure) for each in (before, after))
        if old is not None and new is not None:
            said.append(_instead(old.name, new.name))
    if before.patient != after.patient:
        said.append(translate("history", "another patient"))
    if before.note != after.note:
        said.append(_note(before.note, after.note))
    return said


def _moved(zone: Zone, before: EntryState, after: EntryState) -> str:
    old, new = before.span.start, after.span.start
    same_day = zone.day_of(old) == zone.day_of(new)
    old_text, new_text = (
        dates.clock(zone, each)
        if same_day
        else f"{dates.short_day(zone.day_of(each))} {dates.clock(zone, each)}"
        for each in (old, new)
    )
    return translate("history", "moved from {old} to {new}").format(old=old_text, new=new_text)


def _people(practice: Practice, deed: EntryDeed, *, is_new: bool) -> list[str]:
    added = [each for each in deed.added if each.role is not Role.PATIENT]
    removed = [each for each in deed.removed if each.role is not Role.PATIENT]
    said: list[str] = []
    for each in tuple(removed):
        other = next((one for one in added if one.role is each.role), None)
        if other is not None:
            added.remove(other)
            removed.remove(each)
            said.append(_instead(_name(practice, each), _name(practice, other)))
    if added:
        names = ", ".join(_name(practice, each) for each in added)
        said.append(names if is_new else translate("history", "with {names}").format(names=names))
    if removed:
        names = ", ".join(_name(practice, each) for each in removed)
        said.append(translate("history", "without {names}").format(names=names))
    return said


def _row_words(line: HistoryLine, what: RowDeed) -> list[str]:
    if line.deed is Deed.READ:
        return [translate("history", "record opened")]
    if line.deed is not Deed.UPDATE:
        is_new = line.deed is Deed.INSERT
        return [translate("history", "new") if is_new else translate("history", "removed")]
    if what.subject == "patient":
        return [text for field in PatientField if (text := _field_words(field, what))] or [_plain()]
    if what.subject in {"account", "login"}:
        return _account_words(what)
    return [_plain()]


def _plain() -> str:
    return translate("history", "changed")


def _field_words(field: PatientField, what: RowDeed) -> str:
    found = next((each for each in what.fields if each.name == field.value), None)
    if found is None:
        return ""
    if field is PatientField.NOTE:
        return _note(found.before, found.after)
    name = patient_words.field_name(field)
    old, new = _short(found.before), _short(found.after)
    if field is PatientField.SEX:
        old, new = (
            patient_words.sex_name(each) if each in patient_words.SEXES else each for each in (old, new)
        )
    if not found.before:
        return translate("history", "{field}: {new}").format(field=name, new=new)
    if not found.after:
        return translate("history", "{field} removed, was {old}").format(field=name, old=old)
    return translate("history", "{field}: {new} instead of {old}").format(field=name, new=new, old=old)


def _account_words(what: RowDeed) -> list[str]:
    changed = {each.name: each for each in what.fields}
    said: list[str] = []
    if "password" in changed:
        said.append(translate("history", "password changed"))
    if "locked" in changed:
        is_locked = changed["locked"].after in {"1", "True"}
        said.append(translate("history", "locked") if is_locked else translate("history", "unlocked"))
    if "session" in changed:
        said.append(translate("history", "connection ended"))
    if "role" in changed:
        said.append(_instead(changed["role"].before, changed["role"].after))
    if "signed_in_at" in changed:
        said.append(translate("history", "signed in"))
    elif "failures" in changed and changed["failures"].after != "0":
        said.append(translate("history", "wrong password"))
    return said or [_plain()]


def _instead(old: str, new: str) -> str:
    return translate("history", "instead of {old}: {new}").format(old=old, new=new)


def _note(before: str, after: str) -> str:
    if not before:
        return translate("history", "note written")
    return translate("history", "note changed") if after else translate("history", "note removed")


def _name(practice: Practice, taken: Taken) -> str:
    return words.short_actor_name(practice, taken.actor)


def _quoted(text: str) -> str:
    return translate("history", "“{text}”").format(text=_short(text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def listed(parts: Sequence[str]) -> str:
    """Parts that are there, in one line."""
    return " · ".join(part for part in parts if part)
