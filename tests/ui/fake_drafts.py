"""Changes of the practice in memory: checked by the real reader, applied to the fake store."""

from dataclasses import replace

from praxidesk.engine.bulk import breaches
from praxidesk.engine.practice_draft import (
    DraftAnswer,
    DraftEffects,
    DraftPreview,
    DraftRefused,
    DraftSaved,
    DraftStale,
    PracticeDraft,
    applied,
)
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import Severity
from praxidesk.services.practice_drafts import look_at
from tests.ui.fake_store import FakeStore

_YEAR = 364 * 86400


def preview_draft(store: FakeStore, draft: PracticeDraft, now: int) -> DraftPreview:
    looked = look_at(store.practice, draft)
    if isinstance(looked, DraftRefused | DraftStale):
        return looked
    span = Span(now, now + _YEAR)
    entries = tuple(store.entries.values())
    before = {
        (each.entry.id, conflict.kind, conflict.actor)
        for each in breaches(store.practice, store.zone, entries, span, now)
        for conflict in each.conflicts
        if conflict.severity is Severity.BLOCKING
    }
    found = []
    for each in breaches(applied(store.practice, draft), store.zone, entries, span, now):
        new = tuple(
            conflict
            for conflict in each.conflicts
            if conflict.severity is Severity.BLOCKING
            and (each.entry.id, conflict.kind, conflict.actor) not in before
        )
        if new:
            found.append(replace(each, conflicts=new))
    found.sort(key=lambda each: (each.entry.starts_at, each.entry.id))
    return DraftEffects(tuple(found), len(found))


def save_draft(store: FakeStore, draft: PracticeDraft) -> DraftAnswer:
    looked = look_at(store.practice, draft)
    if isinstance(looked, DraftRefused | DraftStale):
        return looked
    after = applied(store.practice, draft)
    store.practice = replace(after, version=store.practice.version + 1)
    return DraftSaved(store.practice.version)
