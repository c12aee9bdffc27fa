"""Checks of the minutes themselves, as a proof-reader would make them. Pure: facts in, warnings out; no register, no clock.

Every code with its params. `quote` is the sentence or row it is about, `item` the item's number where it stands in one.

    weekday_mismatch         weekday, date, right      the weekday printed is not the date's: `right` is
    meeting_date_differs     title_date, date          the title line has another day than the meeting date
    later_than_meeting       body, date                an earlier treatment lies after the meeting
    time_plan_mistyped       printed                   a hyphen for a dot in a time: 17.10-17-20
    time_plan_backwards      start, end                a row ends before it begins, or begins before the row above
    time_plan_overlap        start, end, previous_end  a row begins before the row above has ended
    time_plan_gap            previous_end, start       time between two rows of a plan that else has none
    time_plan_before_start   start, meeting_start      the plan begins before the meeting does
    name_variant             kind, name, usual         a person's or body's name spelled nearly as another in the document;
                                                       kind: person or body; `usual` is the more frequent spelling
    decision_missing         number, title             an open item of minutes without a decision, where others have one
    case_number_missing      number, title             an item without a case number, where most have one
    number_gap               before, after             the item numbers skip from `before` to `after`
    number_repeated          number                    two items have the same number
    contents_entry_missing   title                     the contents list has an item the document has not
    votes_do_not_add_up      counted, named            so many votes counted on a side, but so many members named
    absent_yet_voting        name                      a member is told both as away and as voting
    hearing_ends_before_it_opens  deadline, opens     a hearing's deadline lies before it opens
    hearing_ends_before_meeting   deadline, date      or before the meeting that sends it out
    hearing_has_two_deadlines     deadline, other     an item gives one hearing two deadlines
    promise_before_meeting        due, date           a promise is for a time that was over at the meeting
    no_items                                           the document has no items
    no_item_text                                       none of its items has any text
    text_outside_items                                 more text stands outside the items than in them
    recommendation_unanswered  number                  the decision answers the recommendations one by one, but not this one

Numbers are int; dates are ISO text, times HH:MM text. `reader.parsing` adds `not_understood` (part), a part with a known heading
out of which nothing could be read, and the doubts whether an item is closed (`reader.parsing.doubts`).
"""

from reader.facts import Minutes, Warning

from .days import check_days
from .emptiness import EMPTY_CODES, check_emptiness
from .items import check_items
from .obligations import check_obligations
from .spelling import check_spelling
from .timeplan import check_time_plan

__all__ = ["EMPTY_CODES", "proofread"]


def proofread(minutes: Minutes) -> list[Warning]:
    """The warnings, those about the whole document first, then in the order of the items."""
    checks = (check_emptiness, check_days, check_time_plan, check_spelling, check_items, check_obligations)
    found = [warning for check in checks for warning in check(minutes)]
    order = {item.number: place for place, item in enumerate(minutes.items)}
    return sorted(found, key=lambda warning: -1 if warning.item is None else order.get(warning.item, -1))
