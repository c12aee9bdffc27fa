"""The errors of an import's steps."""

from minutes.wording import say


class ImportRefused(Exception):
    """A step that cannot be taken; `code` and `params` give the Danish sentence."""

    def __init__(self, code: str, **params: str | int):
        super().__init__(code)
        self.code, self.params = code, params

    def __str__(self) -> str:
        return say(self.code, self.params)
