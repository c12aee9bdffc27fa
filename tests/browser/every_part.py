"""A page with every part that the tags of the design system make, in each of its states, and a form with each kind of field and its error."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.utils import timezone

from meetings.forms.fields import style_fields
from meetings.models import Outcome
from secretariat.urls import urlpatterns as pages

ADDRESS = "alle-dele/"
SHEETS = ("followups", "hearings", "minutes", "obligations", "reminders", "today")
CHOICES = [("a", "Det ene"), ("b", "Det andet")]

PAGE = """{% extends "base.html" %}{% load i18n static danish %}
{% block title %}Alle dele{% endblock %}
{% block head %}{% for sheet in sheets %}<link rel="stylesheet" href="/static/css/{{ sheet }}.css">{% endfor %}{% endblock %}
{% block content %}<h1>Alle dele</h1>
{% include "partials/not_saved.html" %}{% include "partials/form_alerts.html" %}
<h2>Mærker</h2>
{% for level in levels %}<p class="badges">{% badge "Ord" level %}{% badge "Med ikon" level "lock" %}
  {% badge "Et link" level address="/sager/" %}</p>{% endfor %}
<p class="badges">{% closed_badge %}{% include "partials/closed.html" with item=doubted %}</p>
{% include "partials/outcomes.html" %}
<h2>Beskeder</h2>
{% for level in levels %}{% alert level %}<h3 class="alert-heading">Overskrift</h3>
  <p class="alert-text">Tekst med <a href="/sager/">et link</a>.</p>{% endalert %}{% endfor %}
<h2>Tidslinje</h2>
<ol class="timeline">{% for css in steps %}{% timeline_step now css=css %}<p class="step-where">Rådet, punkt 1</p>
  <p class="step-title"><a href="/sager/">Natvarmestue</a></p><p class="step-why">Derfor</p>{% endtimeline_step %}{% endfor %}
  {% timeline_step now undone_at=now %}<p><s><strong>Udskudt</strong></s></p>
    {% include "partials/taken_back.html" with step=undone %}{% endtimeline_step %}
  {% timeline_step None %}<p>Uden dato</p>{% endtimeline_step %}</ol>
<h2>Farvede ord</h2>
<p class="quiet">Stille</p><p class="is-lost">Tabt</p><p><a class="is-red" href="/sager/">Overskredet</a></p>
<p class="form-hint">Et råd</p><p><q>Citat</q> <mark>mærket</mark> <del>før</del> <ins>efter</ins></p>
<div class="empty"><p>Der er ingen. <a href="/sager/">Se alle</a></p></div>
<h2>Formular</h2>
<form method="post" novalidate>{% for field in form %}{% include "partials/field.html" %}{% endfor %}
  <button class="button button-primary" type="submit">Gem</button>
  <button class="button button-secondary" type="submit">Vis</button>
  <button class="button button-tertiary" type="submit">Fortryd</button>
  <button class="function-link" type="submit">Fjern</button></form>
{% endblock %}"""


class EveryField(forms.Form):
    """A required field of each kind, so that each has an error."""

    text = forms.CharField(label="Tekst", help_text="Et råd")
    number = forms.IntegerField(label="Tal")
    day = forms.DateField(label="Dag")
    long_text = forms.CharField(label="Lang tekst", widget=forms.Textarea)
    choice = forms.ChoiceField(label="Valg", choices=CHOICES)
    tick = forms.BooleanField(label="Flueben", help_text="Et råd")
    file = forms.FileField(label="Fil")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)

    def clean(self) -> None:
        raise forms.ValidationError("Intet blev gemt.")


def every_part(request: HttpRequest) -> HttpResponse:
    for level in (messages.SUCCESS, messages.INFO, messages.WARNING, messages.ERROR):
        messages.add_message(request, level, "Det er sket.")
    context = {
        "form": EveryField(data={}),
        "sheets": SHEETS,
        "levels": ["", "success", "info", "warning", "error", "quiet"],
        "steps": ["", "step-closed", "step-planned", "step-quoted", "step-closed step-planned"],
        "outcomes": [Outcome(outcome=value, recommendation=1) for value in Outcome.Value.values],
        "doubted": {"in_doubt": True},
        "undone": {"undone_at": timezone.now(), "undone_by": "Bodil Vang"},
        "now": timezone.now(),
    }
    return HttpResponse(engines["django"].from_string(PAGE).render(context, request))


urlpatterns = [path(ADDRESS, every_part), *pages]
