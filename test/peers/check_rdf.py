"""rdflib: Turtle and JSON-LD are the same graph, and its spans and relations are the project's."""

from rdflib import RDF, Graph, Namespace
from rdflib.compare import graph_diff, to_isomorphic

from facts import Facts, Reading, path_of

LIG = Namespace("urn:ligature:vocabulary:")
OA = Namespace("http://www.w3.org/ns/oa#")
facts = Facts()
last = lambda node: str(node).rsplit(":", 1)[1]


def compare(reading, graph):
    types = {f"urn:ligature:entity-type:{m['type']}" for d in facts.documents for m in d["mentions"]}
    spans, quotes = [], []
    for mention in graph.subjects(RDF.type, LIG.Mention):
        kind = next(last(it) for it in graph.objects(mention, RDF.type) if str(it) in types)
        for place in graph.objects(mention, OA.hasTarget):
            document = last(graph.value(place, OA.hasSource))
            start, end = (int(graph.value(place, it)) for it in (LIG.startCodePoint, LIG.endCodePoint))
            spans.append((document, kind, start, end))
            quotes.append((document, start, str(graph.value(place, OA.exact))))
    relations = [
        tuple(last(it) for it in (one, *[graph.value(one, RDF[key]) for key in ("predicate", "subject", "object")]))
        for one in graph.subjects(RDF.type, LIG.Relation)
    ]
    texts = [(last(it), str(graph.value(it, LIG.text, default=""))) for it in graph.subjects(RDF.type, LIG.Article)]
    reading.same("documents", [(it["uid"], it["text"]) for it in facts.documents], texts)
    reading.same("spans", facts.fragments(), spans)
    reading.same("quotes", facts.fragment_quotes(), quotes)
    reading.same("relations", facts.edges(), relations)


graphs = {}
for format, name, kind in (("turtle", "turtle.ttl", "turtle"), ("jsonld", "jsonld.jsonld", "json-ld")):
    with Reading("rdflib", format) as reading:
        graphs[format] = Graph().parse(path_of(name), format=kind)
        compare(reading, graphs[format])
        if len(graphs) == 2:
            _, first, second = graph_diff(*map(to_isomorphic, graphs.values()))
            for it in [*first, *second]:
                reading.check(False, f"in one graph alone: {it}")
            reading.note("the same graph as Turtle's, triple by triple")
