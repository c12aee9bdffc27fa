from tests.importing.conftest import reviewed  # noqa: F401
