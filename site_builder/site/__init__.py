"""Floor 3: every match, team, person and place cross-linked, and the questions one can ask of them."""
