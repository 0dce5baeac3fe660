"""Label Studio's converter, which its export runs: JSON_MIN and CoNLL 2003 of the tasks."""

import json

from label_studio_sdk.converter import Converter

from facts import Facts, Reading, path_of
from words import compare_tags, type_of

facts = Facts()
config, tasks = (str(path_of(f"label-studio/{it}")) for it in ("config.xml", "tasks.json"))


def converted(kind, name):
    Converter(config=config, project_dir=None, download_resources=False).convert(tasks, kind, kind, is_dir=False)
    with open(f"{kind}/{name}", encoding="utf-8") as file:
        return file.read()


with Reading("label-studio-sdk", "label-studio (JSON_MIN)", note="the converter; JSON_MIN has no relations") as reading:
    texts, spans, quotes = [], [], []
    for record in json.loads(converted("JSON_MIN", "result.json")):
        texts.append(record["text"])
        name = facts.name_of(record["text"])
        for it in record.get("label", []):
            spans.append((name, it["start"], it["end"], *it["labels"]))
            quotes.append((name, it["start"], record["text"][it["start"] : it["end"]]))
            reading.check(it["text"] == quotes[-1][2], f"{it['text']!r} is not there")
    reading.same("documents", facts.texts(), texts)
    reading.same("spans", facts.spans(), spans)
    reading.same("quotes", facts.quotes(), quotes)


def tagged_words(block, text):
    """Words of the converter with their places in the text, found one after the other."""
    at = 0
    for line in filter(None, block.split("\n")):
        word, _, _, tag = line.rsplit(" ", 3)
        start = text.index(word, at)
        at = start + len(word)
        yield start, at, type_of(tag)


note = "the converter tags words of its tokeniser, which knows no Chinese; those of one mention alone are compared"
with Reading("label-studio-sdk", "label-studio (CoNLL 2003)", note=note) as reading:
    head, *rest = converted("CONLL2003", "result.conll").split("\n\n")
    blocks = zip([head.removeprefix("-DOCSTART- -X- O\n"), *rest], facts.documents)
    found = [compare_tags(reading, document, list(tagged_words(block, document["text"]))) for block, document in blocks]
    reading.line |= {"documents": len(found), "spans": sum(found)}
