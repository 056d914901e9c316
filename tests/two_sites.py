"""A practice file with a branch: who and what is at one site, at the other, or at both."""

EAST = "OST"
ELSEWHERE = ("KOC", "R1", "OP1", "ANA", "CARM1")
"""Only at the main site; R2 is in the east, Dr. Weber at both."""


def with_sites(text: str) -> str:
    """The practice file, with a branch in the east."""
    for code in ELSEWHERE:
        text = text.replace(f'code = "{code}"\n', f'code = "{code}"\nsites = ["HAUS"]\n')
    for code, sites in {"WEB": '"HAUS", "OST"', "R2": '"OST"'}.items():
        text = text.replace(f'code = "{code}"\n', f'code = "{code}"\nsites = [{sites}]\n')
    text = text.replace(
        'code = "KOC"\n',
        'code = "KOC"\nabsences = [{ from = "2027-02-01", to = "2027-02-05", reason = "Kur" }]\n',
    )
    return text + f'\n[[branch]]\ncode = "{EAST}"\nname = "Praxis Ost"\n'
