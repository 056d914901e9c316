"""The blocks of ``docs/failover.md``, run as they are printed, but for names and ports of one machine."""

import re

from tests.campaigns.node import Node
from tests.leftovers import ROOT

_BLOCK = re.compile(r"^```(sql|sh) ([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Recipe:
    """Of two servers; each block names the one that it is run on."""

    def __init__(self, nodes: dict[str, Node]) -> None:
        self._nodes = nodes
        text = (ROOT / "docs" / "failover.md").read_text("utf-8")
        self.blocks = {name: (language, body) for language, name, body in _BLOCK.findall(text)}
        self.done: set[str] = set()

    def do(self, block: str) -> list[tuple[object, ...]]:
        """Run it; what its last statement answers."""
        language, body = self.blocks[block]
        node = self._nodes[block.partition("-")[0]]
        self.done.add(block)
        body = body.replace("SECRET", node.place.password)
        for name, each in self._nodes.items():
            body = body.replace(f"host={name} port=5432", f"host=127.0.0.1 port={each.port}")
        if language == "sh":
            ran = node.shell(body)
            assert not ran.returncode, ran.stderr
            return []
        answer: list[tuple[object, ...]] = []
        for statement in filter(str.strip, body.split(";")):
            answer = node.ask(statement)
        return answer
