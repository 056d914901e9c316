"""What a practitioner's login sees: entries it takes part in, and the patients met there and in the OP plan.

As relations, not as functions of each row: so the server looks a few entries or patients up by an index, and
lists those of the login once for a statement where there are many to be looked at.
"""

from praxidesk.models.server.access import SCHEMA as ACCESS
from praxidesk.models.server.site_rights import viewers_rows

OWN_ACTOR = "own_actor()"
"""Who the practitioner is in the calendar whose login it is."""

PARTS = "own_part"
"""Ids of the entries that the practitioner whose login it is takes part in."""

PATIENTS = "met_patient"
"""Ids of the patients met, one for each entry; ``entry`` itself would show the same ones to the login."""

VIEWS = (PATIENTS, PARTS)
"""Both, the one that rests on the other first."""

IS_MINE = f"EXISTS (SELECT FROM {PARTS} AS own WHERE own.entry_id = {{}})"
"""Whether the practitioner whose login it is takes part in the entry with that id: a condition in SQL."""

IS_MET = f"EXISTS (SELECT FROM {PATIENTS} AS met WHERE met.patient_id = {{}})"
"""The same of a patient: whether the login knows who that is."""


def statements() -> list[str]:
    """What makes the function and the views, after those of the sites; run by the owner.

    The views work with the rights of their owner, who sees every entry: that of the patients repeats what
    limits the login's own sight, sites included. As barriers they show no other rows to whatever is asked.
    Who the login is, the planner asks itself, so that it knows how many entries those are: as a subquery it
    takes them for three, and looks through all of them for each patient.
    """
    here = viewers_rows("entry")
    return [
        # What they were before was asked for each row.
        "DROP FUNCTION IF EXISTS is_mine(bigint)",
        # The login, not the role that it acts as.
        f"""CREATE OR REPLACE FUNCTION {OWN_ACTOR} RETURNS bigint LANGUAGE plpgsql STABLE COST 1000
        SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
        BEGIN RETURN {ACCESS}.my_practitioner(); END $$""",
        f"""CREATE OR REPLACE VIEW {PARTS} WITH (security_barrier) AS
        SELECT entry_id FROM allocation WHERE actor_id = {OWN_ACTOR}""",  # noqa: S608
        # Only operations have a procedure: of the plan there is an index, of the kind none.
        f"""CREATE OR REPLACE VIEW {PATIENTS} WITH (security_barrier) AS
        SELECT patient_id FROM entry
        WHERE kind = 'operation' AND procedure_id IS NOT NULL AND ({here})
        UNION ALL
        SELECT patient_id FROM entry JOIN allocation ON allocation.entry_id = entry.id
        WHERE patient_id IS NOT NULL AND actor_id = {OWN_ACTOR} AND ({here})""",  # noqa: S608
    ]
