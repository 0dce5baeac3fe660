"""Hugging Face datasets: folders by their card alone, as JSON Lines and as Parquet, spans and tokens."""

import os
from pathlib import Path

os.environ |= {"HF_HOME": str(Path("hub").resolve()), "HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}

from datasets import get_dataset_config_names, load_dataset

from facts import Facts, Reading, path_of
from words import compare_tags, type_of

facts = Facts()


def compare_spans(format, folder):
    with Reading("datasets", format, note="by the card alone: configurations, splits and types as it tells") as reading:
        place = str(path_of(folder))
        configs = set(get_dataset_config_names(place))
        reading.check(configs == {"default", "entities", "relations"}, f"configurations: {configs}")
        articles, entities, relations = (
            load_dataset(place, name, split="train") for name in ("default", "entities", "relations")
        )
        spans, quotes, joins = [], [], []
        for row in articles:
            name = facts.name_of(row["text"])
            places = [(it["start"], it["end"]) for it in row["spans"]]
            for (start, end), it in zip(places, row["spans"]):
                spans.append((name, start, end, it["label"]))
                quotes.append((name, start, row["text"][start:end]))
                pieces = [row["text"][piece["start"] : piece["end"]] for piece in it["fragments"]]
                reading.check(all(piece in it["text"] for piece in pieces), f"{it['text']!r} is not {pieces}")
            joins += [(name, it["label"], places[it["head"]], places[it["tail"]]) for it in row["relations"]]
        reading.same("documents", facts.texts(), articles["text"])
        reading.same("spans", facts.spans(), spans)
        reading.same("quotes", facts.quotes(), quotes)
        reading.same("relations", facts.joins(), joins)
        named = zip(entities["id"], entities["label"], entities["name"])
        reading.same("entities", [(it["uid"], it["type"], it["name"]) for it in facts.entities], named)
        edges = zip(*[relations[key] for key in ("id", "label", "source", "target")])
        reading.check(sorted(edges) == sorted(facts.edges()), "the table of relations")


def compare_tokens(format, folder):
    note = "words of one mention alone are compared; overlapping ones have no place in tags"
    with Reading("datasets", format, note=note) as reading:
        sentences = load_dataset(str(path_of(folder)), split="train")
        names = sentences.features["ner_tags"].feature.names
        rows = {}
        for row in sentences:
            rows.setdefault(row["article_id"], []).append(row)
        documents = {it["uid"]: it for it in facts.documents}
        found = 0
        for uid, own in rows.items():
            text, words, at = documents[uid]["text"], [], 0
            for row in own:
                lengths = {len(row[it]) for it in ("tokens", "ner_tags", "whitespace")}
                reading.check(len(lengths) == 1, f"lengths of {row['id']}: {lengths}")
                for word, tag, space in zip(row["tokens"], row["ner_tags"], row["whitespace"]):
                    start = text.index(word, at)
                    reading.check(start == at or not words, f"{text[at:start]!r} is lost")
                    words.append((start, start + len(word), type_of(names[tag])))
                    at = start + len(word) + len(space)
                    reading.check(text[start:at] == word + space, f"{word + space!r} is {text[start:at]!r}")
            found += compare_tags(reading, documents[uid], words)
        reading.same("documents", documents, rows)
        reading.line["spans"] = found


for kind in ("", "-parquet"):
    suffix = " (Parquet)" if kind else " (JSONL)"
    compare_spans("huggingface" + suffix, "huggingface" + kind)
    compare_tokens("huggingface tokens" + suffix, "huggingface-tokens" + kind)
