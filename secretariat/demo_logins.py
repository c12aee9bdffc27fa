"""The demo council's log-ins, in the one place that the demo makes them from and `make run` prints them from."""

from typing import NamedTuple


class Login(NamedTuple):
    role: str
    title: str
    username: str
    password: str


LOGINS = [
    Login("secretary", "sekretær", "sekretaer", "lindhoej-sekretaer"),
    Login("member", "medlem", "medlem", "lindhoej-medlem"),
    Login("administrator", "administrator", "administrator", "lindhoej-administrator"),
]
