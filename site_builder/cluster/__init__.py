"""Rendering beyond one machine: batches of pages on the workers of a Dask cluster.

`client` is this side, `parcel` the far one. A worker is given the site once,
sends the bytes of pages back and writes nothing: it need not share a disk with
anybody. Needs the extra ``[distributed]``. Knows nothing of what a page is.
"""
