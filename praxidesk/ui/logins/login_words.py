"""What is said of people's logins."""

from math import ceil

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.logins import (
    AddLogin,
    EditLogin,
    KnownLogin,
    LockLogin,
    LoginDeed,
    LoginFault,
    LoginKeeping,
    LoginList,
    LoginRefused,
    LoginState,
    RemoveLogin,
    RenewPassword,
    UnlockLogin,
)
from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.practice import Practice
from praxidesk.engine.roles import StaffRole
from praxidesk.engine.walltime import Zone
from praxidesk.ui.sign_in.sign_in_words import again_text, password_flaw_text
from praxidesk.ui.wording import dates
from praxidesk.ui.wording.counted import counted

translate = QCoreApplication.translate
F = LoginFault


def shown_name(practice: Practice, known: KnownLogin) -> str:
    """By which windows show somebody: their own name, the practitioner's, or the login."""
    who = practice.actor_ids.get(known.practitioner)
    return known.name or (practice.actors[who].name if who is not None else known.login)


def belongs_text(practice: Practice, known: KnownLogin) -> str:
    """Whose login it is, where its name does not say so, and which sites it sees; empty for all."""
    who = practice.actor_ids.get(known.practitioner)
    whose = practice.actors[who].name if who is not None else known.practitioner
    parts = [] if whose == shown_name(practice, known) else [whose]
    parts += [practice.site_names.get(code, code) for code in known.sites]
    return " · ".join(each for each in parts if each)


def state_text(known: KnownLogin) -> str:
    """``aktiv``."""
    return {
        LoginState.OPEN: translate("logins", "active"),
        LoginState.WAITING: translate("logins", "waits: wrong passwords"),
        LoginState.LOCKED: translate("logins", "locked"),
        LoginState.WITHOUT_KEY: translate("logins", "needs a new password"),
    }[known.state]


def last_text(zone: Zone, known: KnownLogin, keeping: LoginKeeping) -> str:
    """Until when somebody waits; else when they were there last, or on how many connections they are now."""
    if known.until is not None:
        return translate("logins", "until {time}").format(time=dates.clock(zone, known.until))
    if keeping is LoginKeeping.SERVER:
        count = known.sessions or 0
        if not count:
            return translate("logins", "not connected")
        return counted.connections_now(count)
    if known.signed_in_at is None:
        return translate("logins", "never signed in")
    day, time = dates.birth_date(zone.day_of(known.signed_in_at)), dates.clock(zone, known.signed_in_at)
    return translate("logins", "last {day} {time}").format(day=day, time=time)


def role_about(role: StaffRole) -> str:
    """What people of a role do, for who gives it to somebody."""
    return {
        StaffRole.RECEPTION: translate(
            "logins", "Books, moves and cancels appointments and operations, and enters patients."
        ),
        StaffRole.PRACTITIONER: translate(
            "logins", "Sees the OP plan and their own appointments, and says when a patient is there or done."
        ),
        StaffRole.OP_MANAGER: translate("logins", "Plans operations and blocked time; sees everything."),
        StaffRole.VIEWER: translate(
            "logins", "Sees when something is and what, without names: for a screen in the corridor."
        ),
        StaffRole.ADMIN: translate(
            "logins", "Does everything, changes the settings of the practice and lets people in."
        ),
    }[role]


def refused_text(refused: LoginRefused, login: str, now: int) -> str:
    """Why nothing was done."""
    if refused.why is F.OTHER:
        return translate("logins", "It was refused: {reason}").format(reason=refused.about)
    said = fault_text(refused.why, login)
    if refused.until is None or refused.until <= now:
        return said
    return translate("logins", "{refusal} {again}").format(
        refusal=said, again=again_text(ceil(refused.until - now))
    )


def fault_text(why: LoginFault | PasswordFlaw, login: str) -> str:
    """The same, where nothing more is known."""
    if isinstance(why, PasswordFlaw):
        return password_flaw_text(why)
    return {
        F.WRONG_PASSWORD: translate("logins", "Your own password is another one."),
        F.WAITING: translate("logins", "Too many wrong passwords."),
        F.NOT_ALLOWED: translate("logins", "Only administration may change logins."),
        F.NOT_SET_UP: translate(
            "logins",
            "This server was not made ready for people's logins. Whoever looks after it does that with:"
            " praxidesk server init",
        ),
        F.BAD_LOGIN: translate(
            "logins",
            "A user's name is made of small letters without umlauts, digits, dots and hyphens, and begins"
            " with a letter; a few names are the server's own.",
        ),
        F.TAKEN: translate("logins", "There is a user {login} already.").format(login=login),
        F.UNKNOWN: translate("logins", "The user {login} does not exist any more.").format(login=login),
        F.ONESELF: translate("logins", "This is your own login: another administrator has to do that."),
        F.LAST_ADMIN: translate(
            "logins", "This is the last administrator who can sign in: make another one first."
        ),
        F.FIRST_IS_ADMIN: translate("logins", "The first login has to be one of the administration."),
        F.NO_PRACTITIONER: translate("logins", "Please choose the practitioner whose login it is."),
        F.NO_SITE: translate("logins", "One of these sites does not exist any more."),
        F.ADMIN_SEES_ALL: translate("logins", "The administration sees every site."),
        F.BAD_NAME: translate("logins", "A name has at most 200 characters, and none that cannot be seen."),
        F.ROLE_STAYS: translate(
            "logins",
            "On a server a login keeps its role and its practitioner: remove it, and make a new one.",
        ),
        F.OTHER: translate("logins", "It was refused."),
    }[why]


def done_text(deed: LoginDeed, name: str, known: LoginList) -> str:
    """What was done, and what is left to do."""
    match deed:
        case AddLogin():
            said = translate("logins", "{name} can sign in now, with the password that you have chosen.")
        case EditLogin():
            said = translate("logins", "The login of {name} is changed.")
        case RenewPassword():
            said = translate("logins", "{name} signs in with the new password from now on.")
        case LockLogin():
            said = translate("logins", "{name} is locked, and nowhere signed in any more.")
        case UnlockLogin():
            now = known.of(deed.login)
            said = translate("logins", "{name} may sign in again.")
            if now is not None and now.state is LoginState.WITHOUT_KEY:
                said = translate("logins", "{name} is not locked any more, and needs a new password.")
        case RemoveLogin():
            said = translate("logins", "The login of {name} is removed.")
            if known.is_encrypted:
                said = translate(
                    "logins",
                    "The login of {name} is removed. If they may have copied the key:"
                    " praxidesk store renew-key",
                )
    return said.format(name=name)


def question_text(deed: LockLogin | RemoveLogin, keeping: LoginKeeping) -> str:
    """What it means, before it is done."""
    if isinstance(deed, LockLogin):
        return translate(
            "logins",
            "Nobody gets in by this login until you unlock it. Where the person works now, the window is"
            " covered at once; what they have not saved stays in it, and is lost when it is closed.",
        )
    if keeping is LoginKeeping.SERVER:
        return translate(
            "logins",
            "Nobody gets in by this login any more, and its connections end at once: what is not saved is"
            " lost. What the journal says of this person stays. It cannot be undone; for a while, lock it.",
        )
    return translate(
        "logins",
        "Nobody gets in by this login any more, and the window of the person is covered at once. What the"
        " journal says of them stays. It cannot be undone; for a while, lock it.",
    )


def offer_text() -> tuple[str, str, tuple[str, ...]]:
    """Title, what it is like now, and what logins mean, where a file has none."""
    return (
        translate("logins", "No logins yet"),
        translate("logins", "Whoever sits at this computer sees everything, and may change everything."),
        (
            translate(
                "logins",
                "With logins this window asks who works at it, and locks itself when nobody does. Each person"
                " may do what their role allows, and the journal says who did what.",
            ),
            translate(
                "logins",
                "They protect from a colleague or visitor at a desk that was left alone. They do not protect"
                " from whoever may read or write the file with other programs: for that encrypt it (praxidesk"
                " store encrypt), or use a server.",
            ),
            translate(
                "logins",
                "The first login is yours. If you forget its password, another administrator gives you a new"
                " one, or whoever has this computer: praxidesk user password.",
            ),
        ),
    )
