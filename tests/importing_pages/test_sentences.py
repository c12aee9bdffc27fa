"""The sentences of the import's pages that have conditions in them."""

import pytest

from minutes.views.sentences import document_doubt, why_not_applied


@pytest.mark.parametrize(
    ("is_managed", "must_say_which", "told"),
    [
        (False, True, "Du er ikke sekretær for Ældrerådet og kan derfor ikke lægge dets møder i registret."),
        (True, True, "Sig først, hvilket møde dokumentet handler om."),
        (True, False, "Organet eller datoen er ikke fundet i dokumentet."),
    ],
)
def test_what_is_lacking_before_it_is_put_in_the_register(is_managed, must_say_which, told):
    assert why_not_applied("Ældrerådet", is_managed=is_managed, must_say_which=must_say_which).startswith(told)


@pytest.mark.parametrize(("is_public", "told"), [(True, "før du lægger det i registret."), (False, "og offentliggør det på mødets side.")])
def test_a_document_in_doubt_is_looked_through_before_everybody_can_read_it(is_public, told):
    assert document_doubt(is_public=is_public).endswith(told)
