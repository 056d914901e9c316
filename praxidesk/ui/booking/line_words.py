"""How a typed line was read, in words: one chip for each thing that a booking needs."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.engine.practice import Practice
from praxidesk.engine.typed_values import Meaning, Piece, Trouble
from praxidesk.engine.vocabulary import ActorId, ActorKind, EntryKind, Role
from praxidesk.ui.booking.chip_row import Chip, ChipLook
from praxidesk.ui.booking.draft import Draft, default_minutes, service_of, total_minutes
from praxidesk.ui.booking.line_draft import unfit_actors
from praxidesk.ui.booking.line_state import LineState
from praxidesk.ui.booking.state import BookingState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.ui.wording.rank_words import ranking_name

translate = QCoreApplication.translate

_WHEN = (Meaning.DAY, Meaning.TIME)
_WHAT = (Meaning.SERVICE, Meaning.COMBINATION)
_LONGEST_NAME = 24


def line_submit_words(words_: str, line: LineState, state: BookingState) -> str:
    """What Enter does with a line: where it is more than what it would do with the fields."""
    if line.is_unknown and not state.saving:
        return translate("line", "New patient …")
    if line.error and not state.saving:
        return translate("line", "Look again")
    if line.reading.combination is not None and not state.saving:
        return translate("line", "On to the combination …")
    if line.guessed is not None and state.can_submit:
        # One Enter books: whom the words were only taken to mean is named where the eye is then.
        said = translate("line", "{book} for {patient}")
        return said.format(book=words_, patient=line_name(line.guessed))
    return words_


def chips(practice: Practice, draft: Draft, state: LineState) -> list[Chip]:
    """In the order in which one says it: who, what, how long, when, with whom; then what is not heeded."""
    return [
        *_patient(state),
        *_service(practice, draft, state),
        *_length(practice, draft, state),
        *_when(draft, state),
        *_actors(practice, draft, state),
        *_order(state),
        *_unclear(state),
    ]


def help_chips(practice: Practice) -> list[Chip]:
    """What can be typed, by examples of this very practice."""
    service = next(iter(practice.types.values()), None)
    people = [each for each in practice.actors.values() if each.active]
    person = next((each for each in people if each.kind is ActorKind.PRACTITIONER), None)
    room = next((each for each in people if each.kind is ActorKind.ROOM), None)
    who = " · ".join(each.code.lower() for each in (person, room) if each is not None)
    named = (
        (
            translate("line", "mü 29.2.84"),
            translate("line", "Patient"),
            translate("line", "name, birth date, number"),
        ),
        (
            service.code.lower() if service is not None else "kontr",
            translate("line", "Type"),
            translate("line", "beginning or short name"),
        ),
        ("20 · 1h", translate("line", "Length"), translate("line", "else as usual")),
        (
            translate("line", "thu · 26.11."),
            translate("line", "Day"),
            translate("line", "tomorrow, next week"),
        ),
        (translate("line", "pm · from 14"), translate("line", "Time"), translate("line", "9:30, before 10")),
        (who, translate("line", "With"), translate("line", "practitioner, room")),
    )
    return [Chip(*each, look=ChipLook.SILENT) for each in named]


def example(practice: Practice) -> str:
    """A line as one types it, with a type and a name of this practice."""
    service = next(iter(practice.types.values()), None)
    person = next(
        (
            each
            for each in practice.actors.values()
            if each.active and each.kind is ActorKind.PRACTITIONER and Role.PRACTITIONER in each.roles
        ),
        None,
    )
    return translate("line", "mü {type} 20 thu pm {person}").format(
        type=service.code.lower() if service is not None else "",
        person=person.name.split()[-1].lower() if person is not None else "",
    )


def line_name(patient: PatientOnEntry) -> str:
    """``Mühlbauer, C.``: for a button; never so long that the button would not fit."""
    name = f"{patient.family}, {patient.given[0]}." if patient.family and patient.given else patient.family
    name = one_line(name or patient.given)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def born_and_number(patient: PatientOnEntry) -> str:
    """``29.02.1984 · P-1001``."""
    born = [dates.birth_date(patient.birth_date)] if patient.birth_date is not None else []
    return " · ".join([*born, patient.number])


def _typed(state: LineState, *meanings: Meaning) -> list[Piece]:
    return [each for each in state.reading.pieces if each.meaning in meanings and each.trouble is None]


def _joined(pieces: list[Piece]) -> str:
    return " ".join(each.typed for each in pieces)


def _look(pieces: list[Piece]) -> ChipLook:
    return ChipLook.GUESS if any(each.is_guess for each in pieces) else ChipLook.READ


def _patient(state: LineState) -> Iterator[Chip]:
    pieces = _typed(state, Meaning.PATIENT)
    typed, patient = _joined(pieces), state.patient
    if state.is_new:
        name = (
            ""
            if state.newcomer is None
            else ", ".join(part for part in (state.newcomer.family, state.newcomer.given) if part)
        )
        yield Chip(typed or "+", name or translate("line", "New patient"), translate("line", "new patient"))
    elif isinstance(patient, PatientOnEntry):
        label, about, look = typed or translate("line", "chosen"), born_and_number(patient), _look(pieces)
        count = max(state.total, len(state.found))
        if pieces and count > 1:
            about = translate("line", "{place} of {count} · {about}").format(
                place=state.chosen + 1, count=count, about=about
            )
            look = ChipLook.GUESS if state.guessed is not None else look
        yield Chip(label, words.patient_name(patient), about, look)
    elif state.is_searching:
        yield Chip(typed, translate("line", "Patient"), translate("line", "looking …"))
    elif pieces and state.error:
        yield Chip(typed, translate("line", "Patient"), translate("line", "no answer"), ChipLook.REFUSED)
    elif pieces:
        yield Chip(typed, translate("line", "Not found"), translate("line", "no patient"), ChipLook.REFUSED)
    else:
        look = ChipLook.REFUSED if state.needs_patient else ChipLook.SILENT
        yield Chip(translate("line", "not named"), translate("line", "Patient?"), "", look)


def _service(practice: Practice, draft: Draft, state: LineState) -> Iterator[Chip]:
    pieces = _typed(state, *_WHAT)
    code = state.reading.combination
    combination = next((each for each in practice.combinations if each.code == code), None)
    if combination is not None:
        below = translate("line", "%n appointment(s)", "", len(combination.parts))
        yield Chip(_joined(pieces), combination.name, below, _look(pieces))
        return
    service = service_of(practice, draft)
    if service is None:
        yield Chip(translate("line", "not named"), translate("line", "Type?"), "", ChipLook.SILENT)
        return
    buffers = _buffers(service.buffer_before, service.buffer_after)
    if pieces:
        yield Chip(_joined(pieces), service.name, buffers, _look(pieces))
    else:
        label = translate("line", "chosen") if state.keeps_service else translate("line", "not named")
        yield Chip(label, service.name, buffers, ChipLook.SILENT)


def _buffers(before: int, after: int) -> str:
    if before and after:
        return translate("line", "{before} min before, {after} after").format(before=before, after=after)
    if before or after:
        pattern = (
            translate("line", "{minutes} min before") if before else translate("line", "{minutes} min after")
        )
        return pattern.format(minutes=before or after)
    return translate("line", "no buffer")


def _length(practice: Practice, draft: Draft, state: LineState) -> Iterator[Chip]:
    usual = default_minutes(service_of(practice, draft))
    own = draft.minutes if draft.minutes is not None else usual
    typed = _joined(_typed(state, Meaning.LENGTH))
    if not typed and own == usual:
        return
    below = translate("line", "instead of {minutes}").format(minutes=usual)
    if own == usual:
        below = translate("line", "as usual")
    if draft.kind is EntryKind.OPERATION:
        total = total_minutes(practice, draft)
        below = translate("line", "surgery; {minutes} in all").format(minutes=total)
    look = ChipLook.READ if typed else ChipLook.SILENT
    yield Chip(typed or translate("line", "drawn"), words.minutes_text(own), below, look)


def _when(draft: Draft, state: LineState) -> Iterator[Chip]:
    reading, pieces = state.reading, _typed(state, *_WHEN)
    if not pieces:
        if draft.minute is not None:
            day, time = dates.short_day(draft.day), dates.minute_text(draft.minute)
            yield Chip(translate("line", "place chosen"), day, time, ChipLook.SILENT)
        return
    day = _days(state, draft)
    time = _hours(state)
    if reading.days is None:
        yield Chip(_joined(pieces), time, translate("line", "from {day} on").format(day=day), _look(pieces))
    else:
        yield Chip(_joined(pieces), day, time, _look(pieces))


def _days(state: LineState, draft: Draft) -> str:
    days = state.reading.days
    if days is None:
        return dates.tiny_day(draft.day)
    if days.single is not None:
        return dates.short_day(days.single)
    if len(days.weekdays) < 7 and (days.last - days.first).days < 7:
        inside = (date.fromordinal(each) for each in range(days.first.toordinal(), days.last.toordinal() + 1))
        return ", ".join(dates.tiny_day(each) for each in inside if each.weekday() in days.weekdays)
    return f"{dates.day_and_month(days.first)} – {dates.day_and_month(days.last)}"


def _hours(state: LineState) -> str:
    moment, between = state.reading.moment, state.reading.between
    if moment is not None:
        return translate("line", "at {time}").format(time=dates.minute_text(moment.minute))
    if between is None:
        return translate("line", "all day")
    if between.start == 0:
        return translate("line", "until {time}").format(time=dates.minute_text(between.end))
    if between.end >= 24 * 60:
        return translate("line", "from {time}").format(time=dates.minute_text(between.start))
    return translate("line", "{start} – {end}").format(
        start=dates.minute_text(between.start), end=dates.minute_text(between.end)
    )


def _actors(practice: Practice, draft: Draft, state: LineState) -> Iterator[Chip]:
    unfit = unfit_actors(practice, draft)
    pieces = _typed(state, Meaning.ACTOR)
    service = service_of(practice, draft)
    for actor in state.reading.actors:
        own = [each for each in pieces if each.value == actor]
        if not own:
            continue
        name = words.short_actor_name(practice, actor)
        if actor in unfit:
            below = translate("line", "does not do {type}").format(type=service.name if service else "")
            yield Chip(_joined(own), name, below, ChipLook.REFUSED)
        else:
            yield Chip(_joined(own), name, _beside(practice, draft, actor), _look(own))
    if not state.reading.actors:
        for actor in draft.wished:
            if any(seat.actor == actor for seat in draft.seats):
                label = translate("line", "place chosen")
                name = words.short_actor_name(practice, actor)
                yield Chip(label, name, _beside(practice, draft, actor), ChipLook.SILENT)


def _beside(practice: Practice, draft: Draft, actor: ActorId) -> str:
    """What is left to the desk beside a practitioner; what a room or device is."""
    known = practice.actors[actor]
    if known.kind is not ActorKind.PRACTITIONER:
        return translate("line", "Room") if known.kind is ActorKind.ROOM else translate("line", "Device")
    open_rooms = any(seat.role is Role.ROOM and seat.actor is None for seat in draft.seats)
    return translate("line", "room: any") if open_rooms else practice_word(known.specialty)


def _order(state: LineState) -> Iterator[Chip]:
    ranking, pieces = state.reading.ranking, _typed(state, Meaning.ORDER)
    if ranking is not None:
        yield Chip(_joined(pieces), translate("line", "Order"), ranking_name(ranking))


def _unclear(state: LineState) -> Iterator[Chip]:
    reasons: dict[Trouble, Callable[[], str]] = {
        Trouble.NO_SUCH_DAY: lambda: translate("line", "no such day"),
        Trouble.NO_SUCH_TIME: lambda: translate("line", "no such time"),
        Trouble.EITHER_WAY: lambda: translate("line", "day or month first?"),
        Trouble.TWICE: lambda: translate("line", "said before, otherwise"),
        Trouble.CONTRADICTS: lambda: translate("line", "contradicts the rest"),
        Trouble.NO_MEANING: lambda: translate("line", "not understood"),
    }
    for piece in state.reading.unclear:
        if piece.trouble is not None:
            said = reasons[piece.trouble]()
            yield Chip(piece.typed, translate("line", "Not heeded"), said, ChipLook.REFUSED)
