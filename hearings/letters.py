"""A letter that asks a party for its answer: to whom, and the words it begins with."""

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from hearings.models import Hearing, HearingParty, HearingRole
from reminders.addressees import name_addressee, people_of
from reminders.deadlines import Duty, says_all_of
from reminders.keys import deadline_key
from reminders.letters.about import About
from reminders.letters.draft import Draft, deadline_in_words, draft, greeting, sentence_in_words, signature, where_to_answer


def may_be_reminded(party: HearingParty, today: date) -> bool:
    """Tells whether its answer is waited for by a body that has sent the hearing out; its hearing is at hand."""
    hearing = party.hearing
    is_out = hearing.role != HearingRole.CONSULTED and (hearing.asked_from is None or hearing.asked_from <= today)
    return is_out and not (party.answered_on or party.declined_on)


def about_party(party: HearingParty, hearing: Hearing, *, by: User, today: date) -> About:
    """One query: the secretaries of a party that is a body of ours. The hearing is whole."""
    secretaries = people_of([party.body_id]).secretaries_of(party.body_id, Duty.PARTY) if party.body_id else []
    return About(
        key=deadline_key("party", party.pk),
        version=party.version,
        body=hearing.body,
        item=hearing.item,
        name=party.name,
        since=party.asked_on,
        addressees=(*secretaries, name_addressee(party.name, Duty.PARTY)),
        draft=_draft(party, hearing, by=by, today=today),
    )


def _draft(party: HearingParty, hearing: Hearing, *, by: User, today: date) -> Draft:
    told = {"body": hearing.body.name, "subject": hearing.subject}
    if hearing.quote and says_all_of(hearing.subject, hearing.quote):
        asked = _("%(body)s has sent something out to be heard, and we have had no answer from you yet.") % told
    else:
        asked = _("%(body)s has sent “%(subject)s” out to be heard, and we have had no answer from you yet.") % told
    answer = [_("Send us your answer, or write if you do not wish to answer."), where_to_answer(by, hearing.answers_to)]
    return draft(
        subject=_("Reminder of your answer: %(subject)s") % told,
        paragraphs=[
            greeting(party.name),
            asked,
            sentence_in_words(hearing.quote, hearing.item),
            deadline_in_words(hearing.deadline, today),
            " ".join(filter(None, answer)),
            signature(by, hearing.body),
        ],
    )
