"""What checks of tables share: rows of articles, of mentions (one per fragment), of relations (one per passage)."""

from datetime import date

from facts import utf16

COLUMNS = {
    "articles": ("uid", "title", "language", "published_on", "status", "text"),
    "mentions": ("article_uid", "type", "start_utf16", "end_utf16", "quote"),
    "relations": ("uid", "type", "source_uid", "target_uid", "evidence_uid", "start_utf16", "end_utf16", "quote"),
}


def plain(value):
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value


def compare_tables(reading, facts, rows_of):
    """`rows_of(table, columns)` gives tuples; offsets are UTF-16, and what is not stated is None or ''."""
    places = {it["uid"]: it["text"] for it in facts.documents}

    def place(document, span):
        text = places[document["uid"]]
        return utf16(text, span["start"]), utf16(text, span["end"]), span["quote"]

    def rows(table):
        return [tuple(map(plain, row)) for row in rows_of(table, COLUMNS[table])]

    facts_of = ("uid", "title", "language", "publishedOn", "status", "text")
    articles = [tuple(it[name] for name in facts_of) for it in facts.documents]
    mentions = [(document, it) for document in facts.documents for it in document["mentions"]]
    spans = [(document["uid"], it["type"], *place(document, f)) for document, it in mentions for f in it["fragments"]]
    proofs = {}
    for document in facts.documents:
        for it in document["evidence"]:
            proofs.setdefault(it["relation"], []).append((it["uid"], *place(document, it)))
    edges = [edge + proof for edge in facts.edges() for proof in proofs.get(edge[0], [("", "", "", "")])]
    reading.same("documents", articles, rows("articles"))
    reading.same("spans", spans, rows("mentions"))
    # A row of the table has its quote in it.
    reading.line["quotes"] = reading.line["spans"]
    reading.same("relations", edges, rows("relations"))
