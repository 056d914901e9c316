"""The search of everything: exact against its definition, page by page, however hostile the text."""

import random
from dataclasses import dataclass, replace
from datetime import date

import pytest

from praxidesk.engine.entries import Entry, Patient
from praxidesk.engine.found import PAGE, Fit, Found, Mark, Part
from praxidesk.engine.spans import HOUR, MINUTE, Span
from praxidesk.engine.vocabulary import ActorId, EntryId, Role, Status
from praxidesk.models import found_entries, queries, writes
from praxidesk.models.name_keys import words
from praxidesk.models.name_sounds import are_alike, sound
from praxidesk.models.typed_words import TypedWord, typed_words
from praxidesk.services.desk import Desk
from praxidesk.services.finding import find_everything, more_entries, more_patients
from praxidesk.services.search_words import TITLES, meanings
from tests.models.bookings import DAY, NINE, appointment, operation, put
from tests.small_practice import OTHER_PATIENT, PATIENT, SmallPractice
from tests.statement_log import StatementLog

NOW = NINE + 42 * MINUTE
TODAY = date(2026, 11, 23)
MIDNIGHT = NINE - 9 * HOUR
FAMILIES = (
    "Kaya", "Kaja", "Öztürk-Kaya", "Kaiser", "Müller", "Mueller", "Miller", "Muller", "Meier", "Mayer",
    "Maurer", "Schmidt", "Schmitt", "von der Heide", "O'Brien", "Weber", "Koch", "Иванова", "Nguyễn", "P",
)  # fmt: skip
GIVEN = ("Ayşegül", "Deniz", "Anna Maria", "Peter", "Mia", "P.", "", "Zoë")
TYPED = (
    "kaya", "kaya 84", "84 kaya", "kaya 1984", "kaja", "müller", "muller", "mü", "m", "p", "peter p",
    "meier", "schmitt", "o'brien", "obri", "heide von", "84", "1984", "24", "p-20", "p-2001", "ab 3x",
    "0176", "+49176", "030 5550 84", "kontrolle", "knie", "weber", "weber kontrolle", "koc",
    "dr weber", "dr", "heute", "montag", "23.11.", "24.11.2026", "2026-11-24", "11.2026", "2026",
    "weber heute", "kaya kontrolle", "kaya weber 2026", "иван", "nguyen", "29.2.84", "zoe",
    "sprechzimmer", "kaya, deniz", "anna maria anna", "nobody",
)  # fmt: skip


@dataclass
class Crowd:
    desk: Desk
    patients: dict[ActorId, Patient]
    entries: dict[EntryId, Entry]

    def find(self, text: str) -> Found:
        return find_everything(self.desk, text, NOW)

    def fit(self, text: str) -> dict[ActorId, Fit]:
        """Who is to be found, by the definition."""
        typed = typed_words(text, TODAY) or ()
        found = {}
        for id_, patient in self.patients.items():
            ways = [_way(word, patient) for word in typed]
            names = [way for way, word in zip(ways, typed, strict=True) if word.is_name]
            if ways and None not in ways:
                found[id_] = Fit.SOUND if 1 in ways else Fit.WHOLE
            elif names and None not in names:
                found[id_] = Fit.NAME
        return found

    def fitting_entries(self, text: str) -> list[EntryId]:
        """Which entries are to be found, in their order."""
        typed = [word for word in typed_words(text, TODAY) or () if word.text not in TITLES]
        found = [each for each in self.entries.values() if typed and all(self._means(w, each) for w in typed)]
        coming = sorted((each.starts_at, each.id) for each in found if each.starts_at >= MIDNIGHT)
        past = sorted((-each.starts_at, each.id) for each in found if each.starts_at < MIDNIGHT)
        return [id_ for _, id_ in (*coming, *past)]

    def _means(self, word: TypedWord, entry: Entry) -> bool:
        meant = meanings(self.desk.practice, self.desk.zone, word, TODAY)
        return (
            (entry.patient is not None and _way(word, self.patients[entry.patient.id]) is not None)
            or entry.type in meant.types
            or entry.procedure in meant.procedures
            or any(each.actor in meant.actors for each in entry.allocations)
            or any(span.start <= entry.starts_at < span.end for span in meant.spans)
        )


def _way(word: TypedWord, patient: Patient) -> int | None:
    """0 as typed, 1 by the sound, ``None`` not at all."""
    own = words(patient)
    if word.is_name and len(word.text) <= 3:
        hit = any(each.startswith(word.text) and not each[len(word.text) :][:1].isdigit() for each in own)
    else:
        hit = any(each.startswith(head) for each in own for head in word.heads)
    if hit:
        return 0
    is_alike = word.is_name and any(
        len(each) >= 3 and each.isalpha() and sound(each) and sound(each) == sound(word.text)
        and are_alike(word.text, each)
        for each in own
    ) and len(word.text) >= 3 and word.text.isalpha()  # fmt: skip
    return 1 if is_alike else None


def crowd(practice: SmallPractice, seed: int, people: int = 90, visits: int = 160) -> Crowd:
    chance = random.Random(seed)
    patients: dict[ActorId, Patient] = {}
    with practice.store.write() as connection:
        for number in range(people):
            born = date(chance.choice((1924, 1984, 1990, 2024)), chance.randint(1, 12), chance.randint(1, 28))
            one = Patient(
                chance.choice((f"P-{2000 + number}", f"{84000 + number}", f"AB {number}x")),
                chance.choice(FAMILIES),
                chance.choice(GIVEN),
                born if chance.random() < 0.9 else None,
                phone=chance.choice(("", "030 5550 84", "+49 176 84", "0176/1984 20")),
            )
            patients[writes.insert_patient(connection, one)] = one
    ids = list(patients)
    made = []
    for number in range(visits):
        start = NINE + (number - visits // 2) * DAY + chance.randint(0, 8) * HOUR
        visit = (
            operation(practice, start)
            if number % 7 == 0
            else appointment(practice, start, people=chance.choice(("WEB R1", "KOC R1", "WEB")))
        )
        kept = tuple(
            replace(each, blocking=False) for each in visit.allocations if each.role is not Role.PATIENT
        )
        patient = chance.choice(ids) if chance.random() < 0.9 else None
        made.append(replace(visit, patient=patient, allocations=kept, status=chance.choice(list(Status))))
    put(practice, *made)
    with practice.store.read() as connection:
        entries = queries.entries(connection, Span(NINE - 400 * DAY, NINE + 400 * DAY))
    both = {practice.actors[each.number]: each for each in (PATIENT, OTHER_PATIENT)}
    return Crowd(Desk.open(practice.store), patients | both, {each.id: each for each in entries})


@pytest.mark.parametrize(
    ("seed", "many"),
    [
        pytest.param(0, found_entries.MANY, id="by-patient"),
        pytest.param(1, 0, id="by-time"),
        pytest.param(2, 6, id="either"),
    ],
)
def test_everything_that_fits_is_found_and_counted_and_nothing_else(
    practice_store: SmallPractice, monkeypatch: pytest.MonkeyPatch, seed: int, many: int
) -> None:
    monkeypatch.setattr(found_entries, "MANY", many)
    made = crowd(practice_store, seed)
    for text in TYPED:
        found = made.find(text)
        wanted = made.fit(text)
        got = {each.patient.id: each.fit for each in found.patients.hits}
        assert found.patients.total == len(wanted), text
        assert found.patients.whole == sum(each is not Fit.NAME for each in wanted.values()), text
        assert got.items() <= wanted.items(), text
        assert len(got) == min(PAGE, len(wanted)), text
        assert [each.fit.value for each in found.patients.hits] == sorted(each.value for each in got.values())
        if found.entries is not None:
            order = made.fitting_entries(text)
            assert found.entries.total == len(order), text
            assert [each.id for each in found.entries.entries] == order[:PAGE], text
            coming = [each for each in order if made.entries[each].starts_at >= MIDNIGHT]
            assert found.entries.coming == len(coming), text
        else:
            assert max((len(word) for word in text.split()), default=0) < 2 or text == "dr", text


def test_the_pages_hold_as_many_lines_as_were_counted(practice_store: SmallPractice) -> None:
    made = crowd(practice_store, 7, people=130, visits=230)
    for text in ("kaya", "m", "2026", "kontrolle", "kaya 84"):
        first = made.find(text)
        people = [each.patient.id for each in first.patients.hits]
        while len(people) < first.patients.total:
            page = more_patients(made.desk, text, first.at, len(people))
            assert page.total == first.patients.total
            people += [each.patient.id for each in page.hits]
        assert len(people) == len(set(people)) == first.patients.total
        assert set(people) == made.fit(text).keys()
        if first.entries is not None:
            entries = [each.id for each in first.entries.entries]
            while len(entries) < first.entries.total:
                entries += [each.id for each in more_entries(made.desk, text, first.at, len(entries)).entries]
            assert entries == made.fitting_entries(text)


def test_the_next_entry_of_each_patient_is_told(practice_store: SmallPractice) -> None:
    made = crowd(practice_store, 3, people=12, visits=200)
    not_coming = {Status.CANCELLED, Status.ENTERED_IN_ERROR, Status.NOSHOW, Status.WAITLIST}
    midnight = made.desk.zone.day(TODAY).start
    for hit in made.find("p").patients.hits + made.find("ka").patients.hits:
        own = [
            each
            for each in made.entries.values()
            if each.patient is not None
            and each.patient.id == hit.patient.id
            and each.starts_at >= midnight
            and each.status not in not_coming
        ]
        first = min(own, key=lambda each: (each.starts_at < NOW, each.starts_at, each.id), default=None)
        assert hit.next == first
        on_list = any(
            each.status is Status.WAITLIST
            for each in made.entries.values()
            if each.patient is not None and each.patient.id == hit.patient.id
        )
        assert (hit.waiting_since is not None) is on_list


def test_the_number_of_statements_does_not_grow(
    practice_store: SmallPractice, statements: StatementLog
) -> None:
    made = crowd(practice_store, 1)
    made.find("warm")
    for text in ("kaya", "m", "kaya 84 weber heute", "2026", "nobody at all"):
        statements.clear()
        made.find(text)
        asked = [each for each in statements if each.split()[0] in ("SELECT", "WITH")]
        assert len(asked) == (1 if text in ("nobody at all", "kaya 84 weber heute") else 2), text
    statements.clear()
    more_patients(made.desk, "kaya", NOW, 0)
    assert len([each for each in statements if each.split()[0] in ("SELECT", "WITH")]) == 2
    statements.clear()
    more_entries(made.desk, "2026", NOW, 0)
    assert len([each for each in statements if each.split()[0] in ("SELECT", "WITH")]) == 2


def test_who_comes_later_is_found_by_the_sound_too(practice_store: SmallPractice) -> None:
    desk = Desk.open(practice_store.store)
    assert find_everything(desk, "meier", NOW).patients.total == 0
    with practice_store.store.write() as connection:
        writes.insert_patient(connection, Patient("7", "Mayr", "Anna"))
    assert [each.fit for each in find_everything(desk, "meier", NOW).patients.hits] == [Fit.SOUND]
    with practice_store.store.write() as connection:
        writes.save_patient(connection, Patient("7", "Huber", "Anna"))
        writes.insert_patient(connection, Patient("8", "Maier", "Anna"))
    assert [each.patient.number for each in find_everything(desk, "meyer", NOW).patients.hits] == ["8"]


@pytest.mark.parametrize(
    "text",
    [
        "%", "_", "' OR 1=1 --", '"', "\\", "\x00", "kaya\x00", "a" * 10_000, "a b " * 3000,
        "\u202e\u05d0\u05d1",
        "<b>kaya</b>", "(((((", "+", "0" * 10_000, "1.1.", "99.99.9999", "0000-00-00", "29.2.2023", "13.2026",
        "0.0000", "²", "٣٤", "\ud83d", "💉", "9999", "31.12.9999", "1.1.0001", ", , ,", "١٩٨٤",
    ],
)  # fmt: skip
def test_no_text_does_harm(practice_store: SmallPractice, text: str) -> None:
    made = find_everything(Desk.open(practice_store.store), text, NOW)
    assert made.patients.total == len(made.patients.hits)


def test_nothing_typed_finds_nothing(practice_store: SmallPractice) -> None:
    found = find_everything(Desk.open(practice_store.store), "  ", NOW)
    assert (found.patients.total, found.entries) == (0, None)


def test_more_words_than_anybody_has_find_nobody(practice_store: SmallPractice) -> None:
    desk = Desk.open(practice_store.store)
    assert find_everything(desk, "isil mueller oeztuerk", NOW).patients.total == 1
    assert find_everything(desk, " ".join(["isil", *(f"x{n}" for n in range(20))]), NOW).patients.total == 0


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("müll", [Mark(Part.FAMILY, 0, 4)]),
        ("mueller", [Mark(Part.FAMILY, 0, 6)]),
        ("öz isil", [Mark(Part.FAMILY, 7, 9), Mark(Part.GIVEN, 0, 4)]),
        ("milla", []),
        ("miller", [Mark(Part.FAMILY, 0, 6)]),
        ("29.2.84", [Mark(Part.BIRTH_DAY), Mark(Part.BIRTH_YEAR)]),
        ("84", [Mark(Part.BIRTH_YEAR)]),
        ("p-1001", [Mark(Part.NUMBER)]),
        ("030 123", [Mark(Part.PHONE)]),
    ],
)
def test_what_was_typed_is_marked(practice_store: SmallPractice, text: str, marked: list[Mark]) -> None:
    hits = find_everything(Desk.open(practice_store.store), text, NOW).patients.hits
    assert [mark for hit in hits for mark in hit.marks] == marked
