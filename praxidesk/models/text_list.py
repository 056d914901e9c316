"""Lists of texts as one parameter, as ``id_list`` does it for ids."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.types import TypeDecorator, TypeEngine

from praxidesk.models.id_list import among


class TextList(TypeDecorator[Iterable[str]]):
    """An array on PostgreSQL, JSON text on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type the driver is given."""
        return ARRAY(Text()) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> list[str] | str:
        """The texts as the driver takes them."""
        texts = list(value or ())
        return texts if dialect.name == "postgresql" else json.dumps(texts)


def is_one_of(column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
    """Whether a column's text is in the list given as ``parameter``."""
    return among(column, bindparam(parameter, type_=TextList()))
