"""Words that the reading of prose rests on: what is no name, and what scores."""

from __future__ import annotations

from typing import Final

PARTICLES: Final = frozenset(
    "al ap ben bin da das de del della den der di do dos du e el la las le los mac mc of san st te ten ter van von y zu".split()
)
"""Words within names that begin with a small letter."""

GOAL_VERBS: Final = frozenset(
    "scored scores struck strikes netted nets equalised equalises equalized equalizes levelled levels leveled headed heads"
    " opened converted converts slotted slots fired fires tapped volleyed bundled curled lashed rifled nodded poked prodded"
    " swept drilled rolled doubled restored sealed pounced grabbed found put gave sent made added pulled completed broke"
    " reacted met drove diverted turned timed".split()
)
"""What may follow directly on the name of somebody who scores."""

SUBJECT_VERBS: Final = frozenset(
    "am are beat beaten came drew failed finished go goes had has have is lead led lose loses lost needed played reached"
    " remain took trail"
    " trailed was went were win wins won".split()
)
"""What may follow on the name of a team or a player that opens a sentence."""

NO_NAMES: Final = frozenset(
    # Function words, and words that open sentences of reports.
    "a about above across after again against ahead all almost along already also although always amid among an and another any"
    " anything around as at away back barely because before behind being below beneath between beyond both but by can chances"
    " claims clearly despite did do does down during each early earlier eight either eighteen eleven elsewhere enough even"
    " eventually every everything fifteen fifty finally first five for forty four fourteen fourth fresh from further given goals"
    " had half half-time halfway has have having he her here his hope how however if in inside instead into it its itself just"
    " last late later less level like little long many meanwhile midway might more most moments much must near nearly neither"
    " never next nine nineteen no nobody none nor not nothing now of off on once one only onto opposite or other others our out"
    " outside over own part past perhaps possession previously quite rather right roared second seconds seven seventeen several"
    " she shortly should since six sixteen sixty so some somehow soon still straight such ten than that the their them then there"
    " thereafter these they third thirteen thirty this those though thousands three through throughout thus time to together too"
    " toward towards trailing twelve twenty twice two under undeterred unmarked until up upon very was we were what whatever when"
    " where whether which while who whoever whose why will with within without would yet you"
    # Roles, and what is told of a match.
    " attendance captain centre coach defender defenders defence extra fans few forward full full-back full-time fifth goalkeeper"
    " goalkeepers goal goalscorer goalscorers golden heads history home honours hosts injury keeper keepers kick-off leading left"
    " manager match midfield midfielder midfielders minutes minute moment neutral opener penalties penalty play player players"
    " pressure referee relief report result scorer scorers score shot shots side sides skipper stoppage striker strikers"
    " substitute substitutes substitution success supporters team teams teammate tempers trouble var victory visitors winger"
    " wingers winner winners youngster fatigue fortune luck misfortune rain drama disaster joy calamity celebrations"
    " lightning".split()
) | frozenset({"I", "VAR", "HT", "FT", "ET", "GOAL", "TIME", "KICK-OFF"})
"""Words whose capital means nothing: at the opening of a sentence in any case, and those in capitals everywhere."""
