"""Changes of the practice as the settings send them."""

from dataclasses import replace
from datetime import datetime
from typing import cast

from praxidesk.engine.actors import Actor
from praxidesk.engine.availability import Absence
from praxidesk.engine.practice_draft import DraftEffects, DraftPreview, PracticeDraft, RowChange
from praxidesk.services.desk import Desk
from praxidesk.services.practice_preview import preview_in_pieces
from tests.services.diary import Diary

ILL = Absence(datetime(2026, 11, 23), datetime(2026, 11, 28), "krank")


def previewed(desk: Desk, draft: PracticeDraft, now: int) -> DraftPreview:
    """The answer, all pieces one after the other."""
    pieces = preview_in_pieces(desk, draft, now)
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            return cast(DraftPreview, end.value)


def actor(diary: Diary, code: str) -> Actor:
    return diary.desk.practice.actors[diary.id(code)]


def with_absence(row: Actor, absence: Absence = ILL) -> Actor:
    available = row.availability
    return replace(row, availability=replace(available, absences=(*available.absences, absence)))


def absent(diary: Diary, code: str = "KOC", absence: Absence = ILL) -> PracticeDraft:
    before = actor(diary, code)
    return PracticeDraft((RowChange(before, with_absence(before, absence)),))


def site_closing_at(diary: Diary, hour: int) -> PracticeDraft:
    before = diary.desk.practice.site
    hours = tuple(replace(each, to_minute=hour * 60) for each in before.availability.hours)
    after = replace(before, availability=replace(before.availability, hours=hours))
    return PracticeDraft((RowChange(before, after),))


def effects(diary: Diary, draft: PracticeDraft) -> DraftEffects:
    found = previewed(diary.desk, draft, diary.now)
    assert isinstance(found, DraftEffects), found
    return found
