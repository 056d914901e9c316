from datetime import date

import pytest
from PySide6.QtCore import QLocale

from praxidesk.ui.booking.typed import typed_day, typed_minute
from praxidesk.ui.wording import dates

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("29.02.1984", date(1984, 2, 29)),
        ("29.2.84", date(1984, 2, 29)),
        ("29021984", date(1984, 2, 29)),
        ("290284", date(1984, 2, 29)),
        ("1984-02-29", date(1984, 2, 29)),
        ("3/4/1980", date(1980, 4, 3)),
        ("23.11.26", date(2026, 11, 23)),
        ("24.11.26", date(1926, 11, 24)),
        ("29.2.2023", None),
        ("31.4.1980", None),
        ("", None),
        ("gestern", None),
        ("٣.٤.١٩٨٠", None),
    ],
)
def test_birth_dates_as_people_type_them(text: str, found: date | None) -> None:
    assert dates.typed_date(text, TODAY) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24.12.", date(2026, 12, 24)),
        ("24.12", date(2026, 12, 24)),
        ("1.2.", date(2027, 2, 1)),
        ("23.", date(2026, 11, 23)),
        ("22.", date(2026, 12, 22)),
        ("31.", date(2026, 12, 31)),
        ("29.2.", date(2028, 2, 29)),
        ("30.2.", None),
        ("+7", date(2026, 11, 30)),
        ("-1", date(2026, 11, 22)),
        ("tod", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 24)),
        ("thu", date(2026, 11, 26)),
        ("mon", date(2026, 11, 30)),
        ("05.03.2027", date(2027, 3, 5)),
        ("nonsense", None),
    ],
)
def test_days_as_people_type_them(text: str, found: date | None) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English))
    assert typed_day(text, TODAY) == found


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("9", 540),
        ("930", 570),
        ("0930", 570),
        ("9:30", 570),
        ("9.30", 570),
        ("23:59", 1439),
        ("24:00", None),
        ("9:60", None),
        ("99", None),
        ("neun", None),
        ("", None),
    ],
)
def test_times_as_people_type_them(text: str, minute: int | None) -> None:
    assert typed_minute(text) == minute


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1984, 2, 29), date(2026, 2, 28), 41),
        (date(1984, 2, 29), date(2026, 3, 1), 42),
        (date(2026, 11, 23), date(2026, 11, 23), 0),
        (date(1940, 11, 24), date(2026, 11, 23), 85),
    ],
)
def test_age_counts_birthdays(born: date, on: date, years: int) -> None:
    assert dates.age(born, on) == years


def test_a_short_title_over_several_days_names_one_year() -> None:
    days = (date(2026, 11, 23), date(2027, 1, 3))
    assert dates.days_title(days) == "23 Nov 2026 – 3 Jan 2027"
    assert dates.days_title(days, is_short=True) == "23 Nov – 3 Jan 2027"
