"""A line typed at the desk, and what it is read as."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from praxidesk.engine.spelling import is_one_slip
from praxidesk.engine.typed_booking import read
from praxidesk.engine.typed_names import Vocabulary
from praxidesk.engine.typed_values import EVERY_DAY, Between, DaysWish, Meaning, Moment, Reading, Trouble
from praxidesk.engine.vocabulary import Ranking, ServiceId, type_service
from tests.ui import desk_practice
from tests.ui.desk_practice import BRANDT, CHECKUP, FIRST_VISIT, INJECTION, KNEE, KOC, ROOM1, WEBER, XRAY

TODAY = date(2026, 11, 23)
"""A Monday."""
NAMES = Vocabulary.of(desk_practice.practice())
AFTERNOON = Between(12 * 60, 18 * 60)


def reading(line: str, today: date = TODAY) -> Reading:
    return read(line, NAMES, today)


def on(day: date, *, repeats: bool = False, weekday: int | None = None) -> DaysWish:
    return DaysWish(day, day, EVERY_DAY if weekday is None else frozenset({weekday}), repeats)


THURSDAY = on(date(2026, 11, 26), repeats=True, weekday=3)


@pytest.mark.parametrize("line", ["mü kontr 20 do nm weber", "mue check 20 thu pm weber"])
def test_the_whole_wish_of_a_phone_call(line: str) -> None:
    said = reading(line)
    assert said.patient == (line.split(maxsplit=1)[0],)
    assert said.service == type_service(CHECKUP)
    assert said.minutes == 20
    assert said.days == THURSDAY
    assert said.between == AFTERNOON
    assert said.actors == (WEBER,)
    assert said.unclear == ()


@pytest.mark.parametrize(
    ("typed", "wished"),
    [
        ("heute", on(TODAY)),
        ("today", on(TODAY)),
        ("morgen", on(date(2026, 11, 24))),
        ("tomorrow", on(date(2026, 11, 24))),
        ("übermorgen", on(date(2026, 11, 25))),
        ("uebermorgen", on(date(2026, 11, 25))),
        ("day after tomorrow", on(date(2026, 11, 25))),
        ("do", THURSDAY),
        ("Do.", THURSDAY),
        ("Donnerstag", THURSDAY),
        ("am Donnerstag", THURSDAY),
        ("thu", THURSDAY),
        ("on thursday", THURSDAY),
        ("mo", on(date(2026, 11, 30), repeats=True, weekday=0)),
        ("nächsten do", on(date(2026, 12, 3), weekday=3)),
        ("next thu", on(date(2026, 12, 3), weekday=3)),
        ("do nächste woche", on(date(2026, 12, 3))),
        ("26.11.", on(date(2026, 11, 26))),
        ("26.11", on(date(2026, 11, 26))),
        ("am 26.11.2026", on(date(2026, 11, 26))),
        ("26.11.26", on(date(2026, 11, 26))),
        ("2026-11-26", on(date(2026, 11, 26))),
        ("26.", on(date(2026, 11, 26))),
        ("2.", on(date(2026, 12, 2))),
        ("3. dez", on(date(2026, 12, 3))),
        ("3. März 2027", on(date(2027, 3, 3))),
        ("1.2.", on(date(2027, 2, 1))),
        ("29.2.", on(date(2028, 2, 29))),
        ("11/26", on(date(2026, 11, 26))),
        ("26/11", on(date(2026, 11, 26))),
        ("+7", on(date(2026, 11, 30))),
        ("diese woche", DaysWish(TODAY, date(2026, 11, 29))),
        ("nächste woche", DaysWish(date(2026, 11, 30), date(2026, 12, 6))),
        ("next week", DaysWish(date(2026, 11, 30), date(2026, 12, 6))),
        ("übernächste woche", DaysWish(date(2026, 12, 7), date(2026, 12, 13))),
        ("in 2 wochen", DaysWish(date(2026, 12, 7), date(2026, 12, 13))),
        ("in einer Woche", DaysWish(date(2026, 11, 30), date(2026, 12, 6))),
        ("in two weeks", DaysWish(date(2026, 12, 7), date(2026, 12, 13))),
        ("in 3 tagen", on(date(2026, 11, 26))),
        ("in 3 months", DaysWish(date(2027, 2, 23), date(2027, 3, 1))),
        ("nächsten Monat", DaysWish(date(2026, 12, 1), date(2026, 12, 31))),
        ("kw 49", DaysWish(date(2026, 11, 30), date(2026, 12, 6))),
        ("KW49", DaysWish(date(2026, 11, 30), date(2026, 12, 6))),
        ("week 2", DaysWish(date(2027, 1, 11), date(2027, 1, 17))),
        ("kw 48", DaysWish(TODAY, date(2026, 11, 29))),
        ("di do", DaysWish(date(2026, 11, 24), date(2026, 11, 26), frozenset({1, 3}), repeats=True)),
    ],
)
def test_days(typed: str, wished: DaysWish) -> None:
    said = reading(f"kaya {typed}")
    found = said.days
    assert found is not None
    # Of one certain date it does not matter by which weekday it was named.
    weekdays = found.weekdays if wished.weekdays != EVERY_DAY else EVERY_DAY
    assert DaysWish(found.first, found.last, weekdays, found.repeats) == wished
    assert said.patient == ("kaya",)


@pytest.mark.parametrize(
    ("typed", "between", "moment"),
    [
        ("vm", Between(0, 720), None),
        ("früh", Between(0, 600), None),
        ("morgens", Between(0, 720), None),
        ("mittags", Between(660, 840), None),
        ("nm", AFTERNOON, None),
        ("afternoon", AFTERNOON, None),
        ("abends", Between(1020, 1440), None),
        ("thu am", Between(0, 720), None),
        ("am thu", Between(0, 720), None),
        ("pm", AFTERNOON, None),
        ("ab 14", Between(840, 1440), None),
        ("ab 14:30 uhr", Between(870, 1440), None),
        ("after 2", Between(840, 1440), None),
        ("vor 10", Between(0, 600), None),
        ("before 10", Between(0, 600), None),
        ("nm ab 14", Between(840, 1080), None),
        ("10-12", Between(600, 720), None),
        ("zwischen 10 und 12", Between(600, 720), None),
        ("between 10 and 12:30", Between(600, 750), None),
        ("gegen 10", Between(570, 660), None),
        ("um 9:30", None, 570),
        ("um 9", None, 540),
        ("9:30", None, 570),
        ("9.30", None, 570),
        ("um 9.12", None, 552),
        ("14 uhr", None, 840),
        ("14uhr", None, 840),
        ("930", None, None),
        ("5 pm", None, 1020),
        ("10am", None, 600),
        ("um 3", None, 900),
        ("9", None, 540),
        ("20 17", None, 1020),
        ("abends 8", None, 1200),
        ("8 uhr abends", None, 1200),
    ],
)
def test_times_of_day(typed: str, between: Between | None, moment: int | None) -> None:
    said = reading(f"kaya {typed}")
    if typed == "930":
        moment = 570
    assert said.between == between
    assert said.moment == (None if moment is None else Moment(moment))
    assert said.unclear == ()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("20", 20),
        ("20min", 20),
        ("20 min", 20),
        ("90 Minuten", 90),
        ("1h", 60),
        ("1 h", 60),
        ("1,5h", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("0:45", 45),
        ("halbe stunde", 30),
        ("half hour", 30),
        ("2 std", 120),
        ("10 pm", 10),
        ("12 min", 12),
        ("9 20", 20),
    ],
)
def test_lengths(typed: str, minutes: int) -> None:
    assert reading(f"kaya {typed}").minutes == minutes


@pytest.mark.parametrize(
    ("typed", "service"),
    [
        ("k", None),
        ("kontr", CHECKUP),
        ("KONTR", CHECKUP),
        ("kontrolle", CHECKUP),
        ("kontrole", CHECKUP),
        ("check", CHECKUP),
        ("erst", FIRST_VISIT),
        ("first", FIRST_VISIT),
        ("vorstell", FIRST_VISIT),
        ("inj", INJECTION),
        ("spritze", INJECTION),
        ("knie", -KNEE),
        ("arthroskopie", -KNEE),
        ("knee", -KNEE),
    ],
)
def test_services_by_beginning_part_code_synonym_and_with_a_slip(typed: str, service: int | None) -> None:
    assert reading(f"mü {typed}").service == (None if service is None else ServiceId(service))


@pytest.mark.parametrize(
    ("typed", "actor"),
    [
        ("weber", WEBER),
        ("web", WEBER),
        ("dr. weber", WEBER),
        ("bei weber", WEBER),
        ("with koc", KOC),
        ("Koç", KOC),
        ("bra", BRANDT),
        ("r1", ROOM1),
        ("sprechzimmer 1", ROOM1),
        ("rontgen", XRAY),
        ("röntgen", XRAY),
        ("roentgen", XRAY),
    ],
)
def test_people_and_rooms(typed: str, actor: int) -> None:
    said = reading(f"mü {typed} kontr")
    assert said.actors == (actor,)
    assert said.patient == ("mü",)


@pytest.mark.parametrize(
    ("line", "patient"),
    [
        ("P-1001 kontr", ("P-1001",)),
        ("1001 kontr 20", ("1001",)),
        ("29.2.84 kontr", ("29.02.1984",)),
        ("müller 29.02.1984", ("müller", "29.02.1984")),
        ("26.10.2026 kontr", ("26.10.2026",)),
        ("030 5550 1724 20 kontr", ("030 5550 1724",)),
        ("van der linden erst", ("van", "der", "linden")),
        ("Müller-Öztürk, Işıl kontr", ("Müller-Öztürk", "Işıl")),
        ("für weber bei koç", ("weber",)),
    ],
)
def test_patients(line: str, patient: tuple[str, ...]) -> None:
    assert reading(line).patient == patient


def test_a_birth_date_is_told_apart_from_names() -> None:
    said = reading("kaya deniz 29.2.84 kontr")
    assert said.names == ("kaya", "deniz")
    assert said.born == date(1984, 2, 29)


def test_who_is_called_as_a_practitioner_is_the_patient_where_nobody_else_is() -> None:
    alone = reading("weber kontr")
    assert (alone.patient, alone.actors) == (("weber",), ())
    assert alone.others == ((0, Meaning.ACTOR),)
    beside = reading("weber kontr mü")
    assert (beside.patient, beside.actors) == (("mü",), (WEBER,))
    assert beside.others == ((0, Meaning.PATIENT),)
    assert reading("weber weber kontr").patient == ("weber",)
    assert reading("weber weber kontr").actors == (WEBER,)
    assert reading("kontr web").actors == (WEBER,)


def test_another_meaning_can_be_chosen() -> None:
    said = read("weber kontr", NAMES, TODAY, {0: Meaning.ACTOR})
    assert (said.patient, said.actors) == ((), (WEBER,))
    said = read("weber kontr mü", NAMES, TODAY, {0: Meaning.PATIENT})
    assert (said.patient, said.actors) == (("weber", "mü"), ())


def test_two_letters_that_begin_another_type_are_the_patient_where_nobody_else_is() -> None:
    said = reading("er kontr do weber")
    assert (said.patient, said.service, said.actors) == (("er",), type_service(CHECKUP), (WEBER,))
    assert reading("weber do kontr er").patient == ("er",)
    said = reading("mü er kontr do weber")
    assert said.patient == ("mü",)
    assert any(each.trouble is Trouble.TWICE for each in said.pieces)
    assert reading("er do weber").service == type_service(FIRST_VISIT)


def test_a_part_of_a_name_counts_only_beside_a_patient() -> None:
    assert reading("rolle").patient == ("rolle",)
    assert reading("rolle").service is None
    assert reading("rolle mü").service == type_service(CHECKUP)
    assert reading("rolle sono").patient == ("rolle",)


@pytest.mark.parametrize(
    ("line", "typed", "trouble"),
    [
        ("mü 31.2.", "31.2.", Trouble.NO_SUCH_DAY),
        ("mü kw 77", "kw 77", Trouble.NO_SUCH_DAY),
        ("mü 25:00", "25:00", Trouble.NO_SUCH_TIME),
        ("mü um 9:75", "9:75", Trouble.NO_SUCH_TIME),
        ("mü 5/11", "5/11", Trouble.EITHER_WAY),
        ("mü 2", "2", Trouble.NO_MEANING),
        ("mü &", "&", Trouble.NO_MEANING),
        ("mü 12-10", "12-10", Trouble.NO_MEANING),
        ("mü 20 30", "30", Trouble.TWICE),
        ("mü kontr sono", "sono", Trouble.TWICE),
        ("mü 27.11. 26.11.", "27.11.", Trouble.TWICE),
        ("mü mi 26.11.", "mi", Trouble.CONTRADICTS),
        ("mü 26.11. kw 50", "kw 50", Trouble.CONTRADICTS),
        ("mü um 9 nm", "nm", Trouble.CONTRADICTS),
        ("mü vm abends", "abends", Trouble.CONTRADICTS),
    ],
)
def test_what_is_not_heeded_says_why(line: str, typed: str, trouble: Trouble) -> None:
    assert [(each.typed, each.trouble) for each in reading(line).unclear] == [(typed, trouble)]


def test_an_order_of_proposals() -> None:
    assert reading("mü kontr lückenlos").ranking is Ranking.COMPACT
    assert reading("mü kontr usual").ranking is Ranking.PREFERRED


HALF_TYPED = [
    *("am", "um", "ab", "bis", "in", "kw", "9", "20", "31.", "9.10", "1/2", "do", "nächste", "woche"),
    *("dr", "für", "-", "h", "pm", "12", "von", "und", "3:4"),
]
GROUPS = st.lists(
    st.sampled_from(
        [
            *("mü", "müller", "P-1001", "29.2.84", "weber", "koç", "r1", "kontr", "erst", "knie", "kontrole"),
            *(
                "röntgen",
                "sprechzimmer 1",
                "20",
                "1h",
                "1:30",
                "do",
                "26.11.",
                "nächste woche",
                "in 2 wochen",
            ),
            *("kw 49", "nm", "vm", "ab 14", "vor 10", "um 9:30", "14 uhr", "lückenlos", "xyz", "rolle", "mi"),
        ]
    ),
    max_size=5,
)


@given(GROUPS)
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_words_does_not_matter(groups: list[str]) -> None:
    def meant(order: tuple[str, ...]) -> tuple[object, ...]:
        said = reading(" ".join(order))
        pieces = sorted(
            (each.typed, each.meaning, str(each.value), str(each.trouble)) for each in said.pieces
        )
        wish = (said.service, said.minutes, said.days, said.between, said.moment, said.actors, said.ranking)
        return (sorted(said.patient), wish, pieces)

    orders = list(permutations(groups))[:40]
    assert all(meant(order) == meant(orders[0]) for order in orders)


@given(st.text(max_size=120), st.dates(min_value=date(1990, 1, 1), max_value=date(2150, 1, 1)))
@example("0:00-24:00 99/99 0.0. +999w in 999 monaten kw 0 kw 99 ٣ ² ẞ ﬁ \u202e <b> 0 00", TODAY)
@example("29.2. 31.12.9999 1.1.0000 24:00 24 uhr um 25 12am 0pm am pm am", date(2028, 2, 29))
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_has_a_reading_in_which_every_word_stands(line: str, today: date) -> None:
    said = reading(line, today)
    places = [place for piece in said.pieces for place in piece.places]
    assert places == list(range(len(places)))
    if said.days is not None:
        assert today <= said.days.first <= said.days.last


@given(st.lists(st.sampled_from(HALF_TYPED), max_size=8))
@settings(max_examples=200, deadline=None)
def test_half_typed_groups_have_a_reading_too(words: list[str]) -> None:
    said = reading(" ".join(words))
    assert sum(len(piece.places) for piece in said.pieces) == len([each for each in words if each != ""])


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("abcde", "abcde", False),
        ("abXde", "abcde", True),
        ("abde", "abcde", True),
        ("abcdee", "abcde", True),
        ("abdce", "abcde", True),
        ("bacde", "abcde", True),
        ("abXYe", "abcde", False),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_one_slip(typed: str, meant: str, slip: bool) -> None:
    assert is_one_slip(typed, meant) is slip
