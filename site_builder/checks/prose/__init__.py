"""Prose held against data: what a report says of its match, and whether the facts say the same.

    source ─▶ passages ─▶ sentences ─▶ Reading ─▶ claims ─▶ verdicts ─▶ Problems
    passages             phrases      reading    claims     judge

Precision goes before recall: a sentence says something of the match at hand
only where its own words tie it to that match, and what cannot be confirmed
says nothing. Pure: texts and the site come in, problems go out.
"""
