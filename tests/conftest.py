"""What all tests share."""

import pytest


@pytest.fixture(autouse=True)
def no_archive_of_the_user(tmp_path, monkeypatch):
    """Keep the sanctions lists of whoever runs the tests out of what they read."""
    monkeypatch.setenv("FIRSTHAND_ARCHIVE", str(tmp_path / "none" / "firsthand.db"))
