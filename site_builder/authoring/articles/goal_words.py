"""The words by which prose tells a goal: verbs of scoring, and where the ball went.

What makes them none is in `goal_denials`, how a goal was scored in `goal_kinds`.
"""

from __future__ import annotations

import re

from site_builder.authoring.articles.goal_verbs import MORE_GOALS, SHOTS

# "In" that is no word for where the ball went: in front, in the area, in the last minute, in Rome.
_COUNTED = "first|opener|second|third|fourth|fifth|sixth|seventh|eighth|equali[sz]er|winner"
_PLACES = r"front|behind|the (?:air|area|box|build|middle|match|game|first half|second half)"
_TIMES = r"(?:the )?(?:first|second|last|final|closing|opening|dying|added|stoppage|injury|extra)\b|the \w+[- ]minute\b"
_INTO = "|".join(
    (
        (
            rf"\bin(?=[\s,.;:]|$)(?! (?:{_TIMES}|{_PLACES})|"
            r" (?:high |late |hard |two-footed )?on (?-i:[A-Z])| to (?:stop|block|clear|tackle|challenge|intercept|cut|prevent)|"
            r" (?-i:[A-Z])(?![\w’']+?(?: [\w’'-]+?)?['’]s))"
        ),
        r"\bhome\b|\bpast\b|\bbeyond\b|\bover (?=(?-i:[A-Z]))|\bover the line\b|\bthe net\b",
        r"\bthe top corner\b|\bunder the bar\b",
        (
            r"\b(?:under|across) (?=(?-i:[A-Z])|the (?:keeper|goalkeeper))|\b(?:through|between) (?:\w+['’]s?|"
            r"the \w+['’]s) (?:legs|hands|fingers|grasp|arms)\b"
        ),
        r"\b(?:over|past|beyond|under|round|around) the (?:[a-z]+ )?(?=(?-i:[A-Z])\w)",
        r"\b(?:over|around|round) the (?:\w+ )?(?:keeper|goalkeeper)\b|\bbetween the legs of\b",
        r"\bbetween (?:(?-i:[A-Z])\w+|him|the (?:keeper|goalkeeper))(?:['’]s \w+)? and (?:the|his|a)\b",
        r"\binside the (?:near |far |left |right )?(?:hand )?post\b|\binto the roof\b",
        r"\binto (?:the|his|her|their|an) (?:\w+,?[- ]){0,3}?(?:net|corner|goal|roof)\b",
        rf"(?:\bthe |(?-i:\b[A-Z])\w+['’]s? )(?:{_COUNTED})\b(?! (?:half|leg|period|minute|time))",
        r"\bfrom the (?:penalty )?spot\b|\bfrom twelve yards\b|(?<=to bury )the (?:spot[- ]kick|penalty)",
    )
)
_GOAL_NOUN = (
    r"(?:first|opener|goal|second|third|fourth|fifth|sixth|seventh|eighth|equali[sz]er|leveller|winner|clincher|consolation|"
    r"\d+(?:st|nd|rd|th) of the (?:season|campaign|tournament)|penalty|spot-kick|number (?:one|two|three|four|"
    r"five|six|seven|eight|nine)|hat[- ]trick|brace|double)"
)
NOUN_OF_GOAL = (
    r"(?:goals?|opener|equali[sz]er|leveller|winner|headers?|strikes?|free-kick|free kick|penalt(?:y|ies)|volley|finish|"
    r"drive|lob|effort|shot|tap-in|half-volley|spot-kick|consolation|reply|clincher|brace|double)"
)
_SERVED = r"(?:cross|pass|cent(?:re|er)|corner|free-kick|rebound|chance|cut-?back|delivery|ball|header|through-ball|lay-off)"
_NTH = (
    r"(?:\bthe|(?<=, )(?:his|her)|(?<= and )(?:his|her)) (?:second|third|fourth|fifth|sixth|seventh|eighth)"
    r"(?= (?:\w+ minutes later|from|with|on|in|after|a|at)\b|[,.;:]|$)"
)
_GET = (
    r"(?:got|gets?|getting|grab(?:bed|s|bing)?|scored|scores?|scoring|bag(?:ged|s|ging)?|claim(?:ed|s|ing)?|netted|nets|netting|"
    r"add(?:ed|s|ing)?|hit|hits|hitting|struck|strikes|snatch(?:ed|es|ing)?|notch(?:ed|es|ing)?|convert(?:ed|s|ing)?|"
    r"tuck(?:ed|s|ing)? away|put(?:s|ting)? away|dispatch(?:ed|es)|despatch(?:ed|es)|buried|found|signs|signed|rescued|had|has|"
    r"complet(?:ed|es|ing)|nick(?:ed|s)|clinch(?:ed|es)|plunder(?:ed|s)|register(?:ed|s)|produc(?:ed|es))"
)
_CHANGED = (
    r"(?:(?<=to )(?:restore|regain|double|treble|extend|increase|stretch|halve|reduce)|restor(?:ed|es|ing)|"
    r"regain(?:ed|s|ing)|doubl(?:ed|es|ing)|trebl(?:ed|es|ing)|tripled|extend(?:ed|s|ing)|"
    r"increas(?:ed|es|ing)|stretch(?:ed|es|ing)|halv(?:ed|es|ing)|reduc(?:ed|es|ing)|cut|cuts|cutting|wip(?:ed|es|ing) out)"
)
_BY_HOW_MUCH = r"(?:lead|advantage|deficit|arrears|cushion|tally|margin|parity|gap)"
_MOVE = "(?:move|counter|counter-attack|break|work|attack)"
_PERSONAL = r"(?:his|her|a|the personal) (?:second-half |first-half |perfect )?(?:hat[- ]trick|brace|double|treble)"
_THE_MATCH = (
    r"(?:the |a |an )?(?:[\w-]+ )?(?:game|match|tie|contest|win|victory|rout|points|result|scoring|job|comeback|"
    r"turnaround|set|deal)"
)
_SAYING_SO = (
    r"(?:his|her) (?:first|second|third|opener|goal)(?: goal)? (?:came|arrived)",
    r"(?<=['’]s )(?:first|second|third|fourth|opener|equali[sz]er|winner|goal|header) (?:came|arrived)\b",
    r"(?:gave|gives|giving) [^,.;:]{1,60} (?:start|perfect start|dream start)\b",
    r"(?:settled|won|decided|clinched|snatched|sealed) it\b|settled the (?:match|tie|final|matter|issue)",
    r"to score\b|(?<!the )scor(?:ed|es|ing)(?! draw|line)",
    r"open(?:ed|s|ing) (?:the scoring|(?:his|her|their|the) account)|broke the (?:deadlock|ice|stalemate)|drew first blood",
    r"sealed (?:it|the|a)\b|saved the day",
    r"equali[sz](?:ed|es|ing|e)\b|level(?:led|s)\b(?! pegging)|(?:restored|restores|restoring) parity",
    (
        r"(?:(?:were|went|are|go|was|goes) (?:ahead|in front|level)|(?:took|takes|seized) the lead|"
        r"drew level)\b(?=[^.;]{0,40}\b(?:through|when|as|thanks|courtesy|on an?)\b)|"
        r"\w+(?:ed|ing) one back\b"
    ),
    r"back on (?:level )?terms|(?:his|her|their|the) noses? (?:in front|ahead)",
    (
        r"(?:pull|got|get|claw|grab|knock|peg)(?:ed|bed|ged|s|ing)? (?:one|a goal|"
        r"it(?! back(?: (?:and|for|across|from|low|into|to (?-i:[A-Z]))|[.,;]))|another(?: one| goal)?) back"
    ),
    r"(?:made|makes|make|making) it (?=\d|two|three|four|five|six|seven|one)",
    r"(?:gave|gives?|giving|handed|handing) [^,.;:]{1,40}? an? (?:[\w-]+ ){0,3}lead\b",
    rf"{SHOTS} [^,.;:]{{1,50}}? into (?:a|an|the) (?:[\w-]+ ){{0,3}}lead\b",
    r"appl(?:y|ies|ied|ying) the (?:[\w-]+ )?(?:finish|touch)\b|cancel(?:led|s|ling)? out (?=the |his |her |(?-i:[A-Z]))",
    (
        r"(?:put|puts|gave|gives|given|giving|drew|brought|hauled|handed) (?:[^,.;:]{0,40}? )?(?:the lead|"
        r"an early lead|back in it)\b"
    ),
    rf"(?:{SHOTS}|gave|gives|given|drew|brought|hauled) (?:[^,.;:]{{0,40}}? )?(?:in front|ahead|level)\b",
    rf"{_CHANGED} (?:[^,.;:]{{0,30}} )?{_BY_HOW_MUCH}",
    r"(?<!front of his )(?<!front of her )(?<!front of their )own goal(?! line| area)|own net",
    r"(?:found|finds|finding) the (?:\w+ )*(?:corner|net|target|roof)",
    r"(?:was|were) at it again|(?:struck|did it|strikes|scored|on target) again",
    (
        r"(?:struck|strikes)(?= (?:in|on|after|with|twice|first|late|early|from|seconds|moments|midway|just|shortly|"
        r"[\w-]+ minutes?)\b)"
    ),
    (
        r"(?:lobb(?:ed|ing)|lobs|chipp(?:ed|ing)|chips|round(?:ed|s|ing)|outfox(?:ed|"
        r"es)) (?:the )?(?:[a-z]+ )?(?:keeper\b|goalkeeper\b|(?-i:[A-Z]))"
    ),
    (
        r"beat(?:s|ing)? (?:the )?(?:goalkeeper|keeper)\b|"
        r"(?:beat|beats|beating) (?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:after|from|with|at|low|low)\b"
    ),
    (
        rf"(?:{_GET}|{SHOTS}) (?:what was |what proved (?:to be )?)?(?:the|a|an|his|her|their|another|number) "
        r"(?:(?!(?:across|towards?|at|over|wide) )[\w-]+ ){0,3}?"
        rf"{_GOAL_NOUN}\b(?! (?:half|leg|period|minute|time|kick|area|box|shout|appeal|save|spot))"
    ),
    rf"{_GET} (?:both|two|three) of (?:them|the goals)\b",
    rf"{_GET} (?:both|two|three|four|all (?:three|four)) (?:of (?:the|their|his|her) )?(?:\w+ )?goals\b",
    rf"{_GET} number (?:two|three|four|five|six|seven|eight|nine)\b",
    # "With a ninth-minute header": the noun tells it, whatever the verb.
    rf"with (?:a|an|his|her|the|another) (?:[\w-]+ )?[\w-]+[- ]minute (?:[\w-]+ ){{0,3}}?{NOUN_OF_GOAL}\b",
    (
        r"(?<=to )(?:level(?= (?:the|it|matters|from|with|after)\b|[.,;])|open the scoring|break the deadlock|settle (?:it|the)|"
        r"(?:seal|secure|complete|clinch|earn|rescue|salvage|snatch) (?:it|the|a|his|her)|make it (?=\d|one|two|three|four|five)|"
        r"(?:get|grab|net|score|claim|bag|add|notch) (?:the|his|her|a|another|their|what))(?! chance| better)\b"
    ),
    r"(?<=to )(?:put|give|send|fire|head|bring|draw) [^,.;:]{1,40}? (?:ahead|in front|level|the lead|a (?:[\w-]+ )?lead)\b",
    r"(?:rescu|salvag|snatch|earn|secur)(?:ed|es|ing) (?:a|the|all three) (?:\w+ )?(?:points?|draw|win|victory)\b",
    r"(?:gave|gives|giving|handed|threw|offered) [^,.;:]{2,40}? (?:a lifeline|(?:fresh |new |late |some |renewed )?hope)\b",
    r"set up a (?:\w+ )?(?:finish|finale|ending)\b|made certain\b|did the rest\b",
    rf"convert(?:ed|s|ing) (?:a|the|his|her|(?-i:[A-Z])[\w’'-]+['’]s?) (?:[\w-]+ ){{0,3}}?{_SERVED}\b",
    (
        r"(?:had|put|puts|fired|headed|shot) (?:them|us|(?:his|her|the) \w+|(?-i:[A-Z])\w+) (?:two|three|four|2-0|3-0|1-0|one) "
        r"(?:up|clear|ahead|goals)\b"
    ),
    r"(?:struck|scored|strikes) (?:first|next)\b",
    r"(?:responded|replied|answered|hit back)(?= (?:for|in|on|after|within|from|with|[\w-]+ minutes? later)\b)",
    r"(?:forc(?:ed|es|ing)|bundl(?:ed|es|ing)|scrambl(?:ed|es|ing)) (?:the ball|it|home) (?:over|in)\b",
    r"settled (?:matters|proceedings|the nerves|any nerves)|pounced again|(?:tied|tying) (?:things|it|the scores?|matters) up",
    r"(?:tied|ties|tying|knotted) (?:it|the (?:score|game|match))(?= (?:in|on|at|with|from|when|after|up|for)\b|[,.;])",
    r"(?<=had )given (?:them|his side|(?-i:[A-Z])\w+)\b|g[eo]t(?:ting)? off the mark|did so (?=(?:in|on|after|from|with)\b)",
    r"had (?:an?|the) (?:easy|simple|simplest|straightforward|routine) (?:\w+ )?(?:finish|task|job|tap-in|header)|atoned\b",
    r"(?<=to )round (?=(?-i:[A-Z]))|joined in (?=(?:in|on|after|with)\b)",
    r"(?:was|were) (?:quickest|first|quicker|fastest|sharpest) to (?:react|the (?:rebound|loose ball|ball))",
    r"turned (?:provider to scorer|from provider to scorer)",
    r"(?<!across )(?<!towards )(?<!at )(?<!in )(?:goal|strike|header|penalty|effort|drive|shot) (?:in|after|on) ",
    rf"finish(?:ed|es|ing) (?:off )?(?:a|the|an|another|(?-i:[A-Z])\w+['’]s?) (?:[\w-]+ ){{0,4}}?{_MOVE}\b",
    r"(?:tuck|stow|slott?|put|strok|dispatch)(?:ed|e?s|ting|ing)? (?:it|the ball) away\b",
    (
        r"(?:put|placed|stuck|curled|tucked|sent|shot|rolled|slotted) (?:it|the ball|his shot|a shot) (?:\w+ )?where "
        r"(?:the (?:keeper|goalkeeper)|(?-i:[A-Z])[\w’'-]+|nobody|no ?(?:one|keeper|goalkeeper)) "
        r"(?:could|had|was|stood)(?:n['’]t| not| no| never)?"
    ),
    (
        r"(?:bent|bends|bending|curled|curls|curling|steered|slotted) (?:it|the ball|a shot|his shot) (?:\w+ )?(?:around|round) "
        r"(?:the (?:keeper|goalkeeper)\b|(?-i:[A-Z]))"
    ),
    (
        r"(?:turned|swivelled|swung round|looked up|ran on|took aim) and (?:beat|shot past) "
        r"(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+)?(?=[.;])"
    ),
    (
        r"finish(?:ed|es|ing) (?:off )?(?:a|an|the|another|(?-i:[A-Z])[\w’'-]+['’]s?) (?:[\w’'-]+ ){0,4}?"
        r"(?:cut-?back|cross|centre|pass|lay-off|pull-?back)\b"
    ),
    r"pass(?:ed|es|ing) (?:it|the ball) (?:[\w-]+ ){0,2}?(?:into|past|beyond)\b",
    r"(?:sent|sends|sending) (?:[\w-]+ ){1,4}the wrong way",
    r"(?:made|makes|making) no mistake|(?:gave|gives|giving) [^,.;:]{2,40} no chance",
    r"(?:found|finds|finding) the back of the net|g[eo]ts? (?:himself |herself )?on the score ?sheet|(?:was|were) on target",
    r"convert(?:ed|s|ing)(?= (?:from|after|it|with|at|low|coolly)\b|[,.;])",
    r"(?:got|gets|applied|applies|had|provided) the (?:decisive|final|last|finishing|telling|vital|crucial|killer) touch\b",
    r"(?:could|can) (?:not|hardly|scarcely|barely) miss\b",
    r"(?<=to )(?:finish|convert) (?=(?:with|from|at|low|coolly|calmly|off)\b)|(?<=to )finish(?=[.,;])",
    r"(?:buried|buries|burying|converted|tucked away|put away|slotted) (?:the|a) (?:loose ball|rebound|follow-up|chance)\b",
    r"pounced (?:on|upon) (?:the|a) (?:rebound|loose ball)\b",
    (
        r"with (?:a|the|his|her|their|another) (?:second|third|fourth|fifth|sixth|seventh|eighth)\b(?! (?:half|"
        r"yellow|booking|player|minute))"
    ),
    (
        r"for (?:his|her) (?:second|third|fourth|fifth|hat[- ]trick|brace|double|treble)\b(?! (?:half|booking|"
        r"yellow|caution|spell|cap))"
    ),
    # A team that lets one in: who scores it stands behind.
    (
        r"(?:(?:let (?:one|another|a goal) in|conceded(?: again| a goal| a second| another)?|were (?:pegged|hauled|pulled) back|"
        r"(?:fell|went) (?:further )?behind)(?=[^.;]{0,30}\b(?:when|as|to)\b))"
    ),
    (
        r"(?:found|find|had) (?:an (?:answer|equali[sz]er|opening goal)|a way (?:through|past (?-i:[A-Z])\w+)|"
        r"the (?:breakthrough|answer|equali[sz]er|opener))\b"
    ),
    (
        r"(?:lead|advantage) (?:had )?(?:(?:only|just) )?(?:lasted|survived|stood|"
        r"held(?: out)?)(?=[^.;]{0,60}\b(?:before|until|when)\b)"
    ),
    r"(?:got|took|claimed|(?:was|is) given) the credit\b|was credited with (?:the|it)\b",
    (
        r"(?:header|shot|drive|volley|effort|free-kick|free kick|strike|chip|lob|cross)\b(?: from|"
        r" off)?(?:(?! and | but |, )[^.;]){0,45}? "
        r"beat (?=(?-i:[A-Z])|the (?:goalkeeper|keeper))(?![^.;]{0,40}\bbut\b)"
    ),
    (
        r"(?:(?:his|her) )?(?:shot|free-kick|effort|drive|header|cross|"
        r"penalty)\b[^.;]{0,50}?\bwrong-footed (?=(?-i:[A-Z])|the (?:goalkeeper|keeper))"
    ),
    (
        r"(?:header|shot|drive|effort|volley|strike|free-kick|finish) (?:[^.;,]{0,30} )?left (?:the (?:goalkeeper|"
        r"keeper)|(?-i:[A-Z])[\w’'-]+) "
        r"(?:clutching|grasping|helpless|rooted|stranded|with no chance|no chance|flat-footed|standing)\b"
    ),
    r"(?:fooled|deceived|outwitted|bamboozled) (?:him|the (?:goalkeeper|keeper)|(?-i:[A-Z])[\w’'-]+) (?:with|from)\b",
    r"(?<=to )(?:lob|chip) (?=(?-i:[A-Z])|the (?:goalkeeper|keeper))",
    (
        r"(?:(?<=to )(?:get|put|bring)|got|gets|put|puts|putting|getting|brought|brings) [^,.;:]{1,30}? "
        r"(?:on the (?:board|scoreboard)|off the mark|back (?:in(?:to)?|in to) (?:it|contention|the (?:game|match|"
        r"tie|contest)))\b"
    ),
    r"did the same|followed suit|did likewise|(?:beat|beats) (?-i:[A-Z])[\w ]{2,30}? in the [\w-]+ minute",
    r"troubled the scorers|(?:had|has|have|having) the (?:final say|last word)|got in on the act",
    rf"(?:complet(?:ed|es|ing)|round(?:ed|s|ing) off|wrap(?:ped|s|ping) up|seal(?:ed|s|ing)|kill(?:ed|s|ing) off) {_THE_MATCH}\b",
    (
        r"helped (?:himself|herself) to (?:two|three|a (?:second|third|brace|double|hat-trick)|another|(?:his|"
        r"her) (?:second|third))\b"
    ),
    r"(?:wrapped|wraps|wrapping) (?:things|it|matters) up|(?:rounded|rounds|finished|capped) (?:things|it|matters) off",
    r"(?:put|puts|putting) (?:the (?:result|game|match|tie|outcome|seal|icing)|it) (?:beyond|to bed|on)\b",
    r"(?:made|makes|making) (?:sure of (?:the|a|victory)|(?:the (?:game|points|win|result)|it) (?:safe|certain))",
    (
        r"(?:had|has|with|for|complet(?:ed|es|e|ing)|to complete|seal(?:ed|s|ing)|wrapp(?:ed|ing) up|claim(?:ed|s|ing)|"
        rf"clinch(?:ed|es)|secured|notched|registered|took|bagged|scored|grabbed|netted) {_PERSONAL}"
    ),
)
STRONG = re.compile(rf"\b(?:{'|'.join((*_SAYING_SO, *MORE_GOALS))})", re.IGNORECASE)
# Up to where the ball went, but not into the clause of somebody else.
_UP_TO = (
    r"(?:(?!\b(?:and|but|while|before|as|when|after|until) (?:(?-i:[A-Z])|the |there |s?he |(?:his|her) (?:[\w-]+ ){1,2}was )|"
    r", (?:who|where)\b|, (?-i:[A-Z])|\b(?:and|but) (?:this|up|in|along|on hand|waiting) |\bfor (?:(?-i:[A-Z])[\w’'-]+|him|her|"
    r"the [\w-]+)(?: (?-i:[A-Z])[\w’'-]+)? to )"
    r"[^.;:!?]){0,90}?"
)
# A ball sent in for others: "whipped in a free-kick".
_SENT_IN = (
    r"(?:slip|roll|driv|drov|chip|lift|loft|clip|nudg|flick|hook|knock)\w* (?:a|an|the|another|his|her) (?:[\w-]+ ){0,2}pass\b|"
    r"(?:whip|swing|swung|float|send|sent|put|drill|fir|hit|play|roll|drag|driv|drov)\w* in "
    r"(?:a|an|the|another|his|her) (?:[\w-]+ ){0,2}(?:free-kick|corner|cross|ball|delivery|centre|pass)\b"
)
_KEEPER = r"(?:the (?:\w+ )?(?:goalkeeper|keeper)|(?-i:[A-Z])[\w’'-]+(?: (?-i:[A-Z])[\w’'-]+){0,2})"
# "Drills it through a gap and Petersen is beaten": the end of a shot by what became of the goalkeeper.
_PAST_HIM = (
    rf"(?:,? and|, but|;|, leaving| leaving) (?:there was nothing )?{_KEEPER} (?:(?:is|was) (?:\w+ly |well |"
    r"all ends up )?beaten(?! but| only)|"
    r"(?:(?:had|has|stood|with) )?(?:no|little|not a) (?:chance|hope|prayer)|helpless|rooted|stranded|grasping|"
    r"clutching|flat-footed|"
    rf"could (?:do nothing|only (?:help it (?:in|on|over)|watch|wave|stand|admire|turn and|pick)|not (?:stop|reach|keep) it))\b"
    rf"|beyond (?:the (?:reach|grasp|dive) of|(?:[\w-]+ )?reach)\b|out of (?:the )?reach of {_KEEPER}"
)
SHOT = re.compile(
    (
        rf"\b(?!{_SENT_IN})(?:{SHOTS}|let fly|lets fly|let go|lets go|took aim)\b(?! (?:down|"
        r"across(?! (?-i:[A-Z]))|back|wide|off|(?:it|the ball) (?:away|off) from|"
        r"provider|creator|out|"
        rf"over (?-i:[A-Z]))\b)(?={_UP_TO}(?:{_INTO})|[^.;!?]{{0,70}}?(?:{_PAST_HIM}))"
    ),
    re.IGNORECASE,
)
NTH = re.compile(_NTH, re.IGNORECASE)
GOAL_FOR = re.compile(
    r"\b(?:give|gave|gives|giving|handed|leave|left|leaving|presented) (?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:with )?(?:an?|the) "
    r"(?:(?:[\w-]+ ){0,2}(?:finish|tap-in|header|goal)|simplest of)\b)"
    r"|\b(?:laid on|lays on|laying on|set up|sets up|setting up|created|made|teed up|provided|supplied) (?:the|a|"
    r"an|his|her|their|another) "
    r"(?:[\w-]+ )?(?:first|second|third|fourth|fifth|sixth|goal|opener|winner|equali[sz]er|one|"
    r"tap-in)\b[^.;,]{0,40}? for (?=[A-Z])"
    r"|\b(?:set|teed|setting|teeing) up (?=[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? for (?:the|his|her|their|a|another) (?:only )?"
    r"(?:second|third|fourth|fifth|first|winner|opener|equali[sz]er|goal|tap-in|finish))"
    r"|\b(?<!in )(?:goal|equali[sz]er|winner|opener|tap-in|header) for "
    r"(?:the |substitute |captain |striker |midfielder |defender )*(?=[A-Z])"
)
# Said of the score, with its scorer behind "by".
PASSIVE_GOAL = re.compile(
    r"\b(?:resistance|stalemate|lead|advantage|deficit|arrears|scoring|parity|deadlock|account|score|scores|tie|match|game|contest|result|win|victory|"
    r"points|margin|issue|matter) (?:was|were|is|are|had been|being) (?:\w+ly |soon |then |duly |only |again )*"
    r"(?:restored|regained|doubled|trebled|extended|increased|stretched|halved|reduced|cut|wiped out|cancelled out|"
    r"opened|levelled|settled|sealed|broken|completed|decided|secured|clinched|won|made safe|scored|put beyond doubt)\b"
    r"|\b(?:cross|corner|free-kick|delivery|centre|cut-?back|pull-?back|pass|rebound|ball) was (?:\w+ )?(?:met|"
    r"finished|converted|"
    r"d[ei]spatched|(?:turned|headed|swept|tapped|stabbed|poked|nodded|bundled|slotted|volleyed|knocked|swept|"
    r"prodded|forced) (?:in|home)|"
    r"buried|tucked away|put away)\b"
    r"|\b(?:was|were|been) (?:\w+ly |at last |again )?(?:beaten|equali[sz]ed|added to)\b(?! to\b)"
    r"|\b(?:goals?|second|third|fourth|fifth|winner|opener|equali[sz]er|other|last|first) (?:was|were|being) (?:\w+ly |"
    r"then |also |duly |made and )*"
    r"(?:finished|scored|headed|struck|supplied|provided|added|netted|claimed|notched)\b",
    re.IGNORECASE,
)
CAME = re.compile(r"\b(?:came|fell) (?:from|through|to|courtesy of|by way of)\b", re.IGNORECASE)
