"""What all checks share: the facts of the project, the comparing, the line that tells the outcome."""

import json
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

folder = Path(sys.argv[1])


def path_of(name):
    """An exported file or folder."""
    return folder / name


def files_of(name, suffix=""):
    return sorted(it for it in path_of(name).rglob("*" + suffix) if it.is_file())


def xml_text(text):
    """What XML 1.0 cannot hold stands there as one blank."""
    return "".join(c if c in "\t\n\r" or c >= " " and c not in "\ufffe\uffff" else " " for c in text)


def utf16(text, offset):
    """A number of code points as UTF-16 units."""
    return offset + sum(c > "\uffff" for c in text[:offset])


class Facts:
    """The project as facts.json tells it. `clean` is done to texts and quotes and keeps their length."""

    def __init__(self, clean=lambda text: text):
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
        self.entities, self.relations = facts["entities"], facts["relations"]
        self.documents = facts["documents"]
        for document in self.documents:
            for span in document["mentions"] + document["evidence"]:
                # The facts themselves are no better believed than what is read.
                assert document["text"][span["start"] : span["end"]] == span["quote"], span
                span["quote"] = clean(span["quote"])
                for fragment in span.get("fragments", []):
                    fragment["quote"] = clean(fragment["quote"])
            document["text"] = clean(document["text"])
        self.clean = clean

    def name_of(self, text):
        """The uid of the document with this text; the text's beginning where there is none."""
        return next((it["uid"] for it in self.documents if it["text"] == text), "unknown: " + text[:40])

    def texts(self):
        return [it["text"] for it in self.documents]

    def spans(self):
        return [(d["uid"], m["start"], m["end"], m["type"]) for d in self.documents for m in d["mentions"]]

    def quotes(self):
        return [(d["uid"], m["start"], m["quote"]) for d in self.documents for m in d["mentions"]]

    def fragments(self):
        return [
            (d["uid"], m["type"], f["start"], f["end"])
            for d in self.documents
            for m in d["mentions"]
            for f in m["fragments"]
        ]

    def fragment_quotes(self):
        return [
            (d["uid"], f["start"], f["quote"]) for d in self.documents for m in d["mentions"] for f in m["fragments"]
        ]

    def joins(self):
        """Relations between mentions, one per piece of evidence: document, type, (start, end) of both."""
        result = []
        for document in self.documents:
            places = {m["uid"]: (m["start"], m["end"]) for m in document["mentions"]}
            for it in document["relations"]:
                result.append((document["uid"], it["type"], places[it["source"]], places[it["target"]]))
        return result

    def edges(self):
        return [(it["uid"], it["type"], it["source"], it["target"]) for it in self.relations]


class Reading:
    """What one tool read of one format. Every comparison counts what was found and keeps what differs."""

    def __init__(self, tool, format, package=None, note=""):
        self.line = {"tool": tool, "version": version(package or tool), "format": format, "note": note}
        self.problems = []

    def same(self, what, expected, found, show=True):
        """Compares as multisets; `show` puts the number found into the table's column of that name."""
        expected, found = Counter(list(expected)), Counter(list(found))
        if show:
            self.line[what] = found.total()
        for it in (expected - found).elements():
            self.problems.append(f"{what}: missing {it!r:.200}")
        for it in (found - expected).elements():
            self.problems.append(f"{what}: not in the project {it!r:.200}")

    def check(self, good, problem):
        if not good:
            self.problems.append(str(problem)[:300])

    def note(self, text):
        self.line["note"] = " ".join(filter(None, [self.line["note"], text]))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        if error is not None:
            self.problems.append(f"{kind.__name__}: {str(error)[:300]}")
        self.line["problemCount"] = len(self.problems)
        self.line["problems"] = self.problems[:5]
        print(json.dumps(self.line, ensure_ascii=True), flush=True)
        return isinstance(error, Exception)
