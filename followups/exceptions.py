"""The refusal of what cannot be done about an occurrence."""

from followups.wording import say


class FollowUpRefused(Exception):
    """A step that cannot be taken; `code` gives the Danish sentence, which `str` is."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return say(self.code)
