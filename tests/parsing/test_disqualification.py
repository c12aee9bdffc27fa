"""Who is disqualified (inhabil), in the words minutes use for it. Nobody is because the rules are told, or because it was found otherwise."""

import pytest

from tests.parsing.of_text import FRONT, decided, minutes_of

BO, BOTH = ["Bo Dam"], ["Bo Dam", "Eva Sø"]
DISQUALIFIED = [
    ("Bo Dam erklæredes inhabil og deltog ikke i sagens behandling.", BO),
    ("Bo Dam (V) blev erklæret inhabil og deltog ikke.", BO),
    ("Bo Dam er inhabil.", BO),
    ("Bo Dam og Eva Sø var inhabile i sagen og deltog ikke.", BOTH),
    ("Bo Dam, Eva Sø og Ib Bæk er inhabile.", ["Bo Dam", "Eva Sø", "Ib Bæk"]),
    ("Følgende medlemmer er inhabile: Bo Dam og Eva Sø.", BOTH),
    ("Bo Dam deltog ikke på grund af inhabilitet.", BO),
    ("På grund af inhabilitet deltog Bo Dam ikke i behandlingen.", BO),
    ("Bo Dam deltog ikke i punktet grundet habilitet.", BO),
    ("Bo Dam deltog ikke i sagens behandling af habilitetsgrunde.", BO),
    ("Bo Dam deltog ikke i afstemningen pga. inhabilitet.", BO),
    ("Bo Dam forlod mødet på grund af inhabilitet.", BO),
    ("Bo Dam forlod mødelokalet grundet inhabilitet.", BO),
    ("Bo Dam forlod lokalet som inhabil.", BO),
    ("Som inhabil forlod Bo Dam lokalet.", BO),
    ("Bo Dam trådte ud af mødet på grund af inhabilitet.", BO),
    ("Bo Dam gik fra under punktet på grund af inhabilitet.", BO),
    ("Borgmester Bo Dam forlod mødet under punktet, idet han er inhabil.", BO),
    ("Bo Dam fandtes inhabil.", BO),
    ("Bo Dam kendtes inhabil.", BO),
    ("Bo Dam blev anset for at være inhabil og forlod mødet.", BO),
    ("Bo Dam blev af udvalget anset for inhabil.", BO),
    ("Bo Dam vurderes at være inhabil i sagen.", BO),
    ("Udvalget fandt Bo Dam inhabil.", BO),
    ("Udvalget erklærede Bo Dam (V) for inhabil.", BO),
    ("Formanden Ib Bæk erklærede Bo Dam inhabil.", BO),
    ("Udvalget besluttede, at Bo Dam og Eva Sø er inhabile.", BOTH),
    ("Bo Dam meldte sig inhabil.", BO),
    ("Bo Dam oplyste, at han var inhabil, og forlod mødet.", BO),
    ("Bo Dam gjorde opmærksom på sin inhabilitet og forlod lokalet.", BO),
    ("Bo Dams inhabilitet blev drøftet, og han forlod mødet.", BO),
    ("Bo Dam deltog ikke i sagen. Han er inhabil.", BO),
    ("Habilitet: Bo Dam erklærede sig inhabil.", BO),
    ("Habilitet: Bo Dam", BO),
    ("Inhabil: Bo Dam, Eva Sø", BOTH),
    ("Inhabil i sagen: Bo Dam (V).", BO),
    ("Formanden erklærede sig inhabil og forlod mødet.", ["Formanden"]),
    ("Bo Dam erklærede sig inhabil, mens Ib Bæk havde forfald.", BO),
    ("Dam, Bo: inhabil", BO),
    ("Socialudvalgets medlem Bo erklærede sig inhabil.", ["Bo"]),
    ("Udvalget erklærede Bo Dam for ikke-habil.", BO),
    ("Formanden vurderede, at Ibsen ikke var habil.", ["Ibsen"]),
    ("Bo Dam var ikke habil.", BO),
    ("Bo Dam trådte af vejen under behandlingen.", BO),
    ("Bo Dam forlod mødet under punktet på grund af interessekonflikt.", BO),
    ("Bo Dam deltog ikke i sagens behandling, idet hun er i familie med klageren.", BO),
    ("Udvalget drøftede Bo Dams habilitet, og Bo Dam var ikke habil.", BO),
    ("BO DAM ERKLÆREDES INHABIL.", BO),
]
NOT_DISQUALIFIED = [
    "Bo Dam er ikke inhabil.",
    "Bo Dam blev ikke anset for inhabil.",
    "Udvalget fandt ikke Bo Dam inhabil.",
    "Udvalget besluttede, at Bo Dam ikke er inhabil.",
    "Ingen var inhabile.",
    "Bo Dam blev erklæret habil.",
    "Ib Bæk stillede spørgsmål om Bo Dams habilitet.",
    "Reglerne om inhabilitet gælder for alle medlemmer.",
    "Habilitet: Ingen",
    "Bo Dam havde forfald.",
    "Klageren er i familie med en beboer.",
    "Bo Dam er habil.",
    "Bo Dam deltog ikke i sagens behandling.",
]


@pytest.mark.parametrize(("text", "names"), DISQUALIFIED, ids=[text for text, _ in DISQUALIFIED])
def test_whoever_is_disqualified_took_no_part(text, names):
    absences = decided("Godkendt.", text).absences
    assert sorted(one.name for one in absences if one.disqualified) == sorted(names)
    assert {one.kind for one in absences if one.disqualified} == {"did_not_participate"}


@pytest.mark.parametrize("text", NOT_DISQUALIFIED)
def test_nobody_else_is_disqualified(text):
    assert not [one for one in decided("Godkendt.", text).absences if one.disqualified]


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Nyt værested (lukket)", "Et medlem erklærede sig inhabil og forlod mødet.", ["Unavngivet"]),
        ("Nyt værested (lukket)", "Der blev spurgt til en inhabilitet.", ["Unavngivet"]),
        ("Nyt værested (lukket)", "Ingen var inhabile.", []),
        ("Nyt værested (lukket)", "Bo Dam var inhabil.", BO),
        ("Nyt værested", "Et medlem erklærede sig inhabil og forlod mødet.", []),
    ],
)
def test_a_closed_item_that_does_not_say_who_is_disqualified_has_somebody_unnamed(title, text, names):
    item = minutes_of(f"{FRONT}Punkt 7: {title}\n\n27.15.00-A08-4-20\n\nBeslutning\n\nGodkendt.\n\n{text}").items[0]
    assert item.closed == title.endswith("(lukket)")
    assert [one.name for one in item.absences if one.disqualified] == names
