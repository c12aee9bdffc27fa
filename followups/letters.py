"""A letter that asks whoever owes something for it: to whom, and the words it begins with."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from cases.access import Actor
from followups.deadlines import is_owed_by_others, responsible_for
from followups.models import Occurrence
from meetings.models import Body
from reminders.addressees import comparison_key, people_named, people_of
from reminders.deadlines import says_all_of
from reminders.keys import deadline_key
from reminders.letters.about import About
from reminders.letters.draft import Draft, deadline_in_words, draft, greeting, sentence_in_words, signature, where_to_answer


def may_be_reminded_of(occurrence: Occurrence) -> bool:
    """Tells whether somebody else than the body itself owes the occurrence, which is open."""
    return occurrence.is_open and is_owed_by_others(occurrence)


def about_occurrence(occurrence: Occurrence, actor: Actor, *, by: User, today: date) -> About:
    """Four queries: bodies, their secretaries and seats, and the person named. The letter is that of the body of the two that the actor manages."""
    body = occurrence.body if actor.manages(occurrence.body_id) else occurrence.item.body
    name = occurrence.follow_up.responsible
    bodies = {comparison_key(one.name): one.pk for one in Body.objects.with_meetings()}
    people = people_of({occurrence.body_id, bodies.get(comparison_key(name), occurrence.body_id)}, seats=True)
    return About(
        key=deadline_key("report", occurrence.pk),
        version=occurrence.version,
        body=body,
        item=occurrence.item,
        name=capfirst(name),
        since=occurrence.item.meeting.date,
        addressees=tuple(responsible_for(occurrence, people, bodies, people_named([name]), today)),
        draft=_draft(occurrence, body, by=by, today=today),
    )


def _draft(occurrence: Occurrence, body: Body, *, by: User, today: date) -> Draft:
    follow_up = occurrence.follow_up
    told = {"body": body.name, "text": capfirst(follow_up.text)}
    if says_all_of(follow_up.quote, follow_up.text):
        waited_for = _("%(body)s is waiting for something that you were asked for.") % told
    else:
        waited_for = _("%(body)s is waiting for this from you: %(text)s") % told
    return draft(
        subject=_("We are waiting for: %(text)s") % told,
        paragraphs=[
            greeting(capfirst(follow_up.responsible)),
            waited_for,
            sentence_in_words(follow_up.quote, occurrence.item),
            deadline_in_words(occurrence.due_end, today),
            " ".join(filter(None, [_("Send it to us, or write when we can have it."), where_to_answer(by)])),
            signature(by, body),
        ],
    )
