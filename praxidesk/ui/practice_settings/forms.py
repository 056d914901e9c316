"""What stands on the form of each kind of row, group by group."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.actors import Actor, Group
from praxidesk.engine.offerings import AppointmentType, Procedure
from praxidesk.engine.practice import Branch, Site
from praxidesk.engine.practice_draft import PracticeRow
from praxidesk.engine.vocabulary import ActorKind, Phase, Priority, Role
from praxidesk.ui.look.theme import Theme
from praxidesk.ui.practice_settings.codes_part import CodesPart
from praxidesk.ui.practice_settings.colour_part import ColourPart
from praxidesk.ui.practice_settings.day_parts import HolidaysPart
from praxidesk.ui.practice_settings.field_parts import (
    ChecksPart,
    ChoicePart,
    DatePart,
    FlagPart,
    LinePart,
    NumberPart,
    SuggestPart,
    WordsPart,
)
from praxidesk.ui.practice_settings.part import Bound, Part, PartGroup, attribute, within
from praxidesk.ui.practice_settings.service_parts import Known, NeedsPart, QuotasPart, StepsPart
from praxidesk.ui.practice_settings.setting_words import Page, phase_name, priority_name, without_hours_words
from praxidesk.ui.practice_settings.times_form import times_of
from praxidesk.ui.practice_settings.week_part import WeekPart
from praxidesk.ui.wording import words
from praxidesk.ui.wording.practice_words import practice_word
from praxidesk.ui.wording.regions import regions, zone_names

translate = QCoreApplication.translate

_ROLES = tuple(role for role in Role if role.actor_kind is ActorKind.PRACTITIONER)


class Forms:
    """Makes the parts of a form; what the practice has is what its choices offer."""

    def __init__(self, theme: Theme, rows: Iterable[PracticeRow], today: date) -> None:
        self._theme, self._today = theme, today
        self._rows = tuple(rows)

    def groups(self, page: Page, *, is_new: bool) -> tuple[PartGroup, ...]:
        """Everything of a page; the code only where it may still be chosen."""
        if page is Page.SITE:
            return (self._site(), *times_of(self._theme, self._today, closures=True))
        if page is Page.HOLIDAYS:
            return (self._holidays(),)
        head = self._head(page, is_new=is_new)
        match page:
            case Page.PRACTITIONER | Page.ROOM | Page.DEVICE:
                says = without_hours_words(page)
                return (head, *times_of(self._theme, self._today, closures=False, without_hours=says))
            case Page.APPOINTMENT_TYPE | Page.PROCEDURE:
                return (head, *self._service(page))
            case Page.RESERVATION:
                return (head, self._reservation())
            case Page.COMBINATION:
                return (head, self._combination())
            case _:
                return (head,)

    def _head(self, page: Page, *, is_new: bool) -> PartGroup:
        theme = self._theme
        parts: list[Part] = [LinePart(theme, translate("settings", "Name"), attribute("name"))]
        if is_new:
            parts.append(LinePart(theme, translate("settings", "Code"), attribute("code"), 64))
        match page:
            case Page.PRACTITIONER:
                parts += self._person()
            case Page.ROOM:
                parts += self._place(ActorKind.ROOM)
            case Page.DEVICE:
                parts += self._place(ActorKind.DEVICE)
            case Page.GROUP if is_new:
                options = [(kind, words.actor_kind_name(kind)) for kind in (ActorKind.ROOM, ActorKind.DEVICE)]
                parts.append(ChoicePart(theme, translate("settings", "Of"), attribute("kind", "of"), options))
            case Page.APPOINTMENT_TYPE:
                parts += self._appointment()
            case Page.PROCEDURE:
                parts += self._procedure()
            case _:
                pass
        return PartGroup("", tuple(parts))

    def _person(self) -> list[Part]:
        theme = self._theme
        return [
            SuggestPart(
                theme,
                translate("settings", "Specialty"),
                attribute("specialty"),
                [(each, practice_word(each)) for each in self._specialties()],
            ),
            ChecksPart(
                theme,
                translate("settings", "Roles"),
                attribute("roles"),
                [(role, words.role_name(role)) for role in _ROLES],
            ),
            ColourPart(theme, translate("settings", "Colour"), attribute("colour"), optional=True),
            *self._sites(),
            self._active(),
        ]

    def _place(self, kind: ActorKind) -> list[Part]:
        theme = self._theme
        kinds = sorted({each.category for each in self._actors(kind) if each.category})
        groups = [("", translate("settings", "none"))]
        groups += [(each.code, each.name) for each in self._all_groups() if each.kind is kind]
        parts: list[Part] = [
            SuggestPart(
                theme,
                translate("settings", "Kind"),
                attribute("category", "kind"),
                [(each, practice_word(each)) for each in kinds],
            ),
            WordsPart(theme, translate("settings", "Equipment"), attribute("equipment")),
            NumberPart(
                theme,
                translate("settings", "Turnover"),
                attribute("turnover"),
                translate("settings", "min after each use"),
            ),
            DatePart(theme, translate("settings", "Inspected until"), attribute("inspected_until")),
        ]
        if len(groups) > 1:
            parts.append(ChoicePart(theme, translate("settings", "Place of"), attribute("group"), groups))
        parts += [
            ColourPart(theme, translate("settings", "Colour"), attribute("colour"), optional=True),
            *self._sites(),
            self._active(),
        ]
        return parts

    def _sites(self) -> list[Part]:
        """Where somebody or something is; there is no question where the practice has one site only."""
        sites = self._named(each for each in self._rows if isinstance(each, Site | Branch))
        if len(sites) == 1:
            return []
        where, label = attribute("sites"), translate("settings", "Sites")
        bound = replace(where, put=lambda row, codes: where.put(row, tuple(sorted(codes))))
        return [CodesPart(self._theme, label, bound, sites, translate("settings", "everywhere"))]

    def _active(self) -> Part:
        label, text = translate("settings", "Active"), translate("settings", "can be booked")
        return FlagPart(self._theme, label, attribute("active"), text)

    def _site(self) -> PartGroup:
        theme = self._theme
        return PartGroup(
            "",
            (
                LinePart(theme, translate("settings", "Name"), attribute("name")),
                SuggestPart(
                    theme,
                    translate("settings", "Time zone"),
                    attribute("timezone"),
                    [(each, each) for each in zone_names()],
                    64,
                ),
            ),
        )

    def _holidays(self) -> PartGroup:
        theme = self._theme
        return PartGroup(
            "",
            (
                SuggestPart(
                    theme, translate("settings", "Region"), attribute("holidays"), [*regions().items()], 64
                ),
                HolidaysPart(
                    theme,
                    translate("settings", "Further closed days"),
                    attribute("local_holidays"),
                    translate("settings", "Add a day"),
                    self._today,
                ),
            ),
        )

    def _appointment(self) -> list[Part]:
        theme, minutes = self._theme, translate("settings", "min")
        return [
            LinePart(theme, translate("settings", "Short name"), attribute("short"), 24),
            NumberPart(theme, translate("settings", "Length"), attribute("minutes"), minutes),
            ColourPart(theme, translate("settings", "Colour"), attribute("colour"), optional=False),
            FlagPart(
                theme,
                translate("settings", "First visit"),
                attribute("first_visit"),
                translate("settings", "whoever has it comes for the first time"),
            ),
            *self._around(),
            NumberPart(
                theme,
                translate("settings", "Way"),
                attribute("travel"),
                translate("settings", "min before and after, of a home visit"),
            ),
        ]

    def _procedure(self) -> list[Part]:
        theme, minutes = self._theme, translate("settings", "min")
        phases = [NumberPart(theme, phase_name(phase), _phase(phase), minutes) for phase in Phase]
        return [
            LinePart(theme, translate("settings", "Short name"), attribute("short"), 24),
            *phases,
            ColourPart(theme, translate("settings", "Colour"), attribute("colour"), optional=False),
            *self._around(),
        ]

    def _around(self) -> list[Part]:
        theme = self._theme
        return [
            NumberPart(
                theme,
                translate("settings", "Gap before"),
                attribute("buffer_before"),
                translate("settings", "min"),
            ),
            NumberPart(
                theme,
                translate("settings", "Gap after"),
                attribute("buffer_after"),
                translate("settings", "min"),
            ),
        ]

    def _service(self, page: Page) -> tuple[PartGroup, ...]:
        theme = self._theme
        limits = PartGroup(
            translate("settings", "How often, how near, how early"),
            (
                NumberPart(
                    theme,
                    translate("settings", "At the same time"),
                    within("limits", "at_once"),
                    translate("settings", "at most, in the whole practice"),
                    optional=True,
                ),
                NumberPart(
                    theme,
                    translate("settings", "Distance"),
                    within("limits", "distance", "min_distance"),
                    translate("settings", "min from one start to the next"),
                ),
                NumberPart(
                    theme,
                    translate("settings", "Notice"),
                    within("limits", "notice", "min_notice"),
                    translate("settings", "min at least between booking and start"),
                ),
                NumberPart(
                    theme,
                    translate("settings", "Ahead"),
                    within("limits", "advance", "max_advance"),
                    translate("settings", "days at most"),
                    optional=True,
                ),
                ChoicePart(
                    theme,
                    translate("settings", "Priority"),
                    attribute("priority"),
                    [(each, priority_name(each)) for each in Priority],
                ),
                QuotasPart(
                    theme,
                    translate("settings", "Quotas of each practitioner"),
                    within("limits", "quotas", "quota"),
                    translate("settings", "Add a quota"),
                ),
            ),
        )
        needs = NeedsPart(
            theme,
            translate("settings", "Who and what takes part"),
            attribute("need"),
            translate("settings", "Add somebody or something"),
            self._known(),
            page is Page.PROCEDURE,
        )
        return PartGroup("", (needs,)), limits

    def _reservation(self) -> PartGroup:
        theme = self._theme
        people = self._named(self._actors(ActorKind.PRACTITIONER))
        places = self._named(
            [*self._actors(ActorKind.ROOM), *self._actors(ActorKind.DEVICE), *self._all_groups()]
        )
        services = self._named(each for each in self._rows if isinstance(each, AppointmentType | Procedure))
        return PartGroup(
            "",
            (
                CodesPart(
                    theme, translate("settings", "Whose time"), attribute("actors"), [*people, *places]
                ),
                WeekPart(theme, translate("settings", "Reserved"), attribute("windows")),
                CodesPart(theme, translate("settings", "For whom"), attribute("holders", "for"), people),
                CodesPart(theme, translate("settings", "For what"), attribute("services"), services),
                NumberPart(
                    theme,
                    translate("settings", "Released"),
                    attribute("release_days"),
                    translate("settings", "days before; empty: never"),
                    optional=True,
                ),
            ),
        )

    def _combination(self) -> PartGroup:
        types = self._named(each for each in self._rows if isinstance(each, AppointmentType))
        return PartGroup(
            "",
            (
                StepsPart(
                    self._theme,
                    translate("settings", "Appointments in their order"),
                    attribute("parts"),
                    translate("settings", "Add an appointment"),
                    types,
                ),
            ),
        )

    def _known(self) -> Known:
        groups = self._all_groups()
        rooms, devices = ActorKind.ROOM, ActorKind.DEVICE
        kinds = {each.category for kind in (rooms, devices) for each in self._actors(kind)} - {""}
        return Known(
            tuple(self._specialties()),
            tuple(sorted(kinds)),
            tuple(self._named(self._actors(ActorKind.PRACTITIONER))),
            tuple(self._named([*(g for g in groups if g.kind is rooms), *self._actors(rooms)])),
            tuple(self._named([*(g for g in groups if g.kind is devices), *self._actors(devices)])),
        )

    def _actors(self, kind: ActorKind) -> list[Actor]:
        return [each for each in self._rows if isinstance(each, Actor) and each.kind is kind]

    def _all_groups(self) -> list[Group]:
        return [each for each in self._rows if isinstance(each, Group)]

    def _specialties(self) -> list[str]:
        return sorted({each.specialty for each in self._actors(ActorKind.PRACTITIONER) if each.specialty})

    @staticmethod
    def _named(rows: Iterable[PracticeRow]) -> list[tuple[str, str]]:
        return [(each.code, each.name) for each in rows if each.code]


def _phase(phase: Phase) -> Bound:
    def put(row: Any, minutes: int) -> Any:  # noqa: ANN401 - a procedure
        return replace(row, phases=replace(row.phases, **{phase.value: minutes}))

    return Bound(f"phases.{phase.value}", lambda row: getattr(row.phases, phase.value), put)
