"""Folders that would lose bookings."""

from pathlib import Path

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models.sqlite import places
from praxidesk.models.store import Store, StoreUnavailable

MOUNTS = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
30 27 0:40 / /mnt/praxis rw,relatime shared:1 - cifs //server/praxis rw
31 27 0:41 / /mnt/praxis/local rw,relatime - ext4 /dev/vdb rw
32 27 0:42 / /srv/a\\040b rw,relatime master:1 - nfs4 server:/a rw
33 27 0:43 / /srv/over rw,relatime - ext4 /dev/vdc rw
34 27 0:44 / /srv/over rw,relatime - fuse.sshfs me@server: rw
"""


@pytest.mark.parametrize(
    "folder",
    [
        "Dropbox",
        "Dropbox (Praxis)",
        "OneDrive",
        "OneDrive - Praxis am Park",
        "Nextcloud",
        "Nextcloud 2",
        "ownCloud",
        "Google Drive",
        "GoogleDrive-praxis@example.org",
        "iCloudDrive",
        "com~apple~CloudDocs",
        "MagentaCLOUD",
        "HiDrive",
        "Seafile",
        "Tresorit",
        "Synology Drive",
        "pCloud Drive",
    ],
)
def test_a_folder_of_a_cloud_service_is_refused(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "Termine" / "praxis.db"
    with pytest.raises(StoreUnavailable) as refused:
        Store.open(str(path), create=True)
    assert refused.value.fault is StoreFault.UNSAFE_PLACE
    assert folder in refused.value.detail
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "folder", ["Dropboxes", "Boxen", "Meine Cloud", "Sync", "OneDriver", "drive", "Mega"]
)
def test_a_folder_of_another_name_is_none(tmp_path: Path, folder: str) -> None:
    assert places.unsafe_because(tmp_path / folder / "praxis.db") is None


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox.cache", ".nextcloudsync.log"])
def test_a_folder_that_a_service_marked_is_refused_whatever_its_name(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).mkdir()
    reason = places.unsafe_because(tmp_path / "deep" / "praxis.db")
    assert reason is not None
    assert str(tmp_path) in reason


def test_a_link_does_not_hide_the_place(tmp_path: Path) -> None:
    real = tmp_path / "Dropbox"
    real.mkdir()
    (tmp_path / "harmless").symlink_to(real)
    assert places.unsafe_because(tmp_path / "harmless" / "praxis.db") is not None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/praxis/p.db", "ext4"),
        ("/mnt/praxis/p.db", "cifs"),
        ("/mnt/praxis2/p.db", "ext4"),
        ("/mnt/praxis/local/p.db", "ext4"),
        ("/srv/a b/p.db", "nfs4"),
        ("/srv/over/p.db", "fuse.sshfs"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert places.file_system(Path(path), MOUNTS) == kind
    assert (kind in places.NETWORK_FILE_SYSTEMS) == (kind != "ext4")


def test_a_network_share_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "file_system", lambda *_: "cifs")
    with pytest.raises(StoreUnavailable) as refused:
        Store.open(str(tmp_path / "praxis.db"), create=True)
    assert refused.value.fault is StoreFault.UNSAFE_PLACE
    assert "network" in refused.value.detail
