"""The symbol of each status, wherever one stands for it."""

from praxidesk.engine.vocabulary import Status
from praxidesk.ui.look.icons import Icon

STATUS_ICONS = {
    Status.BOOKED: Icon.CHECK,
    Status.ARRIVED: Icon.CLOCK,
    Status.CHECKED_IN: Icon.PLAY,
    Status.FULFILLED: Icon.CHECK,
    Status.NOSHOW: Icon.CROSS,
    Status.CANCELLED: Icon.SLASH_CIRCLE,
    Status.ENTERED_IN_ERROR: Icon.SLASH_CIRCLE,
    Status.PROPOSED: Icon.INFO,
    Status.PENDING: Icon.INFO,
    Status.WAITLIST: Icon.CLOCK,
}
