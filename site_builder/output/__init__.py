"""Floor 2: the only room that writes the site: staging, ledger, publishing."""
