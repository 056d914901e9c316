"""Where a description cannot stand beside the practice that is stored."""

from collections.abc import Iterator, Mapping

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.offerings import Service
from praxidesk.engine.practice import Practice, Reservation, Site
from praxidesk.engine.vocabulary import ActorKind
from praxidesk.engine.walltime import UnknownZone, Zone
from praxidesk.exchange.practice_file import PracticeFile
from praxidesk.services.holidays_calendar import UnknownRegion, require_region
from praxidesk.services.setup_tables import table_of

_Named = Actor | Group


def contradictions(stored: Practice | None, file: PracticeFile) -> Iterator[str]:
    """A sentence for each, in the order of the file's tables."""
    yield from _of_site(stored, file.site)
    yield from _of_branches(stored, file)
    before: dict[str, _Named] = {}
    if stored is not None:
        known_ones: tuple[_Named, ...] = (*stored.actors.values(), *stored.groups.values())
        before = {each.code: each for each in known_ones}
    told: tuple[_Named, ...] = (*file.groups, *file.actors)
    after = before | {each.code: each for each in told}
    for named in told:
        known = before.get(named.code, named)
        if _kind(known) != _kind(named):
            yield f"{_kind(named)} {named.code!r} is stored as a {_kind(known)}, and stays one"
    for actor in file.actors:
        if actor.group:
            yield from _of_member(actor, after.get(actor.group))
    services: tuple[Service, ...] = (*file.types, *file.procedures)
    for service in services:
        yield from _of_needs(service, after)
    yield from _of_references(stored, file, after)


def _of_site(stored: Practice | None, site: Site | None) -> Iterator[str]:
    if site is None:
        if stored is None:
            yield "[site] is missing, and there is no practice yet"
        return
    if stored is not None and site.code != stored.site.code:
        yield f"site {site.code!r}: the store is that of {stored.site.code!r}"
    try:
        Zone(site.timezone)
    except UnknownZone:
        yield f"site {site.code!r}: timezone {site.timezone!r} is unknown"
    try:
        require_region(site.holidays)
    except UnknownRegion as error:
        yield f"site {site.code!r}: holidays: {error}"


def _of_branches(stored: Practice | None, file: PracticeFile) -> Iterator[str]:
    own = file.site if stored is None else stored.site
    known = {each.code for each in file.branches} | set(() if stored is None else stored.site_names)
    if own is not None:
        known.add(own.code)
    for branch in file.branches:
        if own is not None and branch.code == own.code:
            yield f"branch {branch.code!r}: that is the code of the practice's own site"
    for actor in file.actors:
        for code in actor.sites:
            if code not in known:
                yield f"{actor.kind} {actor.code!r}: there is no site {code!r}"


def _of_member(actor: Actor, group: _Named | None) -> Iterator[str]:
    if not isinstance(group, Group):
        yield f"{actor.kind} {actor.code!r}: there is no group {actor.group!r}"
    elif group.kind is not actor.kind:
        yield f"{actor.kind} {actor.code!r}: {group.code!r} is a group of {group.kind}s"


def _of_needs(service: Service, actors: Mapping[str, _Named]) -> Iterator[str]:
    for need in service.need:
        for code in need.any_of or ():
            named = actors.get(code)
            if named is None:
                yield f"{table_of(service)} {service.code!r}: nobody has the code {code!r}"
            elif named.kind is not need.role.actor_kind:
                yield (
                    f"{table_of(service)} {service.code!r}: {code!r} is a {_kind(named)}"
                    f" and cannot be {need.role}"
                )


def _of_references(
    stored: Practice | None, file: PracticeFile, actors: Mapping[str, _Named]
) -> Iterator[str]:
    types = {each.code for each in file.types} | set(stored.type_ids if stored else ())
    procedures = {each.code for each in file.procedures} | set(stored.procedure_ids if stored else ())
    for reserved in file.reservations:
        for reason in _of_reservation(reserved, actors, types | procedures):
            yield f"reservation {reserved.code!r}: {reason}"
    for combination in file.combinations:
        for part in combination.parts:
            if part.type not in types:
                yield f"combination {combination.code!r}: no appointment type has the code {part.type!r}"


def _of_reservation(reserved: Reservation, actors: Mapping[str, _Named], services: set[str]) -> Iterator[str]:
    for code in (*reserved.actors, *reserved.holders):
        if code not in actors:
            yield f"nobody has the code {code!r}"
    for code in reserved.holders:
        holder = actors.get(code)
        if holder is not None and holder.kind is not ActorKind.PRACTITIONER:
            yield f"{code!r} is a {_kind(holder)} and cannot hold it"
    for code in reserved.services:
        if code not in services:
            yield f"neither a type nor a procedure has the code {code!r}"


def _kind(named: _Named) -> str:
    return f"group of {named.kind}s" if isinstance(named, Group) else named.kind.value
