"""The form of an upload, with the checks of the file."""

from django import forms
from django.conf import settings

from minutes.wording import say
from reader.reading import Unreadable
from reader.reading.sniffing import format_of


class UploadForm(forms.Form):
    """One file. A form for each, so that a bad one does not stop the others; `cleaned_data["file"]` is its bytes.

    Here only what can be told without reading it: that it is there, not too large, and a PDF, a Word file or text by its content.
    """

    file = forms.FileField(max_length=255, allow_empty_file=True)

    def clean_file(self) -> bytes:
        upload = self.cleaned_data["file"]
        most = settings.MINUTES_MAX_UPLOAD_BYTES
        if upload.size > most:
            raise forms.ValidationError(say("too_large", {"size": upload.size, "most": most}))
        data = upload.read()
        try:
            format_of(data)
        except Unreadable as error:
            raise forms.ValidationError(say(error.code, error.params)) from error
        return data

    @property
    def complaint(self) -> str:
        """Gives the reason why the file is refused, in one line."""
        return " ".join(self.errors.get("file", []))
