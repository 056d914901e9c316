"""Why nobody was let in, and who is signed in, in words."""

from datetime import UTC, datetime
from math import ceil

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.roles import Person, StaffRole
from praxidesk.engine.server_probe import ServerRefused, ServerTrouble
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.ui.first_run.server_words import trouble_text
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.fault_wording import fault_message
from praxidesk.worker.messages import StoreState
from praxidesk.worker.premises import Keeping, Premises
from praxidesk.worker.questions.signing_in import PasswordFault

translate = QCoreApplication.translate

_MINUTE = 60
_NO_REFUSAL = frozenset({ServerTrouble.WANTS_PASSWORD, ServerTrouble.SIGNED_OUT})


def role_name(role: StaffRole) -> str:
    """What somebody is in the practice."""
    return {
        StaffRole.RECEPTION: translate("sign in", "Reception"),
        StaffRole.PRACTITIONER: translate("sign in", "Practitioner"),
        StaffRole.OP_MANAGER: translate("sign in", "OP management"),
        StaffRole.VIEWER: translate("sign in", "Display only"),
        StaffRole.ADMIN: translate("sign in", "Administration"),
    }[role]


def person_text(person: Person) -> str:
    """``Anna Beck · Empfang``, of a login of some sites with these; nothing where there are no accounts."""
    if person.role is None:
        return ""
    role = role_name(person.role)
    if not person.sites:
        return translate("sign in", "{name} · {role}").format(name=person.name, role=role)
    said = translate("sign in", "{name} · {role} · {sites}")
    return said.format(name=person.name, role=role, sites=", ".join(person.sites))


def place_text(premises: Premises) -> str:
    """Where one signs in: ``praxis auf db1, db2``; of several servers, lines may break between them."""
    host, _, database = premises.at.partition("/")
    if premises.keeping is not Keeping.SERVER or not database:
        return translate("sign in", "Who works at this window?")
    return translate("sign in", "Who works at this window? Practice “{name}” on {host}.").format(
        name=database, host=host.replace(",", ", ")
    )


def ended_text(trouble: ServerTrouble | None) -> str:
    """Why somebody who worked here may not go on; empty where nobody ended it."""
    if trouble not in {ServerTrouble.REMOVED, ServerTrouble.LOCKED}:
        return ""
    return trouble_text(ServerRefused(trouble))


def lock_text(person: Person) -> str:
    """Whose window is locked."""
    return translate(
        "sign in", "{name} works here, and finds everything as it was. Somebody else may sign in, too."
    ).format(name=person.name)


def account_text(refused: SignInRefused, now: int) -> str:
    """Why the accounts of a file let nobody in, and when to try again."""
    said = {
        NotSignedIn.WRONG: translate("sign in", "No such user, or not this password."),
        NotSignedIn.WAITING: translate("sign in", "Too many wrong passwords."),
        NotSignedIn.LOCKED: translate("sign in", "An administrator has locked this user."),
    }[refused.why]
    left = 0 if refused.until is None else refused.until - now
    if left <= 0:
        return said
    return translate("sign in", "{refusal} {again}").format(refusal=said, again=again_text(left))


def again_text(seconds: int) -> str:
    """When one is heard again."""
    if seconds <= _MINUTE:
        return counted.again_in_seconds(seconds)
    return counted.again_in_minutes(ceil(seconds / _MINUTE))


def refusal_text(state: StoreState, ended: int | None, now: int) -> str:
    """Why one is not let in; empty where nobody was refused yet.

    :param ended: until when the login was valid, as far as this desk knows: a server does not tell it apart
        from a wrong password
    """
    trouble = state.trouble
    if trouble in _NO_REFUSAL:
        return ""
    if trouble is ServerTrouble.LOGIN_REFUSED and ended is not None and ended <= now:
        trouble = ServerTrouble.EXPIRED
    if trouble is ServerTrouble.EXPIRED and ended is not None:
        return translate(
            "sign in", "This login was valid until {date}. An administrator can extend it."
        ).format(date=dates.long_day(datetime.fromtimestamp(ended, UTC).date()))
    if trouble is not None:
        return trouble_text(ServerRefused(trouble, state.detail))
    return "" if state.fault is None else fault_message(state.fault, None).text


def password_advice() -> str:
    """What a good password is like, for whoever chooses one."""
    return translate(
        "sign in",
        "Ten characters or more: four or five words that do not belong together are good ones.",
    )


def password_flaw_text(flaw: PasswordFlaw) -> str:
    """Why it cannot be somebody's password."""
    return password_fault_text(PasswordFault(flaw.name.lower()))


def password_fault_text(fault: PasswordFault) -> str:
    """Why the password is still the old one."""
    return {
        PasswordFault.WRONG: translate("sign in", "The present password is another one."),
        PasswordFault.TOO_SHORT: translate("sign in", "The new password needs ten characters or more."),
        PasswordFault.TOO_LONG: translate("sign in", "The new password is too long."),
        PasswordFault.HOLDS_LOGIN: translate(
            "sign in", "The new password holds the user's name; take another one."
        ),
        PasswordFault.UNTYPABLE: translate(
            "sign in", "The new password holds a character that cannot be typed."
        ),
        PasswordFault.NOT_SET_UP: translate("sign in", "Here nobody has a password of their own."),
    }[fault]
