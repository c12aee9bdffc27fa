"""The address book holds each once, under one of three kinds of name."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from reminders.models import Contact
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_a_contact_is_a_user_a_person_or_a_name_and_stands_once():
    user, person = f.UserFactory(), f.PersonFactory()
    f.ContactFactory(user=user)
    f.ContactFactory(user=None, person=person)
    f.ContactFactory(user=None, name="Center for Social Indsats")
    refused = [
        {"user": user},
        {"person": person},
        {"name": "center for social  indsats"},
        {"name": ""},
        {"user": f.UserFactory(), "name": "Jobcentret"},
        {"user": f.UserFactory(), "email": "en.anden@lindhoej.example"},
    ]
    for columns in refused:
        with pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.create(**columns)
    assert Contact.objects.count() == 3


def test_a_refusal_holds_for_the_address_that_was_refused():
    user = f.UserFactory(email="forkert@lindhoej.example")
    contact = f.ContactFactory(user=user, refused_email="forkert@lindhoej.example")
    assert contact.is_refused
    user.email = "rigtig@lindhoej.example"
    assert not contact.is_refused


@pytest.mark.parametrize(
    ("made", "address"),
    [
        ({"user__email": "a@lindhoej.example"}, "a@lindhoej.example"),
        ({"user__email": "a@lindhoej.example", "user__is_active": False}, ""),
        ({"user": None, "name": "Jobcentret", "email": "job@lindhoej.example"}, "job@lindhoej.example"),
    ],
)
def test_the_address_of_a_user_stands_with_the_user(made, address):
    assert f.ContactFactory(**made).address == address


@pytest.mark.parametrize("steps", [{}, "before-10", [10], ["before-ten"], ["every-0"], [None], [["opens"]]], ids=str)
def test_steps_that_the_planner_cannot_read_are_refused(steps):
    with pytest.raises(ValidationError):
        f.ReminderPolicyFactory.build(steps=steps).full_clean()
