"""Label Studio: project, import and export through its own REST interface, in process, on an SQLite file of its own."""

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

# Before Django reads its settings: nothing is sent anywhere, everything is kept in the current folder.
os.environ |= {"LABEL_STUDIO_BASE_DATA_DIR": str(Path("data").resolve()), "DJANGO_DB": "sqlite", "LOG_LEVEL": "ERROR"}
os.environ |= {"COLLECT_ANALYTICS": "0", "SENTRY_DSN": "", "FRONTEND_SENTRY_DSN": "", "LATEST_VERSION_CHECK": "0"}
os.environ |= {"DJANGO_SETTINGS_MODULE": "label_studio.core.settings.label_studio"}
sys.path.insert(0, str(Path(find_spec("label_studio").origin).parent))

import django
from django.core.management import call_command

from facts import Facts, Reading, path_of

django.setup()
call_command("migrate", "--no-color", verbosity=0)

from django.core.files.uploadedfile import SimpleUploadedFile
from organizations.models import Organization
from rest_framework.test import APIClient
from users.models import User

facts = Facts()


def signed_in():
    """The one user; the database may be that of the project before."""
    user = User.objects.first()
    if user is None:
        user = User.objects.create_user(email="peer@example.org", password="peer-of-a-test")
        user.active_organization = Organization.create_organization(created_by=user, title="Peers")
        user.save()
    client = APIClient()
    client.force_authenticate(user)
    client.force_login(user)
    return client


def answered(response, status):
    content = response.getvalue()
    if response.status_code != status:
        raise RuntimeError(f"{response.status_code}: {content[:300]!r}")
    return json.loads(content)


with Reading("label-studio", "label-studio", note="project, import and export through its REST interface") as reading:
    client = signed_in()
    config = path_of("label-studio/config.xml").read_text(encoding="utf-8")
    project = answered(client.post("/api/projects", {"title": "Peer", "label_config": config}, format="json"), 201)
    tasks = SimpleUploadedFile("tasks.json", path_of("label-studio/tasks.json").read_bytes(), "application/json")
    done = answered(client.post(f"/api/projects/{project['id']}/import", {"file": tasks}, format="multipart"), 201)
    reading.check(done["annotation_count"] == len(facts.documents), f"annotations: {done['annotation_count']}")
    kept = answered(client.get(f"/api/projects/{project['id']}/export?exportType=JSON"), 200)
    texts, spans, quotes, relations = [], [], [], []
    for task in kept:
        text = task["data"]["text"]
        texts.append(text)
        name = facts.name_of(text)
        for annotation in task["annotations"]:
            places = {}
            for it in annotation["result"]:
                if it["type"] == "labels":
                    start, end = it["value"]["start"], it["value"]["end"]
                    places[it["id"]] = (start, end)
                    spans.append((name, start, end, *it["value"]["labels"]))
                    quotes.append((name, start, it["value"]["text"]))
                    reading.check(text[start:end] == it["value"]["text"], f"{it['value']['text']!r} is not there")
            for it in annotation["result"]:
                if it["type"] == "relation":
                    relations.append((name, *it["labels"], places[it["from_id"]], places[it["to_id"]]))
    reading.same("documents", facts.texts(), texts)
    reading.same("spans", facts.spans(), spans)
    reading.same("quotes", facts.quotes(), quotes)
    reading.same("relations", facts.joins(), relations)
