"""The body and day an import tells of, in columns: lists sort and show them, and the rule of who may see it looks at the body."""

from danish.folding import name_key
from meetings.models import Body, Document
from minutes import known_rows
from minutes.models import Import
from reader import facts


def keep_heading(import_: Import, minutes: facts.Minutes) -> None:
    """Write down the body and the day that `minutes` state: those of the reading, with what has been corrected in it."""
    name = minutes.meeting.body or ""
    told = (import_.body_name, import_.meeting_date)
    import_.body_name = name[: Import._meta.get_field("body_name").max_length]
    import_.meeting_date = minutes.meeting.date
    if told != (import_.body_name, import_.meeting_date):
        import_.same_as, import_.is_own_meeting = None, False  # which of that day's meetings was said of another day
    import_.save(update_fields=["body_name", "meeting_date", "same_as", "is_own_meeting"])
    Document.objects.filter(pk=import_.document_id).update(body=known_rows.known_body_id(name))


def find_headings(body: Body) -> None:
    """Give `body`, which is new, the documents that wait and tell of it."""
    waiting = Import.objects.living().filter(document__body=None).exclude(body_name="")
    told = waiting.values_list("document_id", "body_name")
    Document.objects.filter(pk__in=[pk for pk, name in told if name_key(name) == body.key]).update(body=body)
