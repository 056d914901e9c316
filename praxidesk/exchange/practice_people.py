"""Site, practitioners and patients of a practice file."""

from praxidesk.engine.actors import Actor
from praxidesk.engine.entries import Patient
from praxidesk.engine.practice import Branch, Site
from praxidesk.engine.vocabulary import ActorKind, Colour, Role
from praxidesk.engine.walltime import UnknownZone, Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.known_codes import KnownSites
from praxidesk.exchange.practice_hours import read_availability, read_local_holidays
from praxidesk.exchange.texts import CODE_LENGTH, NOTE_LENGTH, UnreadableError, checked_text, shown
from praxidesk.exchange.wall_times import birth_day

COLOURS = words(Colour)
_PRACTITIONER_ROLES = words(role for role in Role if role.actor_kind is ActorKind.PRACTITIONER)
SEXES = {sex: sex for sex in ("male", "female", "other", "unknown", "")}


def read_code(fields: Fields, key: str = "code") -> str:
    """A code, which from then on stands before every message about its table."""

    def parse(value: object) -> str:
        text = checked_text(value, CODE_LENGTH)
        if not text.strip():
            raise UnreadableError(f"{shown(text)} is empty")
        if text != text.strip():
            raise UnreadableError(f"{shown(text)} begins or ends with a space")
        return text

    code = fields.parsed(key, parse, "", required=True)
    fields.owner = code
    return code


def read_site(fields: Fields) -> Site:
    """The one site."""
    site = Site(
        code=read_code(fields),
        name=fields.text("name", required=True),
        timezone=fields.parsed("timezone", _zone, "UTC", required=True),
        holidays=fields.parsed("holidays", _region, ""),
        availability=read_availability(fields, "closures"),
        local_holidays=read_local_holidays(fields, "local_holidays"),
    )
    fields.close()
    return site


def read_branch(fields: Fields) -> Branch:
    """A further site of the practice."""
    branch = Branch(code=read_code(fields), name=fields.text("name", required=True))
    fields.close()
    return branch


def read_sites(fields: Fields, sites: KnownSites) -> tuple[str, ...]:
    """Where somebody or something is; without the key everywhere."""
    return tuple(sorted(fields.each("sites", sites.site)))


def read_practitioner(fields: Fields, sites: KnownSites) -> Actor:
    """Somebody who treats; without roles of their own they see patients."""
    code = read_code(fields)
    roles = fields.choices("roles", _PRACTITIONER_ROLES, required=fields.has("roles"))
    practitioner = Actor(
        code=code,
        kind=ActorKind.PRACTITIONER,
        name=fields.text("name", required=True),
        specialty=fields.text("specialty"),
        roles=roles or (Role.PRACTITIONER,),
        colour=fields.choice("colour", COLOURS),
        active=fields.flag("active", default=True),
        availability=read_availability(fields, "absences"),
        sites=read_sites(fields, sites),
    )
    fields.close()
    return practitioner


def read_patient(fields: Fields) -> Patient:
    """A patient; some people have one name only, so the given one may be empty."""
    number = read_code(fields, "number")
    fields.parsed("given", lambda value: value, None, required=True)
    patient = Patient(
        number=number,
        family=fields.text("family", required=True),
        given=fields.text("given"),
        birth_date=fields.parsed("birth_date", birth_day, None),
        sex=fields.choice("sex", SEXES) or "",
        phone=fields.text("phone"),
        email=fields.text("email"),
        note=fields.text("note", NOTE_LENGTH, several_lines=True),
    )
    fields.close()
    return patient


def _zone(value: object) -> str:
    name = checked_text(value, CODE_LENGTH)
    try:
        Zone(name)
    except UnknownZone:
        raise UnreadableError(f"{shown(name)} is no time zone such as Europe/Berlin") from None
    return name


def _region(value: object) -> str:
    """A region of the ``holidays`` package: a country, or country-subdivision."""
    name = checked_text(value, CODE_LENGTH)
    if name and not _has_holidays(name):
        raise UnreadableError(f"{shown(name)} is no region of public holidays such as DE or DE-BE")
    return name


def _has_holidays(region: str) -> bool:
    # Imported where it is needed: it takes longer than all of a small file.
    import holidays  # noqa: PLC0415

    country, dash, subdivision = region.partition("-")
    if dash and not subdivision:
        return False
    try:
        holidays.country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError:
        return False
    return True
