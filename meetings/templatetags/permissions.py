"""Permissions in templates."""

from django import template

from cases.access import Actor

register = template.Library()


@register.filter
def manages(actor: Actor, body_id: int) -> bool:
    """Tells whether the actor is the body's secretary, or an administrator."""
    return actor.manages(body_id)
