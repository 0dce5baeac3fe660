"""DKPro Cassis: CAS JSON and XMI; named entities by their covered text, relations by Governor and Dependent."""

import io
import zipfile

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

from facts import Facts, Reading, files_of, xml_text

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
RELATION = "custom.Relation"


def json_cases():
    for path in files_of("cas-json", ".json"):
        with path.open("rb") as file:
            yield load_cas_from_json(file)


def xmi_cases():
    for path in files_of("xmi", ".zip"):
        with zipfile.ZipFile(path) as archive:
            types = load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
            for name in archive.namelist():
                if name.endswith(".xmi"):
                    yield load_cas_from_xmi(io.BytesIO(archive.read(name)), typesystem=types)


def check(format, cases, clean):
    facts = Facts(clean)
    with Reading("dkpro-cassis", format) as reading:
        texts, spans, quotes, relations = [], [], [], []
        for cas in cases:
            text = cas.sofa_string or ""
            name = facts.name_of(text)
            texts.append(text)
            for it in cas.select(ENTITY):
                spans.append((name, it.begin, it.end, it.value))
                quotes.append((name, it.begin, it.get_covered_text()))
            types = cas.typesystem
            for it in cas.select(RELATION) if types.contains_type(RELATION) else []:
                places = [(end.begin, end.end) for end in (it.Governor, it.Dependent)]
                relations.append((name, it.value, *places))
        reading.same("documents", facts.texts(), texts)
        reading.same("spans", facts.spans(), spans)
        reading.same("quotes", facts.quotes(), quotes)
        reading.same("relations", facts.joins(), relations)


check("cas-json", json_cases(), lambda text: text)
check("xmi", xmi_cases(), xml_text)
