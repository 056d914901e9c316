"""Keys for the window's own requests, so that none is ever carried out twice."""

import hashlib
from dataclasses import replace
from uuid import uuid4

from praxidesk.engine.requests import ChangeRequest, RequestKey
from praxidesk.engine.series_requests import SeriesRequest
from praxidesk.worker.messages import SeveralRequest


def with_key(request: ChangeRequest) -> ChangeRequest:
    """The request with a key of its own, so that it can be asked again after a lost answer."""
    if request.key is not None:
        return request
    return replace(request, key=_new_key(request))


def with_key_for_all(request: SeveralRequest) -> SeveralRequest:
    """The same for a request that is about several entries."""
    if request.key is not None:
        return request
    if isinstance(request, SeriesRequest):
        return replace(request, booking=replace(request.booking, key=_new_key(request)))
    return replace(request, key=_new_key(request))


def _new_key(request: ChangeRequest | SeveralRequest) -> RequestKey:
    content = hashlib.sha256(f"{type(request).__name__} {request!r}".encode()).hexdigest()
    return RequestKey(str(uuid4()), content)
