"""Milestones of operations as JSON: what a line asks for, and what an agenda line says."""

from collections.abc import Mapping

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import MilestoneRequest
from praxidesk.engine.vocabulary import Milestone
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.json_fields import read_entry, read_key, read_moment, read_version
from praxidesk.exchange.json_line import parsed


def parse_milestone(line: str, _practice: Practice, zone: Zone) -> MilestoneRequest | Invalid:
    """When milestones were reached; ``null`` takes one away."""

    def read(fields: Fields, values: Mapping[str, object]) -> MilestoneRequest:
        times: dict[Milestone, int | None] = {}
        if not fields.has("milestones"):
            fields.fault("milestones", "is missing")
        inner = fields.table("milestones")
        if inner is not None:
            for each in Milestone:
                if inner.has(each):
                    is_gone = inner.raw(each) is None
                    times[each] = None if is_gone else read_moment(inner, each, zone)
            inner.close()
        return MilestoneRequest(
            entry=read_entry(fields),
            version=read_version(fields),
            times=times,
            key=read_key(fields, "milestone", values),
        )

    return parsed(line, read)


def milestones_object(entry: Entry, zone: Zone) -> dict[str, object]:
    """The times that are known, in the order of the milestones."""
    return {each.milestone.value: zone.iso(each.at) for each in entry.milestones}
