"""Permissions in templates."""

from django import template

from cases.access import Viewer

register = template.Library()


@register.filter
def manages(viewer: Viewer, body_id: int) -> bool:
    """Tells whether the viewer is the body's secretary, or an administrator."""
    return viewer.manages(body_id)
