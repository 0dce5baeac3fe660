"""FollowTheMoney: every entity is valid as it stands, and nothing of it is dropped by the model's own cleaning."""

import json
import unicodedata

from followthemoney import model

from facts import Facts, Reading, path_of

def clean(text):
    """Control characters stand there as blanks."""
    return "".join(" " if c < " " and c not in "\t\n" or c == "\x7f" else c for c in text)


facts = Facts(clean)


def plain(text):
    """What the model's cleaning may change: composed, no control or format characters, white space as one blank."""
    kept = (c for c in unicodedata.normalize("NFC", text) if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join("".join(kept).split()).strip("'\" ")


def records(name):
    for line in path_of(name).read_text(encoding="utf-8").split("\n")[:-1]:
        yield json.loads(line)


def validated(reading, data):
    """The entity as it stands; what `ftm validate` would write of it is compared but for its cleaning."""
    model.get(data["schema"]).validate(data)
    proxy, cleaned = (model.get_proxy(data, cleaned=it) for it in (True, False))
    for name, values in data["properties"].items():
        reading.check(proxy.get(name) == list(dict.fromkeys(values)), f"{data['id']} {name}: {values!r:.120}")
        kept = cleaned.get(name)
        same = sorted(map(plain, kept)) == sorted(set(map(plain, values)))
        reading.check(same, f"{data['id']} {name}: {values!r:.120} → {kept!r:.120}")
    return proxy


for format, name in (("ftm", "ftm.ftm.json"), ("ftm (documents)", "ftm-documents.ftm.json")):
    note = "`validate` itself takes zero-width and control characters out and composes accents; no value is dropped"
    with Reading("followthemoney", format, note=note) as reading:
        proxies = [validated(reading, it) for it in records(name)]
        by_id = {it.id: it for it in proxies}
        names = [(it["uid"], clean(it["name"]).strip()) for it in facts.entities]
        reading.same("entities", names, [(uid, by_id[uid].first("name")) for uid, _ in names if uid in by_id])
        edges = []
        for relation in facts.relations:
            proxy = by_id.get(relation["uid"])
            if proxy is None or proxy.schema.source_prop is None:
                continue
            ends = [proxy.first(prop.name) for prop in (proxy.schema.source_prop, proxy.schema.target_prop)]
            edges.append((relation["uid"], proxy.context["ligature"]["type"], *ends))
        reading.same("relations", facts.edges(), edges)
        if format == "ftm":
            continue
        texts = {it.id: it.first("bodyText") or "" for it in proxies if it.schema.is_a("Document")}
        reading.same("documents", facts.texts(), texts.values())
        spans, quotes = [], []
        for it in proxies:
            if not it.schema.is_a("Mention"):
                continue
            document, place = it.first("document"), it.context["ligature"]
            spans.append((document, place["start"], place["end"], place["type"]))
            quotes.append((document, place["start"], texts[document][place["start"] : place["end"]]))
        reading.same("spans", facts.spans(), spans)
        reading.same("quotes", facts.quotes(), quotes)
