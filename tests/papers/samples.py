"""A meeting with items as a paper has them."""

from datetime import date

from papers.values import PaperItem, PaperMeeting, PaperSection, PaperTime


def an_item(**columns) -> PaperItem:
    told = {
        "mark": "punkt-1",
        "number": "16",
        "title": "Varmestuen ved havnen",
        "case_number": "27.15.00-A08-1-18",
        "sections": [PaperSection("Resume", "Varmestuen vil flytte."), PaperSection("Sagsfremstilling", "Lokalerne er for små.")],
        "recommendations": [(1, "at flytningen godkendes,"), (2, "at den betales af kassen.")],
    }
    return PaperItem(**(told | columns))


def a_meeting(**columns) -> PaperMeeting:
    told = {
        "body": "Udsatterådet",
        "slug": "udsatteraadet",
        "date": date(2018, 6, 6),
        "hours": "kl. 15.30–18.00",
        "place": "Mødelokale 3",
        "items": [an_item()],
        "time_plan": [PaperTime("15.30–15.45", "16", "Varmestuen ved havnen", ["Tine Horn"])],
    }
    return PaperMeeting(**(told | columns))
