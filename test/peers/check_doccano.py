"""doccano: projects and label settings through its REST interface, the data through the import its server runs."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

import regex

# Before Django reads its settings: everything is kept in the current folder.
os.environ |= {"DATABASE_URL": f"sqlite:///{Path('doccano.sqlite3').resolve()}"}
os.environ |= {"MEDIA_ROOT": str(Path("media").resolve())}
os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings.development", "STANDALONE": "True"}
sys.path.insert(0, find_spec("backend").submodule_search_locations[0])

import django
from django.core.management import call_command

from facts import Facts, Reading, path_of, utf16

django.setup()
call_command("migrate", verbosity=0)
call_command("create_roles", verbosity=0)

from data_import.celery_tasks import import_dataset
from django.contrib.auth import get_user_model
from django.core.files import File
from django_drf_filepond.models import TemporaryUpload
from django_drf_filepond.utils import _get_file_id
from examples.models import Example
from labels.models import Relation, Span
from rest_framework.test import APIClient

facts = Facts()
# doccano refuses empty texts.
written = [it for it in facts.documents if it["text"]]
# The database may be that of the project before.
people = get_user_model().objects
user = people.first() or people.create_superuser("peer", "peer@example.org", "peer-of-a-test")
client = APIClient()
client.force_authenticate(user)


class Utf16:
    """What doccano counts of itself; as its browser counts them."""

    def place(self, text, start, end):
        return utf16(text, start), utf16(text, end)

    def cut(self, text, start, end):
        return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


class Graphemes:
    """Characters as seen, which doccano counts in projects of that mode: all that a span touches."""

    def place(self, text, start, end):
        places = [it.span() for it in regex.finditer(r"\X", text)]
        touched = [number for number, (first, last) in enumerate(places) if first < end and start < last]
        return touched[0], touched[-1] + 1

    def cut(self, text, start, end):
        return "".join(regex.findall(r"\X", text)[start:end])


def answered(response):
    if response.status_code != 201:
        raise RuntimeError(f"{response.status_code}: {response.content[:300]!r}")
    return response


def project_with(folder, **settings):
    """A project for sequences with the label settings of an export."""
    about = {"name": folder, "description": folder, "project_type": "SequenceLabeling", "tags": [], "guideline": ""}
    kind = {"resourcetype": "SequenceLabelingProject", "allow_overlapping": True}
    project = answered(client.post("/v1/projects", {**about, **kind, **settings}, format="json")).json()["id"]
    for name, url in (("span_types", "span-type-upload"), ("relation_types", "relation-type-upload")):
        path = path_of(f"{folder}/{name}.json")
        if path.exists():
            with path.open("rb") as file:
                answered(client.post(f"/v1/projects/{project}/{url}", {"file": file}, format="multipart"))
    return project


def imported(reading, project, folder, task, **options):
    with path_of(f"{folder}/dataset.jsonl").open("rb") as file:
        upload = TemporaryUpload.objects.create(
            upload_id=_get_file_id(),
            file_id=_get_file_id(),
            file=File(file, "dataset.jsonl"),
            upload_name="dataset.jsonl",
            upload_type="F",
        )
        options = {"encoding": "utf_8", "column_data": "text", **options}
        result = import_dataset(user.id, project, "JSONL", [upload.upload_id], task, **options)
    # Its one complaint may be an empty text.
    empty = [number for number, it in enumerate(facts.documents, 1) if not it["text"]]
    for error in result["error"]:
        reading.check(error.get("line") in empty or "Invalid data in line" in error["message"], str(error))


def compare(format, folder, unit, task, grapheme_mode=False, **options):
    note = "the import its server runs, encoding UTF-8 as it proposes (`Auto` guesses wrong); refuses empty texts"
    with Reading("doccano", format, note=note) as reading:
        settings = {"grapheme_mode": grapheme_mode, "use_relation": task == "RelationExtraction"}
        project = project_with(folder, **settings)
        imported(reading, project, folder, task, **options)
        texts = {it.id: it.text for it in Example.objects.filter(project=project)}
        names = {id: facts.name_of(text) for id, text in texts.items()}
        kept = Span.objects.filter(example__project=project).select_related("label")
        spans = [(names[it.example_id], it.start_offset, it.end_offset, it.label.text) for it in kept]
        reading.same("documents", [it["text"] for it in written], texts.values())
        places = [(it, m, unit.place(it["text"], m["start"], m["end"])) for it in written for m in it["mentions"]]
        reading.same("spans", [(it["uid"], *place, m["type"]) for it, m, place in places], spans)
        quotes = [(names[it.example_id], unit.cut(texts[it.example_id], it.start_offset, it.end_offset)) for it in kept]
        reading.same("quotes", [(it["uid"], m["quote"]) for it, m, _ in places], quotes)
        if task != "RelationExtraction":
            return
        ends_of = lambda it: [(end.start_offset, end.end_offset) for end in (it.from_id, it.to_id)]
        found = [
            (names[it.example_id], it.type.text, *ends_of(it))
            for it in Relation.objects.filter(example__project=project).select_related("type", "from_id", "to_id")
        ]
        text_of = {it["uid"]: it["text"] for it in written}
        reading.same(
            "relations",
            [(name, type, *[unit.place(text_of[name], *end) for end in ends]) for name, type, *ends in facts.joins()],
            found,
        )


compare("doccano", "doccano", Utf16(), "RelationExtraction")
compare("doccano (spans)", "doccano-spans", Utf16(), "SequenceLabeling", column_label="label")
compare("doccano (graphemes)", "doccano-graphemes", Graphemes(), "RelationExtraction", grapheme_mode=True)
