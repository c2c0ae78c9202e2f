"""Grounds that texts name beside teams and that are no teams themselves: "they won at Anfield"."""

from __future__ import annotations

from site_builder.authoring.articles.vocabulary import folded

_NAMED = """
Allianz Arena, Anfield, Ashburton Grove, Azteca, Ayresome Park, Bernabeu, Bloomfield Road, Boothferry Park, Boundary Park,
Bramall Lane, Burnden Park, Camp Nou, Carrow Road, Cardiff Arms Park, Celtic Park, City Ground, Craven Cottage, Dalymount Park,
Dean Court, Deepdale, Dens Park, Easter Road, Edgar Street, Elland Road, Emirates, Emirates Stadium, Estadio da Luz,
Etihad, Ewood Park, Filbert Street, Fir Park, Fratton Park, Gigg Lane, Goodison, Goodison Park, Gresty Road, Griffin Park,
Hampden, Hampden Park, Hawthorns, Heysel, Highbury, Highfield Road, Hillsborough, Home Park, Ibrox, Ibrox Park, Kenilworth Road,
Kingsmeadow, Kings Park, Leeds Road, Loftus Road, Luzhniki, Maine Road, Maracana, Mestalla, Millennium Stadium, Millmoor,
Mineirao, Molineux, Monumental, National Stadium, Ninian Park, Nou Camp, Oakwell, Old Trafford, Olympiastadion,
Olympic Stadium, Parc des Princes, Pittodrie, Plough Lane, Portman Road, Prater, Pride Park, Priestfield, Rasunda,
Roker Park, Rugby Park, San Mames, San Siro, Selhurst Park, Signal Iduna Park, Soccer City, Somerset Park, Springfield Park,
St Andrew's, St James' Park, St Mary's, Stade de France, Stadio Olimpico, Stamford Bridge, Tannadice, The Den, The Dell,
The Hawthorns, Turf Moor, Tynecastle, Ullevi, Upton Park, Vale Park, Valley Parade, Vetch Field, Vicarage Road, Villa Park,
Volksparkstadion, Wankdorf, Wembley, Wembley Stadium, Westfalenstadion, White Hart Lane, Windsor Park, Old Wembley
"""
GROUNDS = frozenset(folded(name) for name in _NAMED.replace("\n", " ").split(","))
"""Names of grounds, folded, as reports in English write them."""
