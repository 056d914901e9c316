"""Why a command cannot be done now, in one short sentence."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QCoreApplication

from praxidesk.ui.actions.action_list import ActionId, Needs

translate = QCoreApplication.translate

_BACK = frozenset({Needs.CAN_ARRIVE, Needs.CAN_BE_MISSED, Needs.CAN_WAIT, Needs.NOT_BOOKED})
"""Of what says that the patient is not in treatment."""


def reason(action: ActionId, needs: Needs, met: AbstractSet[Needs]) -> str:
    """What is missing for an action that is not allowed."""
    if action is ActionId.UNDO:
        return translate("command reasons", "nothing to take back")
    if action is ActionId.REDO:
        return translate("command reasons", "nothing to do again")
    if needs is Needs.ACCOUNT:
        return translate("command reasons", "nobody has to sign in here")
    if needs is Needs.DEMO:
        return translate("command reasons", "only in the demo practice")
    if Needs.PRACTICE not in met:
        return translate("command reasons", "no practice is open")
    if Needs.ENTRY not in met:
        return translate("command reasons", "no appointment is selected")
    if needs is Needs.HAS_MILESTONES:
        return translate("command reasons", "no operation with a milestone to come is selected")
    if needs in _BACK and Needs.PATIENT in met and Needs.CAN_ARRIVE not in met:
        return translate("command reasons", "the operation has begun: its times would have to go first")
    if needs is Needs.NOT_BOOKED:
        return translate("command reasons", "it is booked already")
    if Needs.LIVE_ENTRY not in met:
        return translate("command reasons", "the appointment is cancelled")
    if Needs.PATIENT not in met:
        return translate("command reasons", "blocked time has no patient")
    return translate("command reasons", "its status does not allow it")
