"""What tests of several parts share: a small study made through the facade, as a user makes one."""

from pathlib import Path

import pytest

from tests.small import make_study


@pytest.fixture
def two_coders(tmp_path: Path) -> Path:
    """A study of two articles; ana finished the first article, ben two paragraphs of it."""
    return make_study(tmp_path / "study.db")
