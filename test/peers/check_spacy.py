"""spaCy: Prodigy's JSON Lines as Docs, every span by char_span, through a DocBin and back."""

import json

import spacy
from spacy.tokens import Doc, DocBin

from facts import Facts, Reading, path_of

facts = Facts()
vocab = spacy.blank("xx").vocab


def records():
    for line in path_of("prodigy.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
        yield json.loads(line)


def saved(docs):
    """The documents after a DocBin was written and read."""
    return list(DocBin().from_bytes(DocBin(docs=docs, store_user_data=True).to_bytes()).get_docs(vocab))


with Reading("spacy", "prodigy", note="Doc of the tokens in the file, char_span, DocBin") as reading:
    docs, relations = [], []
    for record in records():
        tokens = record["tokens"]
        doc = Doc(vocab, words=[it["text"] for it in tokens], spaces=[it["ws"] for it in tokens])
        reading.check(doc.text == record["text"], f"tokens are not the text: {doc.text[:60]!r}")
        spans = []
        for it in record["spans"]:
            span = doc.char_span(it["start"], it["end"], label=it["label"])
            if span is None:
                reading.check(False, f"char_span finds no tokens: {it}")
                continue
            last = span.end - 1
            reading.check((span.start, last) == (it["token_start"], it["token_end"]), f"token numbers: {it}")
            reading.check(span.text == it["text"], f"{span.text!r} is not {it['text']!r}")
            spans.append(span)
        doc.spans["sc"] = spans
        for it in record["relations"]:
            head, child = (doc[it[end]["token_start"] : it[end]["token_end"] + 1] for end in ("head_span", "child_span"))
            reading.check((head.end - 1, child.end - 1) == (it["head"], it["child"]), f"heads: {it}")
            places = [(span.start_char, span.end_char) for span in (head, child)]
            relations.append((facts.name_of(doc.text), it["label"], *places))
        docs.append(doc)
    docs = saved(docs)
    found = [(facts.name_of(doc.text), span) for doc in docs for span in doc.spans.get("sc", [])]
    reading.same("documents", facts.texts(), [doc.text for doc in docs])
    reading.same("spans", facts.spans(), [(name, it.start_char, it.end_char, it.label_) for name, it in found])
    reading.same("quotes", facts.quotes(), [(name, it.start_char, it.text) for name, it in found])
    reading.same("relations", facts.joins(), relations)


note = "tokens of spaCy's own; counted are spans that end with them, the others are the least tokens over the span"
with Reading("spacy", "prodigy (its own tokens)", note=note) as reading:
    docs, strict = [], 0
    for record in records():
        language = record["meta"].get("language") or "xx"
        doc = spacy.blank(language).make_doc(record["text"])
        reading.check(doc.text == record["text"], f"tokens are not the text: {doc.text[:60]!r}")
        for it in record["spans"]:
            wide = doc.char_span(it["start"], it["end"], label=it["label"], alignment_mode="expand")
            covers = wide is not None and wide.start_char <= it["start"] and it["end"] <= wide.end_char
            reading.check(covers, f"no tokens over {it['text']!r}")
            strict += doc.char_span(it["start"], it["end"]) is not None
        docs.append(doc)
    reading.same("documents", facts.texts(), [doc.text for doc in saved(docs)])
    reading.line["spans"] = strict
