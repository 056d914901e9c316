"""Whatever the readers of practice files and tables can say is worded for the screen."""

import ast
import re
from pathlib import Path

import pytest

import praxidesk
from praxidesk.engine.outcomes import FieldError
from praxidesk.exchange.practice_file import PracticeFileError, read
from praxidesk.ui.wording.reader_words import file_error, reader_words

HOUSE = Path(praxidesk.__file__).parent
READERS = (
    *sorted((HOUSE / "exchange").glob("practice_*.py")),
    *(
        HOUSE / "exchange" / f"{name}.py"
        for name in ("fields", "known_codes", "needs", "texts", "toml_document", "wall_times")
    ),
    *(
        HOUSE / "exchange" / f"csv_{name}.py"
        for name in ("cells", "patterns", "requests", "table", "patients")
    ),
    HOUSE / "services" / "setup_contradictions.py",
)
SAYING = {
    "UnreadableError",
    "CellError",
    "fault",
    "refuse",
    "add",
    "_NoDocumentError",
    "Record",
    "FieldError",
}


def said(call: ast.AST) -> list[str]:
    """The texts of a call's own arguments, with a value where one is named."""
    if not isinstance(call, ast.Call):
        return []
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name not in SAYING:
        return []
    return [text for argument in call.args if (text := filled(argument)) and " " in text]


def filled(argument: ast.expr) -> str:
    match argument:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(
                str(part.value) if isinstance(part, ast.Constant) else sample(part) for part in parts
            )
        case ast.BinOp(left=left, right=right):
            return filled(left) + filled(right)
    return ""


def sample(part: ast.expr) -> str:
    inner = ast.unparse(part)
    if re.search(r"shown\(|printable|!r", inner):
        return '"x y"'
    return (
        "12" if re.search(r":,|len\(|_low|LONGEST|MOST|low|high|least|minutes|taken|width", inner) else "abc"
    )


def every_reason() -> dict[str, str]:
    found = {}
    for file in READERS:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for text in said(node):
                found[text] = file.name
    return found


def test_every_reason_of_the_readers_has_a_sentence() -> None:
    reasons = every_reason()
    assert len(reasons) > 60
    unknown = {text: file for text, file in reasons.items() if reader_words(text) == text}
    # What only the writer of a mapping file meets.
    of_mappings = {text for text in unknown if re.search("no pattern|does not name|needs format", text)}
    assert set(unknown) - of_mappings == {"and 12 more faults"}


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[site]\ncode = W\n", "Line 2, column 8: this cannot be read. Missing quotes or a bracket?"),
        ('[site]\ncode = "M"\nname = "M"\ntimezone = "UTC"\ncolour = 1', "site.colour (M): This is a key"),
        (
            '[site]\ncode = "M"\nname = "M"\ntimezone = "UTC"\n[[room]]\ncode = "R"\nname = ""',
            "room[0].name (R): Something must stand here.",
        ),
    ],
)
def test_a_file_s_errors_say_where_and_why(toml: str, told: str) -> None:
    with pytest.raises(PracticeFileError) as refused:
        read(toml)
    assert file_error(refused.value.errors[0]).startswith(told)


def test_what_nobody_foresaw_is_shown_as_it_is() -> None:
    assert file_error(FieldError("x", "WEB: is a surprise")) == "x: WEB: is a surprise"
