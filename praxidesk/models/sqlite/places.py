"""Folders a SQLite file must not lie in: network shares and what a cloud service copies about.

Both break SQLite's locks, or replace the file under an open connection: bookings would be lost.
"""

import os
import re
import sys
from pathlib import Path

NETWORK_FILE_SYSTEMS = frozenset(
    {"afs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2"}
    | {"orangefs", "pvfs2", "smb3", "smbfs", "sshfs", "fuse.ceph", "fuse.curlftpfs", "fuse.davfs2"}
    | {"fuse.drivefs", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs"}
    | {"fuse.sshfs"}
)
"""As Linux names them in its list of mounts."""

_CLOUD_FOLDERS = re.compile(
    r"(dropbox|onedrive|nextcloud|owncloud|google ?drive|icloud ?drive|clouddocs|cloudstorage|box sync"
    r"|pcloud ?drive|magentacloud|hidrive|megasync|tresorit|proton ?drive|synology ?drive|seafile|syncthing"
    r"|yandex\.?disk|strato ?hidrive|koofr)([ ._-].*)?$|com~apple~clouddocs$"
)
"""The names these services give their folders, with what may follow: ``OneDrive - Praxis``."""

_CLOUD_MARKERS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
"""What some of them leave in the top folder that they copy, whatever its name."""


def unsafe_because(path: Path) -> str | None:
    """Why a store must not be in this place, or ``None``."""
    resolved = path.resolve()
    for folder in resolved.parents:
        if _CLOUD_FOLDERS.match(folder.name.casefold()):
            return f"{folder} belongs to a cloud service"
        if any((folder / marker).exists() for marker in _CLOUD_MARKERS):
            return f"{folder} is copied by a cloud service"
    kind = _network_kind(resolved)
    return f"{resolved.parent} is on the network ({kind})" if kind else None


def _network_kind(path: Path) -> str | None:
    if sys.platform == "win32":
        return _windows_network_kind(path)
    mounts = Path("/proc/self/mountinfo")
    if not mounts.exists():
        return None  # not Linux: only the names above are known there
    kind = file_system(path, mounts.read_text(errors="surrogateescape"))
    return kind if kind in NETWORK_FILE_SYSTEMS else None


def file_system(path: Path, mountinfo: str) -> str:
    """The file system a path lies on, by the longest mount point above it; of equals the last counts."""
    best, kind = -1, ""
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        at = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), before.split(" ")[4]))
        if path.is_relative_to(at) and len(at.parts) >= best:
            best, kind = len(at.parts), after.split(" ")[0]
    return kind


def _windows_network_kind(path: Path) -> str | None:
    """Network shares by name or by drive letter, which SQLite itself does not notice."""
    if path.drive.startswith("\\\\"):
        return "share"
    import ctypes  # noqa: PLC0415 - Windows only

    drive_is_remote = 4
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    remote = kernel.GetDriveTypeW(path.drive + os.sep) == drive_is_remote
    return "mapped drive" if remote else None
