"""What is wrong with a setting, as the screen says it.

The check is the one of practice files, whose messages quote the file; here they stand beside the field, in
the language spoken. A test holds that each message a form can cause is known here.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.outcomes import FieldError

translate = QCoreApplication.translate

_CLOCKS = r"(?P<start>\d\d:\d\d)-(?P<end>\d\d:\d\d)"

_MESSAGES: tuple[tuple[str, Callable[[], str]], ...] = (
    (
        r"is missing, and so is services.*",
        lambda: translate("setting errors", "Say for whom or for what the time is kept."),
    ),
    (
        r"is missing|.* is empty|the list is empty",
        lambda: translate("setting errors", "Something must stand here."),
    ),
    (
        r".* begins or ends with a space",
        lambda: translate("setting errors", "It must not begin or end with a space."),
    ),
    (
        r".* has [\d,]+ characters, at most (?P<most>[\d,]+) are allowed",
        lambda: translate("setting errors", "At most {most} characters."),
    ),
    (
        r"[\d,]+ characters are more than (?P<most>\d+)",
        lambda: translate("setting errors", "At most {most} characters."),
    ),
    (
        r".* holds .*",
        lambda: translate("setting errors", "It holds characters that cannot be stored."),
    ),
    (
        r".* is not from (?P<low>[\d,]+) to (?P<high>[\d,]+)",
        lambda: translate("setting errors", "Only from {low} to {high}."),
    ),
    (
        r"(?P<total>[\d,]+) minutes in all are not from 1 to (?P<most>[\d,]+)",
        lambda: translate("setting errors", "{total} minutes in all: it must be 1 to {most}."),
    ),
    (
        r"(?P<end>.*) is not after its start (?P<start>[^;]*)(;.*)?",
        lambda: translate("setting errors", "The end must be after the beginning."),
    ),
    (
        rf"\w+ {_CLOCKS} overlaps \w+ (?P<from>\d\d:\d\d)-(?P<to>\d\d:\d\d) of .*",
        lambda: translate("setting errors", "{start} – {end} overlaps {from} – {to}."),
    ),
    (
        r".* overlaps .*",
        lambda: translate("setting errors", "Two of these times overlap."),
    ),
    (
        r".* is before valid_from .*",
        lambda: translate("setting errors", "The last day is before the first."),
    ),
    (
        r"no \w+.* lies from .*",
        lambda: translate("setting errors", "There is no such day in that time."),
    ),
    (
        r".* is not in the years (?P<low>\d+) to (?P<high>\d+)",
        lambda: translate("setting errors", "Only the years {low} to {high}."),
    ),
    (
        r".* is no time zone such as .*|.*timezone .* is unknown",
        lambda: translate("setting errors", "This time zone is not known. An example: Europe/Berlin"),
    ),
    (
        r".* is no region of public holidays .*|.*no public holidays are known for .*",
        lambda: translate("setting errors", "No holidays are known for this region. An example: DE-BE"),
    ),
    (
        r".* stands already in .*",
        lambda: translate("setting errors", "This code is taken already."),
    ),
    (
        r".* stands twice|\w+ has a quota already",
        lambda: translate("setting errors", "This stands here twice."),
    ),
    (
        r"(?P<code>.*) is a group without places: .*",
        lambda: translate("setting errors", "{code} is a group without places."),
    ),
    (
        r".* is a .* and cannot be .*|.* is a .*, not a practitioner|.* is a group of .*",
        lambda: translate("setting errors", "This person or thing cannot take that part."),
    ),
    (
        r".* is no code of .*|.*nobody has the code .*|.*there is no group .*|.* has the code .*",
        lambda: translate("setting errors", "This is not known in the practice."),
    ),
    (
        r".* is no word without blanks .*",
        lambda: translate("setting errors", "Only words without spaces."),
    ),
    (
        r".* minutes are more than the .* days of max_advance",
        lambda: translate("setting errors", "The notice is longer than booking ahead is allowed."),
    ),
    (
        r"a combination has two parts at least",
        lambda: translate("setting errors", "It needs two parts at least."),
    ),
    (
        r"the longest gap .* is shorter than the least .*",
        lambda: translate("setting errors", "The longest gap is shorter than the least."),
    ),
    (
        r".* (parts|windows) are more than (?P<most>[\d,]+)",
        lambda: translate("setting errors", "At most {most}."),
    ),
    (
        r".* is stored as a .*, and stays one",
        lambda: translate("setting errors", "This code belongs to something else already."),
    ),
    (
        r".* is refused: this kind is always blocking",
        lambda: translate("setting errors", "This rule always blocks."),
    ),
)


def worded(error: FieldError) -> str:
    """A sentence; a message that is not known here is shown as it is."""
    for pattern, sentence in _MESSAGES:
        found = re.fullmatch(pattern, error.message, re.DOTALL)
        if found is not None:
            return sentence().format(**found.groupdict(""))
    return error.message
