"""What the importer misreads today of the layouts, kept so that nobody takes it for right and nothing gets worse unseen.

A test fails both when a document is read worse than told here and when something told here has been put right.
Written by shortcomings.py. The name is that of one file, or ends in .* for all formats of a document.
"""

KNOWN: dict[str, list[str]] = {
    "aastrup-boern-og-fritidsudvalget-2020-12-08.*": [
        "votes: invented votes_against 1, against ['Steen Daubjerg'], on 'decision', position 1",
        "votes: missed against ['Steen Daubjerg'], for ['Lasse Vigsnæs', 'Petra Stormgård', 'Kim Lundbak'], position 1",
    ],
    "alminde-handicapraadet-2018-03-14.*": [
        "guests: missed name 'Anni Bredgaard', position 7",
    ],
    "birkholm-seniorraadet-2021-11-18.*": [
        "away: missed name 'Kjeld Flensted'",
        "guests: missed name 'Gitte Stenvad', position 9",
        "meeting: missed place",
    ],
    "dalsoe-boerne-og-skoleudvalget-2013-05-14.*": [
        "absences: missed name 'Preben Aakjærsen', kind 'did_not_participate', one_of ['absent'], position 1",
        "references: missed item_numbers [52], position 5",
        "votes: missed votes_for 1, votes_against 3, position 2",
    ],
    "dalsoe-boerne-og-skoleudvalget-2013-05-14.pdf": [
        "recommendations: missed item 58 'NY STRUKTUR FOR DAGTILBUD I DALSØ NORD'",
    ],
    "egelund-kommunalbestyrelsen-2002-05-15.*": [
        "appointments: missed name 'Karen Sandvig', position 3",
        "votes: missed votes_for 6, votes_against 2, against ['Finn Ulsø', 'Hanne Kratmose'], position 2",
    ],
    "nybaek-oekonomiudvalget-2017-01-16.*": [
        "votes: invented votes_against 1, against ['Per Jespersholm'], on 'decision', position 2",
        "votes: missed votes_for 3, against ['Per Jespersholm', 'Jan Reinholdt'], position 2",
    ],
    "region-sundkysten-regionsraadet-2019-11-25.*": [
        "earlier_treatments: missed body 'Udvalget for det nære sundhedsvæsen', date '2019-11-05', position 2",
    ],
    "region-vesterland-udvalg-for-sundhed-2019-08-07.*": [
        "away: missed name 'Anders Holmsland'",
        "away: missed name 'Jytte Ravnkilde'",
    ],
    "region-vesterland-udvalg-for-sundhed-2019-08-07.pdf": [
        "items: missed item 3 'Henvendelse om en praksis #': case number",
        "meeting: missed end",
    ],
    "tornby-integrationsraadet-2015-09-10.*": [
        "away: missed name 'Tonny Tranholm'",
        "guests: missed name 'BIRGIT ØSTERMARK', position 2",
        "meeting: missed end",
    ],
}
