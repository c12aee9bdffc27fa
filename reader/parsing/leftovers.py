"""Text of a document that no part of it was read as: nothing is lost unseen.

A block below an item's heading is read when its words stand in the item's title and sections; one of the front page or the close when the
meeting's facts tell its words. Known, and no text of their own, are labels, headings, entries of a list of items, and marks of what is closed.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from danish.dates import find_dates, find_times
from reader.facts import ItemFacts, Leftover, Minutes
from reader.reading import TextBlock

from .columns import words_first
from .contents import folded, heads_list, title_of_entry
from .front_page import FILLER, KIND
from .front_page_labels import LABELS
from .labels import parsed
from .outline import HEADS_A_BODYS_ITEMS, DocumentOutline
from .sections import place_of, text_of
from .vocabulary import role_of

# A sign of a private use area stands for a long word that was set aside.
_WORD = re.compile("[^\\W\\d_]{2,}|\\d{3,}|[\U000f0000-\U000ffffd]")
_CUT = 14  # letters to which the list of items cuts a title at most
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERHEAD = re.compile(
    r"(?:[A-ZÆØÅ][\w.-]*\s){1,3}(?:KOMMUNE|[Kk]ommune|BYRÅD|Byråd|KOMMUNALBESTYRELSE|Kommunalbestyrelse|SOGN|Sogn)\W*$|(?:REGION|Region)\s[A-ZÆØÅ][\w-]+\W*$"
)
_PRINTED = re.compile(r"\W*(?:publiceret|offentliggjort|udskrevet|udsendt|trykt|senest ændret|opdateret)\b", re.IGNORECASE)
_FEW, _SHORT = 3, 60  # words, and letters, of the line that has the body's name, and the council's beside it
_BEFORE_NUMBERS = (
    "punkt pkt sag emne dagsordenspunkt dagsordenens mødepunkt nr ad lukket lukkede åben åbent åbne sagsnr sagnr sagsnummer sags sagsid id "
    "nummer journal journalnr journalnummer acadre sbsys esdh dok"
)
_OFTEN = (
    "i på til af for og den de det der er var med fra ved om kl nr side sidetal ingen ikke under havde meldt blev bliver deltog deltager møde mødet mødenr emne emner titel ansvarlig "
    "punkt punkter sag sager dagsordenen dagsordenpunkter dagsordenspunkter beslutningspunkter orienteringspunkter orientering efterretning drøftelse indhold tid tidspunkt klokken tidsplan "
    "formand formanden næstformand borgmester viceborgmester rådmand medlem medlemmer medlemmerne gæster oplægsholder underskrift underskrifter underskriftsside udvalgets rådets "
    "lukke døre dørene bag personsag personsager fortrolig fortroligt fortrolige offentlig offentligt offentlige offentligheden behandles behandlet behandling følgende resten herefter "
    "januar februar marts april maj juni juli august september oktober november december"
)


def leftovers_of(cut: DocumentOutline, minutes: Minutes) -> list[Leftover]:
    """The blocks that were read as nothing, those on end together, in the document's order."""
    outside = {id(block) for block in (*cut.front, *cut.over, *cut.close)}
    head = _Head(minutes)
    told = [Counter(_words(_texts_of(item))) for item in minutes.items]
    unread = []
    for i, block in enumerate(cut.blocks):
        k = cut.item_at(i) if id(block) not in outside else None
        if i not in cut.known and not (head.tells(block) if k is None else _takes(told[k], block)):
            unread.append(i)
    found = []
    for _key, run in groupby(enumerate(unread), lambda one: (one[1] - one[0], cut.blocks[one[1]].page)):
        blocks = [cut.blocks[i] for _n, i in run]
        found.append(Leftover(blocks[0].page, text_of(blocks, rejoin=False), place_of(blocks)))
    return found


class _Head:
    """Knows the words of what was read of the meeting."""

    def __init__(self, minutes: Minutes) -> None:
        self._meeting = meeting = minutes.meeting
        self._body = set(_words([meeting.body]))
        texts = [meeting.body, meeting.place, *meeting.attendees, *(one.name for one in meeting.absent)]
        for item in minutes.items:
            texts += [*(one.name for one in item.absences), *(text for guest in item.guests for text in (guest.name, guest.title))]
        texts += [text for row in minutes.time_plan for text in (row.title, *row.guests)]
        texts += [warning.quote for warning in minutes.warnings]
        self._told = set(_words(texts))
        self._hours = {meeting.start, meeting.end} | {hour for row in minutes.time_plan for hour in (row.start, row.end)}
        self._titles = sorted(folded(item.title) for item in minutes.items)
        self._told_titles = set(self._titles) - {""}

    def tells(self, block: TextBlock) -> bool:
        """Tells whether the facts have all words of the line, or it is known to be no text."""
        text = block.text
        if self._is_entry(text) or heads_list(text) or _LETTERHEAD.match(text) or HEADS_A_BODYS_ITEMS.fullmatch(text):
            return True
        unread = self._unread_in(text)
        if text == self._meeting.title_line and KIND.search(text):
            return len(unread) <= 1  # "Referat Strandborg Byråd 24-10-2018"
        of_body = len(text) <= _SHORT and not _DIGIT.search(text) and not self._body.isdisjoint(_words([text]))  # "Ældrerådet i Aalykke"
        return not unread or (of_body and len(unread) <= _FEW)

    def _unread_in(self, text: str) -> set[str]:
        """The words that the facts do not have, and the days and hours that are not theirs."""
        text = text.replace(self._meeting.place, " ") if self._meeting.place else text
        days = [(found.date, text[found.start : found.end]) for found in find_dates(text)]
        printed = _PRINTED.match(text)
        words = set(_words([FILLER.sub(" ", KIND.sub(" ", text[printed.end() :] if printed else text))]))
        words -= {word for _day, told in days for word in _words([told])}
        if any(day == self._meeting.date for day, _told in days):
            words = {word for word in words if not _YEAR.fullmatch(word)}  # of the body's term
        unread = {word for word in words - _KNOWN - self._told if word.removesuffix("s") not in self._told}
        unread |= {told for day, told in days if day != self._meeting.date and not printed}
        return unread | {str(hour) for hour in find_times(text) if hour not in self._hours and not printed}

    def _is_entry(self, text: str) -> bool:
        before = words_first(text) or ""  # "Lukket  2. Klage"
        entry = folded(parsed(title_of_entry(text)[len(before) :].strip())[2])
        at = bisect_left(self._titles, entry)
        is_cut = len(entry) >= _CUT and at < len(self._titles) and self._titles[at].startswith(entry)
        return is_cut or (bool(entry) and not self._told_titles.isdisjoint((entry, entry[:-1])))  # with a letter of a column


def _takes(told: Counter[str], block: TextBlock) -> bool:
    """Tells whether the words of the block are among those told, which are then told no more; of a heading without text always."""
    if role_of(block.text) is not None:
        return True
    words = Counter(word for word in _words([block.text]) if word not in _LABELS)
    is_told = all(told[word] >= times for word, times in words.items())
    if is_told:
        told.subtract(words)
    return is_told


def _texts_of(item: ItemFacts) -> list[str | None]:
    return [item.label, item.title, item.case_number, *(text for section in item.sections for text in (section.heading, section.text))]


def _words(texts: Iterable[str | None]) -> list[str]:
    return [word.lower() for text in texts if text for word in _WORD.findall(text)]


_LABELS = frozenset(_words([_BEFORE_NUMBERS]))
_KNOWN = _LABELS | set(_words([_OFTEN, *LABELS.values()]))
