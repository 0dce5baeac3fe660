"""gatenlp: bdoc and GATE XML as documents with annotation sets."""

from gatenlp import Document

from facts import Facts, Reading, files_of, xml_text

# Annotations that are no mentions: relations, entities, and pieces of mentions.
OTHERS = {"Relation", "MentionPart"}


def check(format, kind, suffix, clean):
    facts = Facts(clean)
    with Reading("gatenlp", format) as reading:
        texts, spans, quotes, relations = [], [], [], []
        for path in files_of(format, suffix):
            document = Document.load(str(path), fmt=kind)
            name = facts.name_of(document.text)
            texts.append(document.text)
            annotations = document.annset()
            for it in annotations:
                if it.type == "Relation":
                    ends = [annotations.get(int(it.features[end])) for end in ("head", "tail")]
                    relations.append((name, it.features["label"], *[(end.start, end.end) for end in ends]))
                elif it.type not in OTHERS:
                    spans.append((name, it.start, it.end, it.type))
                    quotes.append((name, it.start, document[it]))
        reading.same("documents", facts.texts(), texts)
        reading.same("spans", facts.spans(), spans)
        reading.same("quotes", facts.quotes(), quotes)
        reading.same("relations", facts.joins(), relations)


check("bdoc", "bdocjs", ".bdocjs", lambda text: text)
check("gate-xml", "gatexml", ".xml", xml_text)
