"""Floor 1: football's values and rules, pure. Values in, values out."""
