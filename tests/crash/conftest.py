import pytest

# What fails there is told in full.
pytest.register_assert_rewrite("tests.crash.audit", "tests.crash.faults")
