"""The text of an item, written for an agenda: its sections and recommendations."""

from agendas.exceptions import AgendaRefused
from agendas.texts import Texts, texts_of
from meetings.models import AgendaItem, Recommendation, Section


def written_texts(item: AgendaItem) -> Texts:
    """The text of the item in the register now, less what holds a decision: two queries."""
    sections = Section.objects.filter(item=item, is_decision=False).order_by("position").values_list("heading", "text")
    return Texts(tuple(sections), tuple(Recommendation.objects.filter(item=item).order_by("position").values_list("text", flat=True)))


def is_read(item: AgendaItem) -> bool:
    """Tells whether the text was read from a document: then it is corrected with the meeting, and goes with it."""
    return any(model.objects.filter(item=item).exclude(source=None).exists() for model in (Section, Recommendation))


def save_texts(item: AgendaItem, texts: Texts) -> bool:
    """Make the text of `item` that of `texts`. Returns whether it was another. Raises `AgendaRefused` for one that was read from a document."""
    texts = texts_of(*texts)
    if written_texts(item) == texts:
        return False
    if is_read(item):
        raise AgendaRefused("read")
    Section.objects.filter(item=item, is_decision=False).delete()
    Recommendation.objects.filter(item=item).delete()
    first = Section.objects.filter(item=item).count() + 1  # after what holds the decision
    Section.objects.bulk_create(
        Section(item=item, position=place, heading=heading, text=text) for place, (heading, text) in enumerate(texts.sections, start=first)
    )
    Recommendation.objects.bulk_create(
        Recommendation(item=item, position=place, number=place, text=text) for place, text in enumerate(texts.recommendations, start=1)
    )
    return True
