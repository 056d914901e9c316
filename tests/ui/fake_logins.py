"""Logins in memory, behind the questions about them: a server's with names and sites, or a file's."""

from dataclasses import replace

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
    UnlockLogin,
    keeps_in,
)
from praxidesk.engine.roles import StaffRole
from praxidesk.worker.questions.logins import AskLogins, ChangeLogins
from tests.ui.fake_gateway import FakeGateway

R, S = StaffRole, LoginState
OWN_PASSWORD = "vier-worte-ohne-sinn"
OWN = "roth"
"""Who asks."""

ON_SERVER = (
    KnownLogin("beck", R.RECEPTION, "Anna Beck", sessions=1),
    KnownLogin("flur", R.VIEWER, "Bildschirm im Flur", sites=("OST",), sessions=2),
    KnownLogin("koc", R.PRACTITIONER, practitioner="KOC", sites=("PARK", "OST"), sessions=0),
    KnownLogin("lange", R.OP_MANAGER, "Petra Lange-Wischnewski", state=S.LOCKED, sessions=0),
    KnownLogin("roth", R.ADMIN, "Dr. Eva Roth", sessions=1),
    KnownLogin("weber", R.PRACTITIONER, practitioner="WEB", sessions=0),
)
IN_FILE = (
    KnownLogin("beck", R.RECEPTION, signed_in_at=1_795_420_800),
    KnownLogin("koc", R.PRACTITIONER, practitioner="KOC", state=S.WAITING, until=1_795_424_520),
    KnownLogin("lange", R.OP_MANAGER, state=S.LOCKED, signed_in_at=1_790_420_800),
    KnownLogin("roth", R.ADMIN, signed_in_at=1_795_417_200),
)


class FakeLogins:
    """Refuses what the store would refuse for a reason that a test asks about."""

    def __init__(
        self, gateway: FakeGateway, keeping: LoginKeeping, logins: tuple[KnownLogin, ...], own: str = OWN
    ) -> None:
        self.known = LoginList(keeping, logins, own)
        self.deeds: list[LoginDeed] = []
        self.refusal: LoginRefused | None = None
        """What the next question meets."""
        gateway.answers |= {AskLogins: self.ask, ChangeLogins: self.change}

    def ask(self, asked: AskLogins) -> LoginList | LoginRefused:
        if self.known.own and asked.present != OWN_PASSWORD:
            return LoginRefused(LoginFault.WRONG_PASSWORD)
        return self._refused() or self.known

    def change(self, asked: ChangeLogins) -> LoginList | LoginRefused:
        answer = self.ask(AskLogins(asked.present))
        if isinstance(answer, LoginRefused):
            return answer
        deed, kept = asked.deed, {each.login: each for each in self.known.logins}
        self.deeds.append(deed)
        match deed:
            case AddLogin(login, role, _, practitioner, name, sites):
                kept[login] = KnownLogin(login, role, name, practitioner, sites)
            case EditLogin(login, role, practitioner, name, sites):
                its = replace(kept[login], role=role, practitioner=practitioner)
                kept[login] = replace(its, name=name, sites=sites)
            case LockLogin(login):
                kept[login] = replace(kept[login], state=S.LOCKED)
            case UnlockLogin(login):
                kept[login] = replace(kept[login], state=S.OPEN, until=None)
            case RemoveLogin(login):
                if why := keeps_in(self.known, login):
                    return LoginRefused(why)
                del kept[login]
        ordered = tuple(kept[login] for login in sorted(kept))
        self.known = replace(self.known, logins=ordered)
        return self.known

    def _refused(self) -> LoginRefused | None:
        refusal, self.refusal = self.refusal, None
        return refusal
