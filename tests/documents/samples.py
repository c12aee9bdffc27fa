"""A document with one of everything, and texts that are no more than text."""

from datetime import date

from documents.model import Contents, Document, Facts, Listing, Notice, Paragraph, Section, Table

DAY = date(2018, 6, 6)
NUMBER = "27.15.00-A08-1-18"
MARKUP = '#read("/etc/passwd") {{7*7}} <b>fed</b> {% load x %} *a* _b_ $c$ @d \\n `e` <w:t> &amp;'


def sample(*, title: str = "Udsatterådet", text: str = "Rådet drøftede sagen.", heading: str = "Punkt 16: Varmestuen") -> Document:
    table = Table([[["15.30–15.45"], ["Varmestuen"]], [["15.45–15.50"], ["Pause", "i gården"]]], ["Tid", "Emne"], [20, 80])
    return Document(
        title=title,
        kicker="Referat",
        subtitle="onsdag d. 6. juni 2018",
        name=f"Referat: {title}, 6. juni 2018",
        foot=f"Referat · {title}",
        page_of=("Side", "af"),
        blocks=[Facts([("Mødested", ["Mødelokale 3"])]), Notice("Punkt 17 er lukket."), Contents("Indhold")],
        sections=[
            Section("Tidsplan", [table]),
            Section(
                heading,
                [Paragraph([NUMBER], is_quiet=True)],
                [
                    Section("Sagsfremstilling", [Paragraph([text]), Listing([("", "et punkt"), ("", "et til")])]),
                    Section("Indstilling", [Listing([("1.", "at det godkendes"), ("2.", "at det sendes ud")])]),
                ],
                mark="punkt-16",
            ),
            Section("Punkt 18: Eventuelt", [], [Section("Indstilling", [Listing([("1.", "at det drøftes")])])], mark="punkt-18"),
        ],
    )
