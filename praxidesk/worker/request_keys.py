"""Keys for the window's own requests, so that none is ever carried out twice."""

import hashlib
from dataclasses import replace
from uuid import uuid4

from praxidesk.engine.requests import ChangeRequest, RequestKey


def with_key(request: ChangeRequest) -> ChangeRequest:
    """The request with a key of its own, so that it can be asked again after a lost answer."""
    if request.key is not None:
        return request
    content = hashlib.sha256(f"{type(request).__name__} {request!r}".encode()).hexdigest()
    return replace(request, key=RequestKey(str(uuid4()), content))
