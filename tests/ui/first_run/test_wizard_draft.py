"""What is entered in the wizard becomes a description: the same practice as a file of the same content."""

import pytest

from praxidesk.engine.vocabulary import Role
from praxidesk.exchange.practice_file import read
from praxidesk.services.holidays_calendar import require_region
from praxidesk.ui.first_run import beginnings
from praxidesk.ui.first_run.wizard_draft import (
    DayDraft,
    PersonDraft,
    RoomDraft,
    TypeDraft,
    WizardDraft,
    description,
    proposed_code,
)
from praxidesk.ui.wording.regions import regions

DRAFT = WizardDraft(
    name=" Praxis am Wall ",
    holidays="DE-BE",
    days=(
        DayDraft(is_open=True),
        DayDraft(is_open=True, lunch_begins=None, lunch_ends=None),
        *(DayDraft() for _ in range(5)),
    ),
    people=(PersonDraft("Dr. Lena Weber", specialty="HNO"), PersonDraft("")),
    rooms=(RoomDraft("Zimmer 1"),),
    types=(TypeDraft("Kontrolle", minutes=15),),
)
TOML = """
[site]
code = "WALL"
name = "Praxis am Wall"
timezone = "Europe/Berlin"
holidays = "DE-BE"
hours = [{ days = ["mon", "tue"], from = "08:00", to = "18:00" }]
breaks = [{ days = ["mon"], from = "12:30", to = "13:30" }]

[[practitioner]]
code = "WEBE"
name = "Dr. Lena Weber"
specialty = "HNO"
hours = [{ days = ["mon", "tue"], from = "08:00", to = "18:00" }]

[[room]]
code = "Z1"
name = "Zimmer 1"
kind = "consulting"

[[appointment_type]]
code = "KONT"
name = "Kontrolle"
minutes = 15
need = [{ role = "practitioner" }, { role = "room", kind = "consulting" }]
"""


def test_a_draft_describes_the_practice_that_a_file_would() -> None:
    assert read(description(DRAFT)) == read(TOML)


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Dr. Lena Weber", (), "WEBE"),
        ("Dr. Lena Weber", ("WEBE",), "WEBE2"),
        ("Zimmer 12", (), "Z12"),
        ("Prof. Dr. Ayşe Öztürk", (), "OEZT"),
        ("<b>&amp;</b>", (), "B"),
        ("李", (), "X"),
        ("", (), ""),
    ],
)
def test_a_code_is_proposed_for_a_name(name: str, taken: tuple[str, ...], code: str) -> None:
    assert proposed_code(name, taken) == code


@pytest.mark.parametrize("name", ["<b>x</b>", "\u202eabc", "x" * 200, "Ω 1", "O'Neill; DROP TABLE actor"])
def test_hostile_names_are_kept_as_they_are(name: str) -> None:
    people = (PersonDraft(name, roles=(Role.SURGEON, Role.PRACTITIONER)), PersonDraft(name))
    drafted = WizardDraft(name=name, people=people, rooms=(), types=(TypeDraft(name),))
    described = description(drafted)["practitioner"]
    assert isinstance(described, list)
    assert [each["name"] for each in described] == [name, name]
    assert len({each["code"] for each in described}) == 2


def test_all_regions_offered_have_holidays() -> None:
    for code in filter(None, regions()):
        require_region(code)
    names = [*regions().values()]
    assert len(set(names)) == len(names), "a field that shows one finds its code again"


def test_the_holidays_of_the_whole_country_are_there_before_anybody_chooses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever goes on by Enter shall not be open at Christmas."""
    for zone, region in {"Europe/Berlin": "DE", "Europe/Vienna": "AT", "Europe/Paris": ""}.items():
        monkeypatch.setattr(beginnings, "zone_here", lambda zone=zone: zone)
        draft = beginnings.first_draft()
        assert (draft.timezone, draft.holidays) == (zone, region)
        assert region in regions()
