"""What a parsed text says: small pure functions over a Doc, one question a file.

They read a :class:`claimx.doc.Doc`, plain values under spaCy's names, and know neither files nor
formats.  A broken parse gives less, never an error.  Their words are data, in ``lexicons/``.
"""
