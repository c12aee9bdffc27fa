"""The parts of the design system that templates make by a tag."""

import datetime as dt

import pytest
from django.template import engines

NOW = dt.datetime(2018, 9, 3, 23, 30, tzinfo=dt.UTC)


def html(text: str, **context) -> str:
    return engines["django"].from_string(text).render(context)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('{% badge "Åben" %}', '<span class="badge">Åben</span>'),
        ('{% badge "Åben" "info" %}', '<span class="badge badge-info">Åben</span>'),
        ('{% badge "Åben" "badge-info" %}', '<span class="badge badge-info">Åben</span>'),
        ("{% badge words %}", '<span class="badge">&lt;b&gt;</span>'),
        ('{% badge "Sag" address=address %}', '<span class="badge"><a href="/sager/?a=1&amp;b=2">Sag</a></span>'),
    ],
)
def test_a_badge(tag, expected):
    assert html(tag, words="<b>", address="/sager/?a=1&b=2") == expected


@pytest.mark.parametrize(
    ("tag", "opens"),
    [
        ('{% alert "error" role="alert" %}', '<div class="alert alert-error" role="alert">'),
        ('{% alert "debug" %}', '<div class="alert alert-info">'),
        ('{% alert "warning" id="left" classes="d-print-none" %}', '<div id="left" class="alert alert-warning d-print-none">'),
        ('{% alert "error" is_focused=True %}', '<div class="alert alert-error" tabindex="-1" autofocus>'),
    ],
)
def test_an_alert(tag, opens):
    shown = html(tag + "<p>{{ words }}</p>{% endalert %}", words="<b>")
    assert shown.startswith(opens)
    assert '<div class="alert-body"><p>&lt;b&gt;</p></div></div>' in shown


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("now", '<li class="step"><p class="step-when"><time datetime="2018-09-04T01:30:00+02:00">4. september 2018</time></p>'),
        (
            "day css='step-closed'",
            '<li class="step step-closed"><p class="step-when"><time datetime="2018-09-03">3. september 2018</time></p>',
        ),
        ("now undone_at=now", '<li class="step step-undone"><p class="step-when">'),
        ("none", '<li class="step"><p class="step-when">Uden dato</p>'),
    ],
)
def test_a_step_of_a_timeline_has_its_day_in_copenhagen(step, expected):
    shown = html("{% timeline_step " + step + " %}<b>Vedtaget</b>{% endtimeline_step %}", now=NOW, day=dt.date(2018, 9, 3), none=None)
    assert shown.startswith(expected)
    assert shown.endswith('<div class="step-what"><b>Vedtaget</b></div></li>')
