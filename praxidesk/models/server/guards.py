"""Rules that only a server has, where clients may be others than ours: functions and triggers of the owner.

What a trigger writes, it writes as the owner, so that nobody needs a right to write history.
"""

PATH = "pg_catalog, public, pg_temp"
"""Where the owner's functions look for names, whatever path the caller has."""

OWNERS_WORK = (
    "entry_written()",
    "entry_in_step()",
    "allocation_in_step()",
    "allocation_of_group()",
    "actor_in_group()",
    "milestone_written()",
    "practice_changed()",
    "settled_request_kept()",
    "rehearse_booking()",
    "erase(text, text, bigint[], text[])",
)
"""Functions of the migrations that read or write what their callers may not."""

_NEW_VERSION = """
    IF its_entry > 0
        AND NOT EXISTS (SELECT FROM entry WHERE id = its_entry AND xmin = pg_current_xact_id()::xid)
    THEN
        RAISE EXCEPTION '{rule}' USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}';
    END IF;
"""
"""The entry was put in or changed by this very transaction, and so has a line of history for it.

Below 0 are those of ``rehearse_booking`` alone, which takes them back.
"""

_REASONED = """
    IF EXISTS (
        SELECT FROM entry JOIN allocation ON allocation.entry_id = entry.id
        JOIN actor ON actor.id = allocation.actor_id
        WHERE {which} = NEW.id AND NOT blocking AND occupancy = 1 AND override_reason = ''
            AND NOT EXISTS (SELECT FROM policy WHERE severity <> 'blocking'
                AND (policy.kind = 'blockout' OR policy.kind = 'patient_busy' AND actor.kind = 'patient'))
    ) THEN
        RAISE EXCEPTION 'allocation_guarded'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'allocation_guarded';
    END IF;
    RETURN NULL;
"""
"""Nothing is taken twice at once without a reason, or a policy that allows it."""

_COUNTED = """
    IF NEW.value !~ '^[1-9][0-9]{0,14}$'
        OR TG_OP = 'INSERT' AND NEW.value <> '1001'
        OR TG_OP = 'UPDATE' AND NEW.value::bigint <> OLD.value::bigint + 1 AND (
            NEW.value::bigint < OLD.value::bigint
            OR NOT EXISTS (SELECT FROM patient WHERE number = 'P-' || NEW.value::bigint - 1)
        )
    THEN
        RAISE EXCEPTION 'patient_counter_steps'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'patient_counter_steps';
    END IF;
    RETURN NULL;
"""
"""From one number to the next, or to behind one that a patient has."""

GUARDS = {
    "allocation_with_version": (
        "its_entry bigint := coalesce(NEW.entry_id, OLD.entry_id);",
        _NEW_VERSION.format(rule="allocation_with_version") + "RETURN NULL;",
        "AFTER INSERT OR UPDATE OR DELETE ON allocation",
        "",
    ),
    "milestone_with_version": (
        "its_entry bigint := coalesce(NEW.entry_id, OLD.entry_id);",
        _NEW_VERSION.format(rule="milestone_with_version") + "RETURN NULL;",
        "AFTER INSERT OR UPDATE OR DELETE ON milestone",
        "",
    ),
    "allocation_guarded": (
        "",
        _REASONED.format(which="allocation.id"),
        "AFTER INSERT OR UPDATE ON allocation DEFERRABLE INITIALLY DEFERRED",
        "WHEN (NOT NEW.blocking AND NEW.occupancy = 1)",
    ),
    "override_kept": (
        "",
        _REASONED.format(which="entry.id"),
        "AFTER UPDATE ON entry DEFERRABLE INITIALLY DEFERRED",
        "WHEN (NEW.override_reason = '' AND OLD.override_reason <> '')",
    ),
    "practice_version_step": (
        "",
        """
        RAISE EXCEPTION 'practice_version_step'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'practice_version_step';
        """,
        "AFTER UPDATE ON practice",
        "WHEN (NEW.version <> OLD.version + 1)",
    ),
    "patient_counter_steps": (
        "",
        _COUNTED,
        "AFTER INSERT OR UPDATE ON setting",
        "WHEN (NEW.name = 'last_patient_number')",
    ),
    "journal_at_commit": (
        "",
        """
        IF pg_trigger_depth() > 1 OR current_query() ~* 'constraints.*immediate' THEN
            RAISE EXCEPTION 'journal_at_commit'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_at_commit';
        END IF;
        RETURN NULL;
        """,
        "AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED",
        "",
    ),
    "entry_kind_final": (
        "",
        """
        RAISE EXCEPTION 'entry_kind_final' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_kind_final';
        """,
        "AFTER UPDATE OF kind ON entry",
        "WHEN (NEW.kind <> OLD.kind)",
    ),
}
"""Each rule: what it declares, what it does, when, and for which rows.

``allocation_guarded``: two who take one person or room at once need a reason, or a policy that allows it.
``…_with_version``: who is taken, and what was reached, never changes without a new version of the entry.
``journal_at_commit``: goes before ``journal_sealed``, which holds the newest seal until the commit. Whoever
had it run earlier, by ``SET CONSTRAINTS``, could keep everybody else from committing.
``practice_version_step``, ``patient_counter_steps``: what is counted goes on from where it is.
"""

JOURNAL_LOGIN = f"""CREATE OR REPLACE FUNCTION journal_login(asked text, was jsonb, becomes jsonb)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = {PATH} AS $$
    DECLARE which jsonb := jsonb_build_object('login', asked);
    BEGIN
        INSERT INTO journal (at, deed, subject, subject_key, before, after, transaction_id)
            VALUES (floor(extract(epoch FROM clock_timestamp())),
                CASE WHEN was IS NULL THEN 'insert' WHEN becomes IS NULL THEN 'delete' ELSE 'update' END,
                'login', asked, which || was, which || becomes, pg_current_xact_id());
    END $$"""  # noqa: S608 - constants only
"""What is done to somebody's login: written into the journal by the functions that do it, by nobody else."""

JOURNAL_DEFERRED = (
    f"""CREATE OR REPLACE FUNCTION journal_deferred() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = {PATH} AS $$
    BEGIN
        SET CONSTRAINTS journal_at_commit, journal_sealed DEFERRED;
        RETURN NEW;
    END $$""",
    """CREATE OR REPLACE TRIGGER journal_deferred BEFORE INSERT ON journal FOR EACH ROW
    WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION journal_deferred()""",
)
"""What a function writes, and no trigger, is sealed at the commit too, whatever the client has set."""

READS_ONLY = f"""CREATE OR REPLACE FUNCTION reads_only() RETURNS trigger LANGUAGE plpgsql
    SET search_path = {PATH} AS $$
    BEGIN RAISE EXCEPTION 'reads_only' USING ERRCODE = 'insufficient_privilege'; END $$"""
"""For views: without it, a change is refused as impossible before anybody asks for the right to it."""


def statements() -> list[str]:
    """All that makes the rules, or makes them anew; run by the owner."""
    made = [f"ALTER FUNCTION {each} SECURITY DEFINER SET search_path = {PATH}" for each in OWNERS_WORK]
    made += [JOURNAL_LOGIN, READS_ONLY]
    for rule, (declared, body, when, rows) in GUARDS.items():
        made += [
            f"""CREATE OR REPLACE FUNCTION {rule}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = {PATH} AS $$ DECLARE {declared} BEGIN {body} END $$""",
            f"DROP TRIGGER IF EXISTS {rule} ON {_table(when)}",
            f"CREATE CONSTRAINT TRIGGER {rule} {when} FOR EACH ROW {rows} EXECUTE FUNCTION {rule}()",
        ]
    return [*made, *JOURNAL_DEFERRED]


def _table(when: str) -> str:
    return when.partition(" ON ")[2].split()[0]
