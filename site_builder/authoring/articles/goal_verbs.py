"""What a player does to a ball on its way in: the verbs of shots, in all their forms, for `goal_words`."""

from __future__ import annotations

# What a player does to a ball, without the ending; doubled letters stand in brackets.
_REGULAR = (
    "head nod(d) fir(e) volley side-foot slot(t) tap(p) pok(e) prod(d) bundl(e) stab(b) hook hammer lash curl chip(p) lift loft "
    "roll smash thump turn steer guid(e) glanc(e) blast rifl(e) thunder crash tuck finish power flick dink loop scrambl(e) "
    "forc(e) knock crack plant squeez(e) strok(e) plac(e) convert lob(b) deflect wallop drill whip(p) clip(p) nudg(e) bullet "
    "ram(m) drag(g) back-heel backheel arrow angl(e) belt bulg(e) slam(m) net(t) whistl(e) divert direct lac(e) "
    "slip(p) eas(e) rocket smack whack thump scuff nick ping "
    "sidefoot thrash spank skim cushion zip fizz roof half-volley usher lever spear "
    "unleash leather rasp screw scoop slic(e) swivel(l) toe-pok(e) despatch dispatch rattl(e)"
).split()
_IRREGULAR = (
    "sweep sweeps swept sweeping bury buries buried burying drive drives drove driven driving slide slides slid sliding bend "
    "bends bent bending strike strikes struck striking hit hits hitting shoot shoots shot shooting put puts putting send sends "
    "sent sending thrust thrusting stick sticks stuck "
    "creep creeps crept creeping nestle nestles nestled trickle trickled squirm squirmed sneak sneaked"
).split()


def _forms(stem: str) -> str:
    """``tap(p)`` as taps, tapped, tapping, and "to tap"."""
    root, _, more = stem.rstrip(")").partition("(")
    if more == "e":
        return rf"{root}(?:e[ds]?|ing)"
    return rf"{root}(?:e?s|{more}ed|{more}ing)" if root[-1] in "hsxz" else rf"{root}(?:s|{more}ed|{more}ing)"


def _infinitive(stem: str) -> str:
    root, _, more = stem.rstrip(")").partition("(")
    return root + ("e" if more == "e" else "")


_MORE = "push touch sweep bury drive slide bend strike hit shoot put send".split()
_PLAIN = "|".join([*map(_infinitive, _REGULAR), *_MORE])
_WENT = "(?:went|goes|going(?= in\\b))(?! past| beyond| under| across| over)"
# Of a ball alone these may be of a goal: "helped it over the line".
_WITH_BALL = (
    r"(?<!only )(?:help|touch|return|walk|chest|shovel|launch|knee|dropp?|jab|kneed|stab|work|thread|squeez)(?:e?d|e?s|ing|led)? "
    r"(?:it|the ball|the rebound|the loose ball)"
)
SHOTS = rf"(?:{'|'.join([*map(_forms, _REGULAR), *_IRREGULAR, _WENT, _WITH_BALL])}|(?<=to )(?:{_PLAIN}))"
# One more goal of somebody, or his being there for it: "was on the spot again when …", "she had another".
MORE_GOALS = (
    (
        r"(?:was|were) (?:on the spot|on hand|there|lurking|alert|waiting|in place)(?: once| yet)? (?:again|once more)\b"
        r"(?! to (?:save|stop|clear|block|deny|tip|head away|make))(?=[,.;]| (?:when|as|to|after)\b)"
    ),
    (
        r"(?:had|has|got|grabbed|added|scored|netted|claimed|bagged|notched) (?:another|one more)"
        r"(?![^.;]{0,60}\b(?:saved|blocked|wide|over the bar|cleared|kept out|off target|turned aside|disallowed|ruled)\b)"
        r"(?=[,.;]| (?:from|with|after|on|this time|soon|moments|shortly|almost|in the|before the|just)\b)"
    ),
    (
        r"(?:tuck(?:ed|s) away|put away|buried|converted|rolled in|slotted (?:in|home)|dispatched|stroked (?:in|home)) "
        r"the (?:kick|gift|opportunity)\b"
    ),
    r"accepted the (?:gift|chance|invitation)\b|pounced (?=(?:after|with|in the)\b|on \d)(?![^.;]*\bbut\b)",
    r"made (?:up for (?:it|that)|amends)(?= (?:in|on|after|with|from|by)\b|[,.;])",
    r"doubled (?:it|that)(?=[,.;]| (?:in|on|after|with|from)\b)",
    r"got (?:it|the ball) (?:in|home)(?=[,.;]| (?:from|at|off|with|after)\b)",
    r"repeated the (?:trick|feat|dose)\b",
    r"(?<=to )(?:settle|wrap up|seal) (?:matters|things|the (?:game|match|tie|points|win|issue))\b|(?<=to )finish the job\b",
    (
        r"(?:the ball|it|which|the shot|his shot|her shot) (?:took|struck|hit|clipped) [^.;]{0,40}?\band "
        r"(?:wrong-footed|beat|deceived|looped over|left) (?=(?-i:[A-Z])|the (?:goal)?keeper)"
    ),
    r"(?:was|were) (?:on hand|on the spot) to (?:score|finish|turn|tap|poke|force|knock|bundle|sweep|prod|stab|nod|slot|roll)\b",
)
