"""The refusal of what cannot be done about a policy."""

from reminders.wording import policy_refusal


class PolicyRefused(Exception):
    """A step that cannot be taken; `code` gives the Danish sentence, which `str` is."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return policy_refusal(self.code)
