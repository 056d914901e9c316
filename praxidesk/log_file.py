"""The log in the user's folder: faults and bugs, for whoever helps. Never a patient's name, never a value."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from praxidesk.worker.bug_trace import bug_trace

_BYTES, _FILES = 1_000_000, 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger(__name__)


def default_log_file() -> Path:
    """Where the log lies unless somebody says otherwise."""
    from platformdirs import user_log_path  # noqa: PLC0415 - only where a window opens

    return user_log_path("PraxiDesk", appauthor=False) / "praxidesk.log"


def write_log_to(file: Path) -> logging.Handler | None:
    """Log to a file that only its owner reads; ``None`` where it cannot be written, which stops nobody."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.chmod(0o600)
        handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError as error:
        log.warning("no log in %s: %s", file, error.strerror)
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("praxidesk")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def log_qt_messages() -> None:
    """What Qt says goes to the log instead of the terminal."""
    qInstallMessageHandler(_on_qt_message)


def log_bug(error: BaseException) -> None:
    """One line about a bug: type and places."""
    log.error("bug: %s", bug_trace(error))


def _on_qt_message(level: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = context.category or "qt"
    logging.getLogger(f"praxidesk.{category}").log(_LEVELS.get(level, logging.WARNING), "%s", text)
    if level is QtMsgType.QtFatalMsg:
        print(text, file=sys.stderr)  # noqa: T201 - Qt ends the process after this
