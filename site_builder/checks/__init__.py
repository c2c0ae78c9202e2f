"""Floor 4: what can only be judged with the whole site at hand: names, links, coverage."""
