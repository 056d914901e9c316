"""What practice files refuse is worded for the screen, and not quoted from a file."""

import re

import pytest

from praxidesk.engine.outcomes import FieldError
from praxidesk.exchange.practice_file import PracticeFileError, read
from praxidesk.ui.wording.error_words import worded

HEAD = '[site]\ncode = "M"\nname = "M"\ntimezone = "UTC"\n[[practitioner]]\ncode = "W"\nname = "W"\n'


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[room]]\ncode = "R"\nname = ""', "Something must stand here."),
        ('[[room]]\ncode = " R"\nname = "R"', "It must not begin or end with a space."),
        (f'[[room]]\ncode = "R"\nname = "{"x" * 201}"', "At most 200 characters."),
        ('[[room]]\ncode = "R"\nname = "a\\tb"', "It holds characters that cannot be stored."),
        ('[[room]]\ncode = "W"\nname = "R"', "This code is taken already."),
        ('[[room]]\ncode = "R"\nname = "R"\nturnover = 1441', "Only from 0 to 1,440."),
        ('[[room]]\ncode = "R"\nname = "R"\ngroup = "G"', "This is not known in the practice."),
        (
            '[[room]]\ncode = "R"\nname = "R"\nhours = [{days=["mon"],from="09:00",to="08:00"}]',
            "The end must be after the beginning.",
        ),
        (
            '[[room]]\ncode = "R"\nname = "R"\nhours = [{days=["mon"],from="08:00",to="12:00"},'
            '{days=["mon"],from="11:00",to="13:00"}]',
            "11:00 – 13:00 overlaps 08:00 – 12:00.",
        ),
        (
            '[[room]]\ncode = "R"\nname = "R"\nhours = [{days=["mon"],from="08:00",to="12:00",'
            "valid_from=2026-01-02,valid_to=2026-01-01}]",
            "The last day is before the first.",
        ),
        (
            '[[room]]\ncode = "R"\nname = "R"\nhours = [{days=["mon"],from="08:00",to="12:00",'
            "valid_from=2026-01-06,valid_to=2026-01-07}]",
            "There is no such day in that time.",
        ),
        (
            '[[appointment_type]]\ncode = "T"\nname = "T"\nminutes = 1\nshort = "1234567890123456789012345"',
            "At most 24 characters.",
        ),
        (
            '[[appointment_type]]\ncode = "T"\nname = "T"\nminutes = 1\nmin_notice = 90000\nmax_advance = 2',
            "The notice is longer than booking ahead is allowed.",
        ),
        (
            '[[appointment_type]]\ncode = "T"\nname = "T"\nminutes = 1\n'
            'quota = [{per="day",most=1},{per="day",most=2}]',
            "This stands here twice.",
        ),
        (
            '[[appointment_type]]\ncode = "T"\nname = "T"\nminutes = 1\nneed = [{role="room",any=["W"]}]',
            "This person or thing cannot take that part.",
        ),
        ('[[procedure]]\ncode = "P"\nname = "P"\nphases = {}', "0 minutes in all: it must be 1 to 1,500."),
        (
            '[[combination]]\ncode = "C"\nname = "C"\nparts = [{type="T"}]\n'
            '[[appointment_type]]\ncode="T"\nname="T"\nminutes=1',
            "It needs two parts at least.",
        ),
        (
            '[[reservation]]\ncode = "B"\nname = "B"\nactors = ["W"]\ndays=["mon"]\nfrom="08:00"\nto="09:00"',
            "Say for whom or for what the time is kept.",
        ),
    ],
)
def test_each_refusal_has_a_sentence(toml: str, said: str) -> None:
    with pytest.raises(PracticeFileError) as refused:
        read(HEAD + toml)
    # The name of the row before a message is taken away where drafts are read.
    found = [re.sub(r"^[A-Z]: ", "", each.message) for each in refused.value.errors]
    assert [worded(FieldError("", message)) for message in found] == [said]


@pytest.mark.parametrize(("key", "value"), [("timezone", "Mars"), ("holidays", "DE-XX")])
def test_zone_and_region_have_an_example(key: str, value: str) -> None:
    site = {"code": "M", "name": "M", "timezone": "UTC"} | {key: value}
    with pytest.raises(PracticeFileError) as refused:
        read("[site]\n" + "\n".join(f'{name} = "{text}"' for name, text in site.items()))
    (error,) = refused.value.errors
    assert re.search("An example: ", worded(error))


def test_what_nobody_foresaw_is_shown_as_it_is() -> None:
    assert worded(FieldError("x", "is a surprise")) == "is a surprise"
