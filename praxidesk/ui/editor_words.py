"""Who has an entry open at another desk, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.at_work import Editor

translate = QCoreApplication.translate
_MOST = 3


def editors_text(editors: Iterable[Editor]) -> str:
    """``Platz 2 bearbeitet diesen Termin``, a line for each of the first few; empty for nobody."""
    shown = list(editors)
    lines = [_line(each) for each in shown[:_MOST]]
    if len(shown) > _MOST:
        lines.append(translate("editors", "and {count} more").format(count=len(shown) - _MOST))
    return "\n".join(lines)


def _line(editor: Editor) -> str:
    if editor.login:
        return translate("editors", "{login} is editing this entry ({desk})").format(
            login=editor.login, desk=editor.desk
        )
    return translate("editors", "{desk} is editing this entry").format(desk=editor.desk)
