"""The front matter of each kind of content: which keys there are, and what their values may be.

The models take what `front_matter` read (texts, lists, mappings) and give the
frozen values of `content.model` and `football.model`. They judge one value at a
time; what does not fit together within a match is for `consistency` to find.
The same models give the JSON Schemas that editors use.

What reads single values (`words`, `dates`, `addresses`, `shorthands`, `plain_match`)
needs no pydantic, and most reports need nothing else.
"""
