"""What is wrong in a file somebody wrote, as the screen says it: a practice file, or a row of a table.

The readers answer with field and reason; the reason is worded here, in the language spoken. A test holds
that every reason of theirs is known.
"""

import re

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.outcomes import FieldError
from praxidesk.ui.wording.error_words import worded

translate = QCoreApplication.translate

_V = r"(?P<value>\".*\"|'.*'|\S+|a number of more than 18 digits)"
_NUMBER = r"[\d,]+"
_OWNED = re.compile(r"(?P<owner>[^\s\":]{1,64}): (?P<rest>.*)", re.DOTALL)


def _sentences() -> dict[str, str]:
    """By patterns of what the readers say."""
    return {
        r"is empty": translate("file errors", "Something must stand here."),
        r".* is not in the years (?P<low>\w+) to (?P<high>\w+)": translate(
            "file errors", "Only the years {low} to {high}."
        ),
        r"stands twice": translate("file errors", "This stands here twice."),
        r"is an unknown key": translate("file errors", "This is a key that PraxiDesk does not know."),
        rf"{_V} is no text": translate("file errors", "{value} is no text: write it in quotes."),
        rf"{_V} is no whole number": translate("file errors", "{value} is no whole number."),
        rf"{_V} is neither true nor false": translate("file errors", "{value} is neither true nor false."),
        rf"{_V} is no list": translate("file errors", "Here belongs a list in square brackets."),
        rf"{_V} is not made of keys and values|\{{…\}} .*|\[…\] .*": translate(
            "file errors", "Here belong keys with values."
        ),
        rf"{_V} is none of (?P<choices>.*)": translate(
            "file errors", "{value} is not possible here; possible are: {choices}"
        ),
        r"cannot stand beside (?P<other>.*)": translate("file errors", "This cannot stand beside “{other}”."),
        r"only a procedure has phases|.* an operation|only rooms .*|the first part .*|a \w+ has none.*"
        r"|a \w+ is chosen by .*|only a name in one column has an order|takes the rest of .*": translate(
            "file errors", "This has no place here."
        ),
        rf"{_V} is no pair of minutes .*": translate(
            "file errors", "Here belong two numbers of minutes, such as [10, 60]."
        ),
        rf"{_V} is no date such as .*": translate(
            "file errors", "{value} is no date. An example: 2026-11-23"
        ),
        r".* is no day of the calendar|.* is no month and day of any year": translate(
            "file errors", "There is no such day."
        ),
        rf"{_V} is neither a date such as .*": translate(
            "file errors", "{value} is no date such as 2026-08-08 or 08-08."
        ),
        rf"{_V} can only be an end; .*": translate(
            "file errors", "{value} can only be an end; the day begins at 00:00."
        ),
        rf"{_V} is no whole minute.*": translate("file errors", "{value} is no whole minute."),
        rf"{_V} is no time of day .*|.* names no time of day .*": translate(
            "file errors", "This is no time of day. An example: 08:30"
        ),
        rf"{_V} is no moment such as .*": translate(
            "file errors", "{value} is no date with a time. An example: 2026-11-23T09:00"
        ),
        rf"{_V} has an offset.*": translate(
            "file errors", "{value}: write the practice's own time, without an offset."
        ),
        r"is no TOML: .*\(at line (?P<line>\d+), column (?P<column>\d+)\).*": translate(
            "file errors", "Line {line}, column {column}: this cannot be read. Missing quotes or a bracket?"
        ),
        r"is no TOML: .*": translate("file errors", "The file is not written as a practice file is (TOML)."),
        r"is nested too deeply|holds a number of thousands of digits": translate(
            "file errors", "The file is not written as a practice file is (TOML)."
        ),
        r"no such file": translate("file errors", "The file is not there any more."),
        r"is a folder, not a file": translate("file errors", "This is a folder, not a file."),
        r"cannot be read: (?P<why>.*)": translate("file errors", "The file cannot be read ({why})."),
        r"is no name of a file: .*": translate("file errors", "The file cannot be found under this name."),
        r"is larger than (?P<most>\w+) MB": translate("file errors", "The file is larger than {most} MB."),
        r"is UTF-16; .*": translate("file errors", "Save the file as UTF-8."),
        r"line (?P<line>\w+): the byte 0x.*": translate(
            "file errors", "Line {line}: a character cannot be read. Save the file as UTF-8."
        ),
        r"and (?P<count>[\d,]+) more faults": translate("file errors", "and {count} more faults"),
        r".*\[site\] is missing, and .*": translate(
            "file errors", "[site] is missing: name and time zone of the practice."
        ),
        r"site .*: the store is that of (?P<code>.*)": translate(
            "file errors", "This store holds another practice already: {code}"
        ),
        r".* cannot hold it": translate("file errors", "Time can be kept for practitioners only."),
        # Of the rows of a table.
        rf"has (?P<found>{_NUMBER}) cells where .* has (?P<due>{_NUMBER})": translate(
            "file errors", "{found} cells instead of {due}."
        ),
        rf"a quote is opened but not closed: lines (?P<first>{_NUMBER}) to (?P<last>{_NUMBER}) .*": translate(
            "file errors", "A quotation mark is opened and not closed: lines {first} to {last}."
        ),
        r"is quoted wrongly: .*": translate("file errors", "The quotation marks of this row cannot be read."),
        rf"{_V} is not among the codes of the mapping": translate(
            "file errors", "{value} has not been assigned."
        ),
        rf"{_V} does not match .*": translate("file errors", "{value} cannot be read."),
        rf"{_V} is no number of .*": translate("file errors", "{value} is no number."),
        rf"{_V} is no length such as 1:30": translate("file errors", "{value} is no length such as 1:30."),
        rf"{_V} is no whole number of minutes.*": translate(
            "file errors", "{value} is no whole number of minutes."
        ),
        rf"{_V} is not written as .*": translate(
            "file errors", "{value} is written otherwise than the other dates."
        ),
        r".* does not exist in .*": translate(
            "file errors", "The clocks are put forward: this time does not exist."
        ),
        r".* minutes are fewer than the .*": translate(
            "file errors", "This is shorter than the operation's other phases."
        ),
        r"an entry lasts 1 to (?P<most>\d+) minutes.*": translate(
            "file errors", "An entry lasts 1 to {most} minutes."
        ),
        r"no such (appointment type|procedure|practitioner, room or device)|no patient has the number .*"
        r"|nobody has the code .*": translate("file errors", "This is not known in the practice."),
        r"an appointment needs a type": translate("file errors", "The appointment type is missing."),
        r"takes part twice at the same time": translate(
            "file errors", "The same person or room stands here twice."
        ),
        r"another request was answered under this key": translate(
            "file errors", "This row was imported before, with other content."
        ),
    }


def reader_words(message: str) -> str:
    """The reason as a sentence; one that is not known here is shown as it is."""
    _, said = _read(message)
    return said


def file_error(error: FieldError) -> str:
    """Where it is wrong, as the place stands in the file and with the code of its row, and why."""
    owner, said = _read(error.message)
    if not error.field:
        return said
    return f"{error.field} ({owner}): {said}" if owner else f"{error.field}: {said}"


def _read(message: str) -> tuple[str, str]:
    """The code of the row, where the message begins with one, and the sentence."""
    owned = _OWNED.fullmatch(message)
    said = _sentence(owned["rest"]) if owned is not None else None
    if owned is not None and said is not None:
        return owned["owner"], said
    return "", _sentence(message) or message


def _quoted(part: str) -> str:
    """What the file says stands in the quotation marks of the language spoken, not in those of the file."""
    if len(part) > 1 and part[0] == part[-1] == '"':
        return translate("file errors", "“{value}”").format(value=part[1:-1])
    return part


def _sentence(message: str) -> str | None:
    for pattern, sentence in _sentences().items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return sentence.format(**{name: _quoted(part) for name, part in found.groupdict("").items()})
    known = worded(FieldError("", message))
    return known if known != message else None
