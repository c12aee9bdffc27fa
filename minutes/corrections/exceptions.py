"""The errors of a correction that cannot be applied."""


class DoesNotApply(Exception):
    """The reading has no such item, part or text: what the correction builds upon is gone."""
