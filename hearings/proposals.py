"""Proposals about a hearing, computed from the rows as they are now, less those that were rejected: to join it with another, to join its
parties, or to drop what is no party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from cases.access import PUBLIC, Actor
from danish.folding import name_key
from hearings.hearing_matching import KnownHearing, reasons_for
from hearings.models import Extension, Hearing, HearingParty, RejectedProposal
from hearings.party_matching import PartyName, no_parties, same_parties
from hearings.wording import reasons_in_words
from meetings.parts import prefetch_readable

Says = RejectedProposal.Says
AT_MOST = 50
_PUT_OFF = timedelta(days=366)  # a deadline that was put off is looked for so far from the other


@dataclass(frozen=True, slots=True)
class PartyProposal:
    """`party` is another spelling of `same_as`, or no party at all where that is None; `because` is the reason in words."""

    party: HearingParty
    same_as: HearingParty | None
    because: str

    @property
    def says(self) -> str:
        return Says.SAME_PARTY if self.same_as else Says.NO_PARTY

    @property
    def key(self) -> str:
        """`same_party-4-7` or `no_party-4`: the proposal in a form."""
        return "-".join([self.says, str(self.party.pk), *([str(self.same_as.pk)] if self.same_as else [])])


def party_proposals(hearing: Hearing, rejected: Sequence[RejectedProposal]) -> list[PartyProposal]:
    """Returns the proposals about the hearing's `readable_parties`, a party in one proposal at most; no query."""
    rows = {party.pk: party for party in hearing.readable_parties}
    names = [PartyName(party.pk, party.name, party.body_id, _has_replied(party)) for party in rows.values()]
    refused = {(one.says, one.party_id, one.same_as_id) for one in rejected}
    told, found = set(), []
    for key in no_parties(names):
        if (Says.NO_PARTY, key, None) not in refused:
            told.add(key)
            found.append(PartyProposal(rows[key], None, reasons_in_words(["no_party"])))
    for pair in same_parties(names):
        if told.isdisjoint((pair.kept, pair.gone)) and not _is_refused(pair.kept, pair.gone, refused):
            told |= {pair.kept, pair.gone}
            found.append(PartyProposal(rows[pair.gone], rows[pair.kept], reasons_in_words(pair.reasons)))
    return found


def _is_refused(kept: int, gone: int, refused: set) -> bool:
    """Tells whether the pair was rejected. The order of the two is ignored, since the one to keep may have changed since."""
    return bool({(Says.SAME_PARTY, gone, kept), (Says.SAME_PARTY, kept, gone)} & refused)


def _has_replied(party: HearingParty) -> bool:
    return bool(party.answered_on or party.declined_on or party.readable_responses)


@dataclass(frozen=True, slots=True)
class HearingProposal:
    """`gone` is the same hearing as `kept`; `other` is the one of them that the page is not about.

    `opens`: everybody may read the one that is kept, but not the other.
    """

    other: Hearing
    kept: Hearing
    gone: Hearing
    because: str
    opens: bool

    @property
    def key(self) -> str:
        """`same_hearing-4-7`: the proposal in a form."""
        return f"{Says.SAME_HEARING}-{self.gone.pk}-{self.kept.pk}"


def hearing_proposals(hearing: Hearing, actor: Actor, rejected: Sequence[RejectedProposal]) -> list[HearingProposal]:
    """Returns the hearings of the same body that seem to be this one: three queries, and one about what everybody may read when there is any."""
    refused = {key for one in rejected for key in (one.hearing_id, one.other_id)} - {hearing.pk}
    facts = _facts(hearing)
    found = [(other, reasons) for other in _others(hearing, actor, refused) if (reasons := reasons_for(facts, _facts(other)))]
    if not found:
        return []
    public = set(
        Hearing.objects.visible_to(PUBLIC).filter(pk__in=[hearing.pk, *(one.pk for one, _reasons in found)]).values_list("pk", flat=True)
    )
    proposals = []
    for other, reasons in found:
        kept, gone = sorted((hearing, other), key=_place)
        if _may_join(kept, gone, public):
            opens = kept.pk in public and gone.pk not in public
            proposals.append(HearingProposal(other, kept, gone, reasons_in_words(reasons), opens))
    return proposals


def _others(hearing: Hearing, actor: Actor, refused: set[int]) -> list[Hearing]:
    rows = Hearing.objects.visible_to(actor).filter(body=hearing.body_id).exclude(pk__in={hearing.pk, *refused})
    if hearing.deadline:
        rows = rows.filter(Q(deadline__range=(hearing.deadline - _PUT_OFF, hearing.deadline + _PUT_OFF)) | Q(deadline=None))
    parties = prefetch_readable("parties", HearingParty.objects.visible_to(actor).order_by("position"))
    extensions = prefetch_readable("extensions", Extension.objects.visible_to(actor).order_by("pk"))
    return list(rows.select_related("item__meeting", "body").prefetch_related(parties, extensions).order_by("-pk")[:AT_MOST])


def _facts(hearing: Hearing) -> KnownHearing:
    item = hearing.item
    parties = {key for party in hearing.readable_parties if party.body_id != hearing.body_id for key in _keys(party)}
    old = [extension.old for extension in hearing.readable_extensions if extension.old]
    return KnownHearing(
        role=hearing.role,
        subject=hearing.subject,
        item=item.pk if item else None,
        matter=item.matter_id if item else None,
        case=item.case_id if item else None,
        sender=hearing.sender,
        parties=frozenset(parties),
        deadlines=[day for day in (hearing.deadline, *old) if day],
    )


def _keys(party: HearingParty) -> list[str]:
    return [name_key(party.name), *([f"={party.body_id}"] if party.body_id else [])]


def _place(hearing: Hearing) -> tuple:
    """Returns the sort key by which one of two is kept: a hearing that an item tells of comes first, then the one that was told first."""
    return (not hearing.item, hearing.item.meeting.date if hearing.item else date.min, hearing.pk)


def _may_join(kept: Hearing, gone: Hearing, public: set[int]) -> bool:
    """Tells whether two hearings may be joined: the text of one item is shown with another item only if everybody may read both."""
    return gone.item_id in (None, kept.item_id) or {kept.pk, gone.pk} <= public
