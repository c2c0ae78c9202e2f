"""Floor 4: which pages exist, where they live, and what each one shows. Knows no template."""
