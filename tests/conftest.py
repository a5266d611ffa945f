"""What tests of several parts share: a small study, and how Hypothesis looks for examples."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.small import make_study

_PATIENT = settings(
    deadline=None,  # on a busy machine a slow example says nothing about the code
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
# The same examples in every run: what a change breaks is seen with that change. `make stress` asks
# for others each time (--hypothesis-profile=explore).
settings.register_profile("repeat", _PATIENT, derandomize=True, database=None)
settings.register_profile("explore", _PATIENT, derandomize=False)
settings.load_profile("repeat")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: packed files hold the time, and two processes would not agree."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture
def two_coders(tmp_path: Path) -> Path:
    """A study of two articles; ana finished the first article, ben two paragraphs of it."""
    return make_study(tmp_path / "study.db")
