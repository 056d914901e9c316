"""How the window gets into a server: under which login, and not again and again under a refused one."""

from sqlalchemy import URL
from sqlalchemy.exc import ArgumentError

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.server_probe import ABOUT_LOGIN, ServerTrouble
from praxidesk.models.server.url import server_url
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.keyring_box import KeyringBox
from praxidesk.worker.questions.signing_in import Remembering, SignInForm


class ServerDoor:
    """For the store thread alone. The password is in memory, and in the keyring where somebody wants that."""

    def __init__(self, address: str, place: str, login: str = "") -> None:
        """Where it is, as it may be shown, and who was here last."""
        self._address = address
        self._place = place
        self._login = login
        self._password: str | None = None
        self._box: KeyringBox | None = None
        self._shut: ServerTrouble | None = None
        """Why it is not tried again before somebody says who they are."""
        self._keeps = False

    @property
    def url(self) -> str:
        """With everything that one gets in by.

        :raises AccessFailed: where nobody has said who they are since the last refusal
        """
        if self._shut is not None:
            raise AccessFailed(StoreFault.SIGN_IN, "nobody is signed in", self._shut)
        url = self._parsed()
        if url is None:
            return self._address  # whoever opens it says that it cannot be read
        return self._filled(url).render_as_string(hide_password=False)

    @property
    def login(self) -> str:
        """Under which it is tried; empty where libpq chooses one."""
        url = self._parsed()
        return self._login or (url.username if url is not None and url.username else "")

    def opened(self) -> None:
        """The server has let one in."""
        if self._password is not None and self._keeps:
            self._keyring.keep(self._place, self._login, self._password)

    def failed(self, trouble: ServerTrouble | None) -> None:
        """It has not: a refused login is not tried again."""
        if trouble in ABOUT_LOGIN:
            self._shut = trouble

    def form(self, last: str) -> SignInForm:
        """What somebody who signs in is asked."""
        login = self._login or last or self.login
        can = Remembering.POSSIBLE if self._keyring.is_there else Remembering.NO_KEYRING
        return SignInForm(login, can, self._keyring.password(self._place, login) is not None)

    def sign_in(self, login: str, password: str, *, remember: bool) -> None:
        """Try it under this login the next time."""
        if not remember:
            self._keyring.forget(self._place, login)
        self._login, self._password, self._keeps, self._shut = login, password, remember, None

    def sign_out(self) -> None:
        """Nobody gets in any more; whoever leaves is not let in again by the keyring."""
        self._keyring.forget(self._place, self.login)
        self._password, self._shut = None, ServerTrouble.SIGNED_OUT

    def lock(self) -> None:
        """Nobody gets in before somebody signs in; what the keyring keeps stays there."""
        self._password, self._shut = None, ServerTrouble.SIGNED_OUT

    def changed_password(self, password: str) -> None:
        """One's own is another from now on."""
        known = self._keyring.password(self._place, self.login) is not None
        self._login, self._password, self._keeps = self.login, password, self._keeps or known
        if self._keeps:
            self._keyring.keep(self._place, self._login, password)

    @property
    def _keyring(self) -> KeyringBox:
        if self._box is None:
            self._box = KeyringBox()
        return self._box

    def _filled(self, url: URL) -> URL:
        login = self._login or url.username or ""
        if login != (url.username or ""):
            url = url._replace(username=login, password=None)
        password = self._password
        if password is None and not url.password:
            password = self._keyring.password(self._place, login)
        return url.set(password=password) if password else url

    def _parsed(self) -> URL | None:
        try:
            return server_url(self._address)
        except (ArgumentError, ValueError):
            return None
