"""The answers to what wanted a place on an agenda: placed as an item, or left out."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agendas.candidates import CandidateKind
from meetings.models import AgendaItem, Meeting

KINDS = {
    CandidateKind.UNTREATED: _("not treated"),
    CandidateKind.DEFERRED: _("put off"),
    CandidateKind.RECOMMENDED: _("recommended by another body"),
    CandidateKind.HEARING: _("hearing"),
    CandidateKind.REPORT: _("report"),
    CandidateKind.FOLLOW_UP: _("follow-up"),
    CandidateKind.EXPECTED: _("planned treatment"),
    CandidateKind.ROUTE: _("planned route"),
    CandidateKind.STANDING: _("standing item"),
}


class CandidateChoice(models.Model):
    """One answer: the candidate `kind`, `key` stands on the agenda as `item`, or is left out of it. It goes when it is taken back."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="candidate_choices", verbose_name=_("meeting"))
    kind = models.CharField(_("kind"), max_length=20, choices=[(kind.value, kind.value) for kind in CandidateKind])
    key = models.CharField(_("key"), max_length=200)
    item = models.ForeignKey(AgendaItem, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("item"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("answer to a candidate")
        verbose_name_plural = _("answers to candidates")
        ordering = ["meeting", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "kind", "key"], name="one_answer_per_meeting_and_candidate")]

    def __str__(self) -> str:
        return f"{self.kind_told} {self.key}"

    @property
    def kind_told(self) -> str:
        return str(KINDS[CandidateKind(self.kind)])
