"""Every command by its name, and those that fit what somebody types: pure, so that a list only shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxidesk.engine.spelling import WORD, bare, folded
from praxidesk.ui.actions.action_list import ACTIONS, ActionId
from praxidesk.ui.actions.actions import Actions
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.search.command_reasons import reason
from praxidesk.ui.search.command_words import OTHER_WORDS, command_names


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the list."""

    action: ActionId
    name: str
    keys: tuple[str, ...] = ()
    """As they are written on the keyboard."""
    icon: Icon | None = None
    refusal: str = ""
    """Why it cannot be done now; empty where it can."""

    @property
    def is_allowed(self) -> bool:
        """Whether Enter does it."""
        return not self.refusal


def commands(actions: Actions) -> tuple[Command, ...]:
    """All but the list itself, in the order of the actions; saved views only where there is one."""
    names = command_names()
    return tuple(
        Command(
            spec.id,
            _plain(names.get(spec.id) or actions[spec.id].text()),
            actions.keys(spec.id),
            spec.icon,
            ""
            if actions.is_allowed(spec.id)
            else actions.refusal(spec.id) or reason(spec.id, spec.needs, actions.met),
        )
        for spec in ACTIONS
        if spec.id is not ActionId.COMMANDS and actions.is_listed(spec.id)
    )


def fitting(found: Iterable[Command], typed: str, recent: Sequence[ActionId] = ()) -> list[Command]:
    """Those of which each word typed begins a word, in any order: what can be done first, then the recent.

    Umlauts may be written out or without their dots. Nothing typed fits all.
    """
    wanted = WORD.findall(folded(typed))
    ranked = []
    for place, each in enumerate(found):
        own = _words(each.name)
        if not _begins_all(wanted, own | _words(OTHER_WORDS.get(each.action, ""))):
            continue
        used = recent.index(each.action) if each.action in recent else len(recent)
        ranked.append((not each.is_allowed, used, not _begins_all(wanted, own), place, each))
    return [each for *_, each in sorted(ranked, key=lambda line: line[:4])]


def _begins_all(wanted: Iterable[str], known: Iterable[str]) -> bool:
    return all(any(word.startswith(each) for word in known) for each in wanted)


def _words(text: str) -> frozenset[str]:
    return frozenset((*WORD.findall(folded(text)), *WORD.findall(bare(text))))


def _plain(text: str) -> str:
    return text.replace("&&", "&").removesuffix(" …")
