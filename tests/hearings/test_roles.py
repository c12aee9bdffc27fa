"""Whether a body has sent a hearing out or is consulted in it, told by its own minutes."""

import pytest

from hearings.roles import role_of

TO_OTHERS = {"own_name_among_parties": False, "has_parties": True}
TO_ITSELF = {"own_name_among_parties": True, "has_parties": True}
TO_NOBODY_NAMED = {"own_name_among_parties": False, "has_parties": False}


@pytest.mark.parametrize(
    ("parties", "quote", "role"),
    [
        # It is named among those who are asked, whoever sends.
        (TO_ITSELF, "Planen sendes i høring hos Ældrerådet og Handicaprådet med frist den 2. maj 2025.", "consulted"),
        (TO_ITSELF, "Ældrerådet høres om nye takster for madservice.", "consulted"),
        (TO_ITSELF, "Rådet sender forslaget i høring hos alle råd, Ældrerådet iberegnet.", "consulted"),
        # Nobody is named: it would not stand in its minutes if the body were not asked.
        (TO_NOBODY_NAMED, "Høring om ny busplan. Svarfristen er den 6. april 2018.", "consulted"),
        (TO_NOBODY_NAMED, "Planen sendes i høring i otte uger.", "consulted"),
        (TO_NOBODY_NAMED, "Lokalplanen fremlægges i offentlig høring frem til den 3. marts.", "consulted"),
        (TO_NOBODY_NAMED, "Udkastet er sendt i høring med svarfrist den 20. februar.", "consulted"),
        (TO_NOBODY_NAMED, "Byrådet har sendt budgettet i høring.", "consulted"),
        (TO_NOBODY_NAMED, "Rådet sender sit høringssvar, mens planen er i offentlig høring.", "consulted"),
        (TO_NOBODY_NAMED, "Rådet besluttede at sende høringssvar til planen, som er i høring til fredag.", "consulted"),
        (TO_NOBODY_NAMED, "Rådet besluttede at holde et ekstra møde om planen, som udvalget har sendt i høring.", "consulted"),
        (TO_NOBODY_NAMED, "Rådet vil afgive høringssvar senest den 1. april.", "consulted"),
        # It says itself that it sends.
        (TO_NOBODY_NAMED, "Rådet besluttede at sende udkastet til vedtægter i høring.", "issuer"),
        (TO_OTHERS, "Rådet sender oplægget i høring hos brugerrådene frem til den 1. juni.", "issuer"),
        (TO_OTHERS, "Udsatterådet har den 4. marts 2026 sendt sit udkast til høring hos brugerrådene.", "issuer"),
        (TO_OTHERS, "Ældrerådet vedtog enstemmigt at udsende folderen i høring blandt klubberne.", "issuer"),
        (TO_OTHERS, "Rådet besluttede, at folderen sendes i høring hos klubberne.", "issuer"),
        (TO_OTHERS, "Rådet godkendte, at forvaltningen sender folderen i høring hos klubberne.", "issuer"),
        # It is to be sent to others, and no other sender is named.
        (TO_OTHERS, "at udkastet sendes i høring hos brugerrådene med frist den 25. september 2026.", "issuer"),
        (TO_OTHERS, "Forslaget skal i høring i bruger- og pårørenderådene.", "issuer"),
        (TO_OTHERS, "Folderen sendes den 4. marts i høring hos klubberne.", "issuer"),
        (TO_OTHERS, "Folderen sendes til bl.a. trykkeriet og i høring hos klubberne.", "issuer"),
        (TO_OTHERS, "Referatet sendes ud. Planen var i høring hos Handicaprådet.", "consulted"),
        (TO_OTHERS, "Folderen bliver sendt i høring hos klubberne.", "issuer"),
        # Sent to others by somebody else, or long ago: it is told to a body that may say something too.
        (TO_OTHERS, "Socialudvalget besluttede den 4. maj 2018 at sende planen i høring ved blandt andre Handicaprådet.", "consulted"),
        (TO_OTHERS, "Planen sendes af Socialudvalget i høring hos Handicaprådet.", "consulted"),
        (TO_OTHERS, "Planen er sendt i høring hos Handicaprådet af forvaltningen.", "consulted"),
        (TO_OTHERS, "Forvaltningen har skrevet et oplæg, som er sendt i høring hos Handicaprådet og klubberne.", "consulted"),
        (TO_OTHERS, "Byrådet sender forslaget i høring hos skolebestyrelserne.", "consulted"),
        (TO_OTHERS, "Regionsrådet har sendt sundhedsplanen i høring hos kommunerne.", "consulted"),
        (TO_OTHERS, "Udkastet har været i høring hos Handicaprådet.", "consulted"),
    ],
)
def test_an_advisory_body_is_consulted_unless_it_sends_out_itself(parties, quote, role):
    assert role_of(body_is_advisory=True, **parties, quote=quote) == role


@pytest.mark.parametrize(
    ("parties", "quote", "role"),
    [
        (TO_OTHERS, "Udvalget besluttede at sende planen i høring hos Ældrerådet.", "issuer"),
        (TO_OTHERS, "Planen er sendt i høring i Ældrerådet.", "issuer"),
        (TO_NOBODY_NAMED, "Lokalplanen fremlægges i offentlig høring i otte uger.", "issuer"),
        (TO_NOBODY_NAMED, "Byrådet vedtog at sende forslaget i høring.", "issuer"),
        (TO_NOBODY_NAMED, "Høringsfristen er den 16. maj 2025.", "issuer"),
        (TO_ITSELF, "Vedtægten sendes i høring i Skoleudvalget og Ældrerådet.", "consulted"),
        (TO_NOBODY_NAMED, "Ministeriet har sendt et lovforslag i høring med frist den 12. marts 2026.", "consulted"),
        (TO_NOBODY_NAMED, "Sundhedsstyrelsen sendte vejledningen i høring i juni.", "consulted"),
        (TO_OTHERS, "Region Sjælland sender planen i høring hos kommunerne i efteråret.", "consulted"),
    ],
)
def test_any_other_body_sends_unless_it_is_asked_or_somebody_outside_sends(parties, quote, role):
    assert role_of(body_is_advisory=False, **parties, quote=quote) == role


@pytest.mark.parametrize("advisory", [True, False])
def test_without_a_word_an_advisory_body_is_consulted_and_another_sends(advisory):
    assert role_of(body_is_advisory=advisory, **TO_NOBODY_NAMED, quote="") == ("consulted" if advisory else "issuer")
