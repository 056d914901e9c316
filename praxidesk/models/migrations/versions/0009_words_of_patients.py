"""The words that patients are found by, as they have been made for a while: older stores have others.

The letters that every number begins with found everybody, and names were parted otherwise. How a word is
made is written down here as it was at this revision, so that what a store holds never hangs on the program.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

AT_ONCE = 500
PATIENT = sa.table(
    "patient",
    *(sa.column(each) for each in ("actor_id", "number", "family", "given", "birth_date", "phone")),
)
WORD = sa.table("patient_word", sa.column("word"), sa.column("actor_id"))
ALNUM = re.compile(r"[^\W_]+")
PARTED = re.compile(r"[\s,;]+")
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
LETTERS = str.maketrans(
    {"ß": "ss", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ø": "oe", "ħ": "h"}
)
LONGEST = 60


def upgrade() -> None:
    """Each patient's words made anew: only what differs is written."""
    for rows in _patients():
        stored = _words({row.actor_id for row in rows})
        wanted = {(word, row.actor_id) for row in rows for word in _wanted(row)}
        _write(stored - wanted, wanted - stored)


def downgrade() -> None:
    """The letters of numbers are words again, as the program of then makes them."""
    for rows in _patients():
        stored = _words({row.actor_id for row in rows})
        lettered = {
            (word[:LONGEST], row.actor_id) for row in rows for word in ALNUM.findall(_folded(row.number))
        }
        _write(set(), lettered - stored)


def _patients() -> Iterable[list[sa.Row[Any]]]:
    """All of them, some at a time."""
    last = -1
    while True:
        some = sa.select(PATIENT).where(PATIENT.c.actor_id > last).order_by(PATIENT.c.actor_id).limit(AT_ONCE)
        rows = list(op.get_bind().execute(some))
        if not rows:
            return
        yield rows
        last = rows[-1].actor_id


def _words(ids: set[int]) -> set[tuple[str, int]]:
    found = op.get_bind().execute(
        sa.select(WORD.c.word, WORD.c.actor_id).where(WORD.c.actor_id.in_(sorted(ids)))
    )
    return {(word, id_) for word, id_ in found}


def _write(superfluous: set[tuple[str, int]], missing: set[tuple[str, int]]) -> None:
    connection = op.get_bind()
    if superfluous:
        gone = sa.delete(WORD).where(
            WORD.c.word == sa.bindparam("its_word"), WORD.c.actor_id == sa.bindparam("its_id")
        )
        connection.execute(gone, [{"its_word": word, "its_id": id_} for word, id_ in sorted(superfluous)])
    if missing:
        connection.execute(
            sa.insert(WORD), [{"word": word, "actor_id": id_} for word, id_ in sorted(missing)]
        )


def _wanted(row: sa.Row[Any]) -> set[str]:
    found: set[str] = set()
    for name in (row.family, row.given):
        for part in PARTED.split(name):
            found |= _joined(_folded(part)) | _joined(_bare(part))
    of_number = ALNUM.findall(_folded(row.number))
    found |= {"".join(of_number), *(each for each in of_number if any(sign.isdigit() for sign in each))}
    if row.birth_date:
        year, month, day = row.birth_date.split("-")
        found |= {day + month + year, year + month + day}
    found |= _of_phone(row.phone)
    return {word[:LONGEST] for word in found if word}


def _of_phone(phone: str) -> set[str]:
    """As dialled from abroad and at home."""
    digits = "".join(sign for sign in phone if sign.isdecimal())
    if phone.strip().startswith("+"):
        digits = "00" + digits
    return {digits, digits[2:], "0" + digits[4:]} if digits.startswith("0049") else {digits}


def _joined(spelling: str) -> set[str]:
    single = ALNUM.findall(spelling)
    return {*single, "".join(single)}


def _folded(text: str) -> str:
    """Lower case, umlauts written out, no marks."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    return _without_marks(composed.translate(WRITTEN_OUT))


def _bare(text: str) -> str:
    """The same, umlauts without their dots."""
    return _without_marks(unicodedata.normalize("NFKC", text).casefold())


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.translate(LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
