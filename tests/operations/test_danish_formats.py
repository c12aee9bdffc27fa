"""Dates and times are shown and taken as people here write them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.utils import formats

DAY = date(2019, 6, 11)


@pytest.mark.parametrize("typed", ["11-06-2019", "11/06/2019", "11.06.2019", "2019-06-11", "11-6-2019", "11.06.19"])
def test_a_date_may_be_typed_in_the_usual_ways(typed):
    assert forms.DateField().clean(typed) == DAY


@pytest.mark.parametrize("typed", ["06-31-2019", "2019", "i morgen"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize("typed", ["15:30", "15.30"])
def test_a_time_may_be_typed_with_colon_or_point(typed):
    assert forms.TimeField().clean(typed) == time(15, 30)


def test_dates_and_times_are_written_out_in_danish():
    assert formats.date_format(date(2018, 9, 3)) == "3. september 2018"
    assert formats.time_format(time(9, 5)) == "kl. 09.05"
    moment = datetime(2018, 9, 3, 15, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert formats.date_format(moment, "DATETIME_FORMAT") == "3. september 2018 kl. 15.30"
    assert formats.date_format(DAY, "SHORT_DATE_FORMAT") == "11-06-2019"


def test_a_date_shown_in_a_field_can_be_sent_back_as_it_stands():
    shown = forms.DateField().widget.format_value(DAY)
    assert forms.DateField().clean(shown) == DAY
