"""The forms of an item's files: those to add, and each that is there."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from agendas.file_kinds import LONGEST_HEAD, SUFFIXES, is_taken
from agendas.models import AttachmentFile
from concurrency.forms import VersionedForm
from meetings.forms.fields import style_fields

MOST_AT_ONCE = 30


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; gives a list. One that is too large, or none of the kinds that are taken, is named."""

    def clean(self, data, initial=None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(one, initial) for one in data or [None]]
        if len(files) > MOST_AT_ONCE:
            raise ValidationError(_("At most %(count)d files at a time.") % {"count": MOST_AT_ONCE})
        for file in files:
            refuse_unkept(file)
        return files


def refuse_unkept(file: UploadedFile) -> None:
    """Raises `ValidationError` for a file that is too large, or none of the kinds that are taken."""
    if file.size > settings.MINUTES_MAX_UPLOAD_BYTES:
        raise ValidationError(_("“%(name)s” is too large. A file can be at most 25 MB.") % {"name": file.name})
    head = file.read(LONGEST_HEAD)
    file.seek(0)
    if not is_taken(file.name, head):
        raise ValidationError(_("“%(name)s” is none of the kinds that can be kept: %(kinds)s.") % {"name": file.name, "kinds": SUFFIXES})


class NewFilesForm(forms.Form):
    files = FilesField(label=_("Files"), max_length=255, widget=FilesInput())
    closed = forms.BooleanField(label=_("Closed: not for the public, though the item is open"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="nye", **kwargs)
        style_fields(self)


class FileForm(VersionedForm):
    """The title of one file, and whether it is closed by itself."""

    title = forms.CharField(label=_("Title"), max_length=AttachmentFile._meta.get_field("title").max_length)
    closed = forms.BooleanField(label=_("Closed: not for the public"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        style_fields(self)


def file_forms(files, data=None) -> list[FileForm]:
    """One for each of the files."""
    return [FileForm(data, row=row, prefix=f"bilag{row.pk}", initial={"title": row.title, "closed": row.closed}) for row in files]
