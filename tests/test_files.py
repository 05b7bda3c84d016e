"""Files: swapped in whole, their rights kept, and damaged ones set aside without loss."""

import os

import pytest

from xo.files import set_aside, write_whole


def test_what_is_being_written_is_hidden_and_beside_and_a_failure_leaves_neither(tmp_path, monkeypatch):
    path, met = tmp_path / "results.json", []

    def full(beside, to):
        met.extend(os.listdir(tmp_path))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert [name.startswith(".results.json.") for name in met] == [True]
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_an_old_file_keeps_its_rights_and_a_new_one_has_those_of_any_new_file(tmp_path):
    path = tmp_path / "results.json"
    before = os.umask(0o027)
    try:
        write_whole(path, b"new")
        assert path.stat().st_mode & 0o777 == 0o640
        assert os.umask(0o027) == 0o027
        path.chmod(0o604)
        write_whole(path, b"newer")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o604
    assert path.read_bytes() == b"newer"


def test_no_damaged_file_is_put_over_an_earlier_one(tmp_path):
    path, names = tmp_path / "results.json", []
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        aside = set_aside(path)
        names.append(aside.name)
        assert aside.read_bytes() == content
    assert names == ["results.json.damaged", "results.json.damaged-2", "results.json.damaged-3"]
    assert sorted(os.listdir(tmp_path)) == names
