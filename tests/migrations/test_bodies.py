"""Bodies of a register from before a migration of theirs are carried over."""

from django.utils.timezone import localdate


def test_bodies_are_in_use_from_the_day_reminders_came(register_before):
    register = register_before("meetings", "0015_body_in_use_since")
    before = localdate()
    for kind in ("committee", "outside"):
        register.add("meetings.Body", name=kind, slug=kind, kind=kind)
    days = dict(register.migrate().get_model("meetings", "Body").objects.values_list("kind", "in_use_since"))
    assert before <= days["committee"] <= localdate()
    assert days["outside"] is None
