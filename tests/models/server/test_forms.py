"""What the program itself writes at most is within the forms that a server demands of everybody."""

from datetime import date, timedelta

from praxidesk.engine.requests import NewPatient
from praxidesk.exchange.practice_file import read
from praxidesk.exchange.texts import NAME_LENGTH, NOTE_LENGTH, REASON_LENGTH
from praxidesk.exchange.wall_times import FIRST_YEAR, LAST_YEAR
from praxidesk.models.server.forms import FORMS, statements
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.tables import METADATA
from praxidesk.services.setup import apply
from tests.models.desks_of_a_server import server
from tests.services.diary import PRACTICE, entry_of
from tests.stores import Stores

LONGEST = "ß" * NAME_LENGTH


def test_the_longest_and_farthest_that_the_program_takes_is_taken_by_a_server(stores: Stores) -> None:
    text = PRACTICE.read_text("utf-8").replace(
        'code = "KOC"\n',
        'code = "KOC"\n'
        f'absences = [{{ from = "{FIRST_YEAR}-01-01", to = "{LAST_YEAR}-12-31", reason = "{LONGEST}" }}]\n',
    )
    text = text.replace(
        'holidays = "DE-BE"\n',
        'holidays = "DE-BE"\nlocal_holidays = [{ date = "02-29", name = "x" },'
        ' { date = "2027-06-11", name = "y" }]\n',
    )
    with server(stores) as practice, practice.diary(StaffRole.ADMIN) as diary:
        store = diary.desk.store
        assert apply(store, read(text)).changed
        diary.desk.refresh()
        site = diary.desk.practice.site
        assert [(each.month, each.day) for each in site.local_holidays] == [(2, 29), (6, 11)]
        last = date(LAST_YEAR, 12, 31)
        (away,) = diary.desk.practice.actors[diary.id("KOC")].availability.absences
        assert (away.ends.date(), away.reason) == (last + timedelta(1), LONGEST)
        who = NewPatient(LONGEST, LONGEST, date(1800, 1, 1))
        for day in (date(FIRST_YEAR, 1, 1), last):
            far = diary.booked(
                "09:00",
                "WEB",
                day=day,
                patient=who,
                note="x" * NOTE_LENGTH,
                override_reason="y" * REASON_LENGTH,
            )
            entry_of(diary.cancel(far, "z" * REASON_LENGTH))
            who = NewPatient("Nobody", "Else", None)


def test_the_forms_are_of_columns_that_there_are() -> None:
    assert set(FORMS) <= set(METADATA.tables)
    assert len(statements()) == 2 * sum(len(forms) for forms in FORMS.values())
