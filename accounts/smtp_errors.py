"""Reads a mail server's refusals: which code it gave, and whether it will say the same tomorrow."""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

PERMANENT = 500


def code_of(error: BaseException) -> int | None:
    """The server's code, the highest where several addresses were refused; None for an error that has none, such as a broken connection."""
    codes = [error.smtp_code] if isinstance(error, SMTPResponseException) else []
    if isinstance(error, SMTPRecipientsRefused):
        codes = [code for code, _said in error.recipients.values()]
    return max(codes, default=None)


def permanent_code(error: SMTPException) -> int | None:
    """The code from 500 up with which the server refused for good, None for what may pass by itself."""
    code = code_of(error)
    return code if code and code >= PERMANENT else None
