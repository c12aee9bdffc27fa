"""Why a reminder does not leave, in one sentence."""

import pytest

from reminders.wording import why_not_sent


@pytest.mark.parametrize(
    ("state", "by_hand", "why_no_mail", "told"),
    [
        ("planned", False, "", ""),
        ("sent", False, "", ""),
        ("planned", False, "no_address", "Der er ingen adresse."),
        ("failed", False, "refused", "Mailserveren kender ikke adressen."),
        ("missed", False, "no_address", "Misset: dens tid gik, før den kunne sendes."),
        ("withdrawn", True, "", "Sprunget over"),
        ("withdrawn", False, "", "Trukket tilbage: Fristen gælder ikke længere, eller modtageren mindes ikke længere om den."),
    ],
)
def test_why_it_does_not_leave(state, by_hand, why_no_mail, told):
    assert why_not_sent(state, by_hand=by_hand, why_no_mail=why_no_mail) == told
