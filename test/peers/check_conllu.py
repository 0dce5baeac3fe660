"""conllu reads words and comments, Udapi the entities of CorefUD."""

import logging
import re

import conllu
from udapi.core.document import Document

from facts import Facts, Reading, path_of

facts = Facts()
path = path_of("conllu.conllu")
# An article without a word has no sentence to be.
written = [it for it in facts.documents if it["text"].strip()]
ESCAPES = {r"\s": " ", r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\p": "|", r"\\": "\\"}


def space(misc):
    """The white space behind a word (universaldependencies.org/misc.html)."""
    if misc.get("SpaceAfter") == "No":
        return ""
    return unescaped(misc["SpacesAfter"]) if misc.get("SpacesAfter") else " "


def unescaped(text):
    return re.sub(r"\\.", lambda it: ESCAPES.get(it[0], it[0]), text)


def core(document, start, end):
    """A span without the white space at its ends, which no word has; None where nothing is left."""
    quote = document["text"][start:end]
    start, end = start + len(quote) - len(quote.lstrip()), end - (len(quote) - len(quote.rstrip()))
    return (start, end) if start < end else None


class Text:
    """A document put together from its words; where each stands."""

    def __init__(self):
        self.text, self.places = "", []

    def add(self, form, misc):
        self.text += unescaped(misc.get("SpacesBefore") or "")
        self.places.append((len(self.text), len(self.text) + len(form)))
        self.text += form + space(misc)


def comparable(text):
    """The last word of a document has a blank behind it unless told otherwise."""
    return text.rstrip()


with Reading("conllu", "conllu", note="words and comments; an article without a word is none") as reading:
    documents = []
    for sentence in conllu.parse(path.read_text(encoding="utf-8")):
        if any(key.startswith("newdoc") for key in sentence.metadata):
            documents.append(Text())
        start = len(documents[-1].places)
        for word in sentence:
            documents[-1].add(word["form"], word["misc"] or {})
        (first, _), (_, last) = documents[-1].places[start], documents[-1].places[-1]
        shown = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", documents[-1].text[first:last])
        reading.check(shown == sentence.metadata["text"], f"# text = {sentence.metadata['text']!r} is not {shown!r}")
    texts = [comparable(it.text) for it in documents]
    reading.same("documents", [comparable(it["text"]) for it in written], texts)


note = "entities of CorefUD; warns of every word, since none has a head; white space at the ends of spans is no word"
with Reading("udapi", "conllu", note=note) as reading:
    logging.disable(logging.WARNING)
    corpus = Document(str(path))
    documents, where, uids = [], {}, []
    for bundle in corpus.bundles:
        (tree,) = bundle.trees
        if tree.newdoc:
            documents.append(Text())
            uids.append(str(tree.newdoc).removeprefix("id = "))
        for node in tree.descendants:
            documents[-1].add(node.form, node.misc)
            where[node] = (len(documents) - 1, documents[-1].places[-1])
    by_uid = {it["uid"]: it for it in facts.documents}
    spans, quotes, clusters = [], [], []
    for entity in corpus.coref_entities:
        inside = []
        for mention in entity.mentions:
            number, (start, _) = where[mention.words[0]]
            end = where[mention.words[-1]][1][1]
            spans.append((uids[number], start, end, entity.etype))
            quotes.append((uids[number], start, documents[number].text[start:end]))
            inside.append((uids[number], start, end))
        clusters.append(tuple(sorted(inside)))
    kept = [(d, m, core(d, m["start"], m["end"])) for d in written for m in d["mentions"]]
    kept = [(d, m, place) for d, m, place in kept if place]
    reading.same("documents", [comparable(it["text"]) for it in written], [comparable(it.text) for it in documents])
    reading.same("spans", [(d["uid"], *place, m["type"]) for d, m, place in kept], spans)
    expected = [(d["uid"], place[0], d["text"][slice(*place)]) for d, m, place in kept]
    reading.same("quotes", expected, quotes)
    groups = {}
    for number, (d, m, place) in enumerate(kept):
        groups.setdefault(m["entity"] or number, []).append((d["uid"], *place))
    reading.same("entities", [tuple(sorted(it)) for it in groups.values()], clusters)
