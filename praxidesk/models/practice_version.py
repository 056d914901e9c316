"""The one number that says whether a practice known is still the practice stored."""

from sqlalchemy import text

COUNT_PRACTICE_UP = text("UPDATE practice SET version = version + 1")
"""Part of every change of hours, people, types, policy, and of what is shown of a patient."""
