"""What a careful reader finds in each demo document: by hand, a handful of headline facts each.

    stem: first item, last item, closed items, {item: facts}

Facts of an item: `rec` number of recommendations, `to` the bodies they go to, `out` outcomes in order of the recommendations,
`bil` number of attachments, `votes` (for, against, on), `against`/`for_` the names of the last vote, `quotes` (body, item),
`absent`, `out_of_it` (took no part), `sub` (substitute, for), `council` (brought to the council), `appoints`, `guests`, `refers`.
"""

SU, OU, BR, UR = "Socialudvalget", "Økonomiudvalget", "Byrådet", "Udsatterådet"
TMU, BSU, BU, HR = "Teknik- og Miljøudvalget", "Børne- og Skoleudvalget", "Beskæftigelsesudvalget", "Handicaprådet"
THROUGH = [BR, SU, OU]
BLUE = ["Venstre", "Det Konservative Folkeparti", "Dansk Folkeparti", "Lindhøjlisten"]
NAMED = "Bodil Grønlycke"  # the listed misspelling

HEADLINES = {
    "socialudvalget-2025-01-21": (1, 6, [], {
        1: {"absent": ["Gert Hostrup"]},
        2: {"rec": 2, "bil": 1, "guests": ["Tina Frøslev"]},
        3: {"rec": 2, "out": ["approved", "approved"], "bil": 2, "out_of_it": ["Anne Kirstine Bugge"]},
        4: {"out": ["discussed"]},
        6: {"rec": 0, "out": ["other"]},
    }),
    "udsatteraadet-2025-02-05": (1, 6, [], {
        1: {"rec": 2, "absent": ["Per Østerballe"]},
        2: {"to": [UR], "guests": ["Pia Stensgaard"]},
        5: {"rec": 2, "appoints": ["Leyla Korkmaz", "Dennis Kragh", "Solveig Munkholm"]},
    }),
    "socialudvalget-2025-03-11": (7, 12, [], {
        8: {"rec": 2, "out": ["approved", "approved"], "bil": 2, "refers": [(UR, [2])]},
        9: {"rec": 3, "to": THROUGH, "out": ["recommended"], "bil": 1},
    }),
    "oekonomiudvalget-2025-03-24": (61, 65, [64], {
        62: {"rec": 3, "quotes": [(SU, 9)], "out": ["recommended"]},
        63: {"out": ["recommended", "recommended"], "votes": [(6, 1, "decision")], "against": ["Vagn Aastrup"]},
        65: {"out": ["other"]},
    }),
    "byraadet-2025-03-31": (34, 38, [38], {
        34: {"absent": ["Poul Rosenkilde"], "sub": [("Hanna Kjeldgård", "Poul Rosenkilde")]},
        35: {"quotes": [(SU, 9), (OU, 62)], "votes": [(20, 1, "decision")], "against": ["Lindhøjlisten"], "bil": 1},
        36: {"votes": [(6, 1, OU), (19, 2, "decision")], "against": ["Lindhøjlisten", "Dansk Folkeparti"]},
        37: {"refers": [(UR, [4])]},
    }),
    "udsatteraadet-2025-04-09": (7, 13, [], {
        8: {"guests": ["Pia Stensgaard"], "refers": [(SU, [8])], "bil": 1},
        9: {"rec": 2, "out_of_it": ["Torben Nørskov"], "guests": ["Jonas Holmegaard"], "refers": [(UR, [3])]},
        10: {"quotes": [(TMU, 27)], "bil": 1},
        12: {"refers": [(UR, [2])]},
    }),
    "socialudvalget-2025-05-13": (13, 22, [20], {
        14: {"rec": 3, "to": THROUGH, "quotes": [(UR, 8)], "votes": [(6, 1, "decision")], "against": ["Gert Hostrup"], "bil": 3},
        15: {"rec": 2, "to": THROUGH, "quotes": [(UR, 9)], "out": ["deferred"], "bil": 1},
        16: {"refers": [(SU, [4])]},
        18: {"rec": 1, "to": [SU], "out": ["approved"]},
        19: {"rec": 2, "out": ["recommended"]},
    }),
    "oekonomiudvalget-2025-05-26": (118, 121, [], {
        118: {"absent": ["Jørgen Enevoldsen"]},
        119: {"rec": 3, "quotes": [(SU, 14)], "votes": [(6, 1, SU), (5, 1, "decision")], "against": ["Vagn Aastrup"]},
        121: {"rec": 2, "to": [BR, OU], "bil": 2},
    }),
    "byraadet-2025-06-02": (71, 75, [75], {
        72: {
            "rec": 3, "quotes": [(SU, 14), (OU, 119)], "against": ["Dansk Folkeparti", "Lindhøjlisten"], "bil": 3,
            "votes": [(6, 1, SU), (5, 1, OU), (3, 18, "amendment"), (19, 2, "decision")], "refers": [(SU, [8])],
        },
        73: {"quotes": [(SU, 19), (BSU, 48), (OU, 120)], "out": ["approved"]},
        74: {"appoints": ["Louise Brandtoft"]},
    }),
    "udsatteraadet-2025-06-11": (14, 19, [], {
        14: {"absent": ["Britta Hyldegård", "Torben Nørskov"]},
        15: {"out": ["noted"], "guests": ["Gitte Raun"]},
        16: {"refers": [(SU, [18])]},
        18: {"quotes": [(BR, 72)], "votes": [(3, 18, BR), (19, 2, BR)]},
    }),
    "udsatteraadet-2025-08-20": (20, 21, [], {
        20: {"absent": ["Per Østerballe", "Kaj Toftegaard"]},
        21: {"rec": 2, "refers": [(UR, [16])], "bil": 3, "guests": ["Pia Stensgaard"]},
    }),
    "socialudvalget-2025-09-02": (23, 31, [], {
        24: {
            "rec": 3, "out": ["approved", "approved", "approved"], "quotes": [(UR, 21)], "votes": [(4, 3, "decision")],
            "against": ["Jeppe Solvang", "Gert Hostrup", "Anne Kirstine Bugge"], "council": ["Jeppe Solvang"], "bil": 2,
        },
        25: {"rec": 3, "quotes": [(UR, 9), (SU, 15)], "votes": [(4, 3, "decision")], "refers": [(SU, [15])]},
        27: {"votes": [(5, 2, "decision")], "against": ["Jeppe Solvang", "Sanne Lyngdal"]},
    }),
    "udsatteraadet-2025-09-17": (22, 27, [], {
        23: {"guests": ["Lars Buchwald"], "out": ["noted"]},
        24: {"refers": [(UR, [11])], "out": ["discussed"]},
        25: {"bil": 1},
    }),
    "oekonomiudvalget-2025-09-22": (187, 191, [], {
        188: {"rec": 3, "quotes": [(SU, 25)], "votes": [(4, 3, SU), (4, 3, "decision")]},
        189: {"quotes": [(SU, 27), (BSU, 81)], "votes": [(5, 2, SU)], "out": ["noted"]},
        190: {"out_of_it": ["Henriette Holmskov"]},
    }),
    "byraadet-2025-09-29": (112, 116, [116], {
        113: {
            "rec": 3, "quotes": [(UR, 9), (SU, 25), (OU, 188)], "bil": 2,
            "votes": [(4, 3, SU), (4, 3, OU), (8, 13, "amendment"), (13, 8, "decision")],
            "against": ["Venstre", "Dansk Folkeparti", "Lindhøjlisten"],
        },
        114: {"quotes": [(SU, 24)], "votes": [(4, 3, SU), (17, 4, "decision")]},
    }),
    "socialudvalget-2025-11-11": (32, 38, [], {
        32: {"absent": ["Mustafa Aydemir"]},
        33: {"rec": 2, "to": THROUGH, "quotes": [(UR, 25)], "out": ["recommended"]},
        36: {"out": ["deferred"], "bil": 1},
    }),
    "byraadet-2025-11-24": (149, 152, [], {
        149: {"absent": ["Niels-Peter Rask"]},
        150: {"quotes": [(UR, 25), (SU, 33), (OU, 236)], "out": ["approved"], "bil": 1},
        151: {"out_of_it": ["Mustafa Aydemir"]},
    }),
    "udsatteraadet-2025-11-26": (28, 34, [], {
        28: {"absent": ["Fatma Demirhan"]},
        29: {"guests": ["Gitte Raun"], "refers": [(UR, [15])]},
        30: {"quotes": [(BR, 113)], "votes": [(8, 13, BR), (13, 8, BR)], "guests": ["Jonas Holmegaard"]},
        32: {"refers": [(UR, [23])]},
    }),
    "byraadet-2025-12-08": (160, 164, [], {
        160: {"appoints": ["Lene Vestmark"]},
        162: {"appoints": [
            "Carsten Hvidtfeldt", "Mustafa Aydemir", "Mette Damkjær", "Sanne Lyngdal", "Henriette Holmskov", "Vagn Aastrup",
        ]},
        164: {"rec": 2, "appoints": ["Amina Haddad", "Simon Tranholm"], "refers": [(BR, [150])], "bil": 1},
    }),
    "socialudvalget-2026-01-20": (1, 9, [], {
        2: {"appoints": ["Anne Kirstine Bugge", "Mette Damkjær"]},
        3: {"rec": 2, "votes": [(6, 1, "decision")], "against": ["Bodil Grønlykke"]},
        4: {"refers": [(SU, [26])]},
        5: {"refers": [(SU, [16])], "out": ["noted"]},
        7: {"quotes": [(SU, 36)], "out": ["approved"], "guests": ["Jens Vangsgaard"]},
    }),
    "udsatteraadet-2026-02-04": (1, 7, [], {
        1: {"absent": ["Ivan Rosendal"], "sub": [("Helle Kirkeskov", "Ivan Rosendal")]},
        2: {"appoints": ["Kaj Toftegaard", "Leyla Korkmaz"], "votes": [(5, 4, "decision")], "refers": [(BR, [164])]},
        3: {"quotes": [(SU, 34)], "guests": ["Nanna Overgaard"]},
        4: {"quotes": [(TMU, 6)], "bil": 1},
        5: {"appoints": ["Dennis Kragh", "Birthe Sandager"]},
    }),
    "socialudvalget-2026-03-03": (10, 16, [14], {
        10: {"absent": ["Amina Haddad"]},
        11: {"rec": 4, "to": [BR, BU, SU, OU], "quotes": [(BU, 19)], "votes": [(5, 1, "decision")], "against": [NAMED], "bil": 2},
        12: {"quotes": [(UR, 3)], "out": ["discussed"]},
        16: {"out": ["other"]},
    }),
    "oekonomiudvalget-2026-03-16": (52, 56, [56], {
        53: {
            "rec": 4, "quotes": [(BU, 19), (SU, 11)], "votes": [(5, 1, SU), (5, 1, "decision")], "against": ["Vagn Aastrup"],
            "out_of_it": ["Mustafa Aydemir"],
        },
        54: {"refers": [(OU, [189])], "out": ["noted"]},
    }),
    "byraadet-2026-03-23": (29, 32, [], {
        29: {"absent": ["Erik Kjærulf"], "sub": [("Poul Rosenkilde", "Erik Kjærulf")]},
        30: {
            "rec": 4, "quotes": [(BU, 19), (SU, 11), (OU, 53)], "votes": [(5, 1, SU), (5, 1, OU), (18, 2, "decision")],
            "against": ["Lindhøjlisten"], "out_of_it": ["Mustafa Aydemir"], "appoints": ["Camilla Skovhus"],
        },
        31: {"quotes": [(OU, 55)], "out": ["approved"]},
    }),
    "udsatteraadet-2026-04-29": (8, 13, [], {
        9: {"out": ["discussed"], "guests": ["Jonas Holmegaard"]},
        10: {"rec": 2, "out": ["discussed", "recommended"]},
        11: {"quotes": [(TMU, 38)], "guests": ["Rikke Dalsbo"]},
        12: {"out": ["deferred"]},
    }),
    "socialudvalget-2026-05-12": (17, 23, [], {
        18: {"rec": 3, "quotes": [(UR, 9)], "votes": [(5, 2, "decision")], "against": ["Mette Damkjær", "Simon Tranholm"], "bil": 2},
        19: {"rec": 1, "out": ["approved"], "bil": 1},
    }),
    "oekonomiudvalget-2026-06-01": (109, 112, [112], {
        110: {"rec": 3, "to": THROUGH, "quotes": [(SU, 18)], "votes": [(5, 2, SU), (4, 3, "decision")]},
        111: {"quotes": [(SU, 21)], "out": ["recommended"]},
    }),
    "byraadet-2026-06-08": (68, 72, [72], {
        69: {
            "rec": 3, "out": ["noted", "approved", "approved"], "quotes": [(UR, 9), (SU, 18), (OU, 110)],
            "votes": [(5, 2, SU), (4, 3, OU), (14, 7, "decision")], "refers": [(BR, [113])],
            "against": ["Venstre", "Dansk Folkeparti", "Vagn Aastrup"],
        },
        71: {"appoints": ["Kurt Ebbehøj"]},
    }),
    "socialudvalget-2026-09-08": (24, 30, [], {
        24: {"absent": ["Mette Damkjær"]},
        26: {"rec": 2, "votes": [(5, 1, "decision")], "against": ["Bodil Grønlykke"]},
        27: {"rec": 2, "to": THROUGH, "quotes": [(UR, 10)], "votes": [(4, 2, "decision")], "out": ["recommended"]},
    }),
    "udsatteraadet-2026-09-09": (14, 19, [], {
        14: {"absent": ["Dennis Kragh"]},
        15: {"quotes": [(SU, 19)], "refers": [(SU, [19])], "guests": ["Nanna Overgaard"]},
        16: {"refers": [(UR, [12])]},
        17: {"appoints": ["Britta Hyldegård", "Birthe Sandager"], "guests": ["Peter Langkjær"]},
        18: {"quotes": [(SU, 25)], "out": ["noted"]},
    }),
    "oekonomiudvalget-2026-09-21": (172, 175, [], {
        173: {
            "rec": 2, "to": THROUGH, "quotes": [(SU, 27)], "votes": [(4, 2, SU), (4, 3, "decision")],
            "against": ["Lene Vestmark", "Mustafa Aydemir", "Sanne Lyngdal"],
        },
        174: {"quotes": [(SU, 26)], "votes": [(5, 1, SU)], "out_of_it": ["Henriette Holmskov"]},
    }),
    "byraadet-2026-09-28": (104, 107, [], {
        105: {
            "rec": 2, "quotes": [(UR, 10), (SU, 27), (OU, 173)], "against": BLUE,
            "votes": [(4, 2, SU), (4, 3, OU), (10, 11, "amendment"), (11, 10, "decision")],
        },
        106: {"out": ["deferred"]},
    }),
    "socialudvalget-2026-11-10": (31, 38, [36], {
        31: {"absent": ["Jeppe Solvang"]},
        32: {"rec": 1, "to": THROUGH, "quotes": [(UR, 15), (HR, 31)], "out": ["recommended"], "bil": 2},
        33: {"votes": [(5, 1, "decision")], "against": ["Amina Haddad"]},
        34: {"refers": [(SU, [4])]},
    }),
    "udsatteraadet-2026-11-11": (20, 25, [], {
        21: {"guests": ["Lone Frisenholt"], "bil": 1, "out": ["discussed"]},
        25: {"refers": [(SU, [33])]},
    }),
}  # fmt: skip
