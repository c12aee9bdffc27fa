"""The pages of what is waited for are looked at on the same day as all others."""

from tests.pages.conftest import look, noon

__all__ = ["look", "noon"]
