"""NetworkX and igraph: GraphML, GEXF, Pajek, Cytoscape JSON. Nodes are entities, edges relations."""

import json
import re
import tempfile
from pathlib import Path

import igraph
import networkx as nx

from facts import Facts, Reading, path_of, xml_text

entities, relations = Facts().entities, Facts().relations


def compare(reading, graph, clean=lambda text: text, name="label"):
    """Nodes by uid, name and type; edges by type and both ends."""
    nodes = [(uid, data[name], data["type"]) for uid, data in graph.nodes(data=True)]
    reading.same("entities", [(it["uid"], clean(it["name"]), it["type"]) for it in entities], nodes)
    edges = [(data["type"], source, target) for source, target, data in graph.edges(data=True)]
    reading.same("relations", [(it["type"], it["source"], it["target"]) for it in relations], edges)


def pajek_name(name):
    """Names stand in quotes on one line."""
    return "".join(" " if ord(c) < 32 else c for c in name).replace('"', "'")


def joins():
    """Pairs of names; Pajek knows no ids of its own."""
    names = {it["uid"]: pajek_name(it["name"]) for it in entities}
    return [tuple(sorted((names[it["source"]], names[it["target"]]))) for it in relations]


def check_pajek_networkx():
    """Every line after the first section is an edge to NetworkX, also the head of the next section; labels are ids."""
    note = "takes the heads of further sections (one per type of relation) for edges, and labels for ids; no types"
    with Reading("networkx", "pajek", note=note) as reading:
        graph = nx.read_pajek(path_of("pajek.net"))
        sections = len({it["type"] for it in relations})
        heads = [ends for ends in graph.edges() if ends[0].startswith("*")]
        reading.check(len(heads) == max(0, sections - 1), f"{len(heads)} heads of {sections} sections")
        graph.remove_nodes_from([it for it in list(graph) if it.startswith(("*", ":"))])
        reading.same("entities", {pajek_name(it["name"]) for it in entities}, graph.nodes())
        reading.same("relations", joins(), [tuple(sorted(it)) for it in graph.edges()])


def check_pajek_igraph():
    note = "knows no section per type of relation (`*Arcs :1 …`); read with these heads cut to `*Arcs`, `*Edges`"
    with Reading("igraph", "pajek", note=note) as reading, tempfile.TemporaryDirectory() as place:
        text = path_of("pajek.net").read_text(encoding="utf-8")
        plain = Path(place) / "plain.net"
        plain.write_text(re.sub(r"(?m)^(\*Arcs|\*Edges) :.*$", r"\1", text), encoding="utf-8")
        graph = igraph.Graph.Read_Pajek(str(plain))
        reading.same("entities", [pajek_name(it["name"]) for it in entities], graph.vs["name"])
        ends = [(graph.vs[it.source]["name"], graph.vs[it.target]["name"]) for it in graph.es]
        reading.same("relations", joins(), [tuple(sorted(it)) for it in ends])


def check_graphml_igraph():
    with Reading("igraph", "graphml") as reading:
        graph = igraph.Graph.Read_GraphML(str(path_of("graphml.graphml")))
        nodes = [(it["id"], it["label"], it["type"]) for it in graph.vs]
        reading.same("entities", [(it["uid"], xml_text(it["name"]), it["type"]) for it in entities], nodes)
        edges = [(it["type"], graph.vs[it.source]["id"], graph.vs[it.target]["id"]) for it in graph.es]
        reading.same("relations", [(it["type"], it["source"], it["target"]) for it in relations], edges)


with Reading("networkx", "graphml") as reading:
    compare(reading, nx.read_graphml(path_of("graphml.graphml")), xml_text)
note = "wants `version=\"1.3\"` and one direction for all edges: it refuses mixed graphs, so written without `mixed`"
with Reading("networkx", "gexf", note=note) as reading:
    compare(reading, nx.read_gexf(path_of("gexf-uniform.gexf"), version="1.3"), xml_text)
note = "wants keys that Cytoscape does not have (`value` of nodes, `key` of parallel edges); added before reading"
with Reading("networkx", "cytoscape", note=note) as reading:
    network = json.loads(path_of("cytoscape.cyjs").read_text(encoding="utf-8"))
    for node in network["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]
    for edge in network["elements"]["edges"]:
        edge["data"]["key"] = edge["data"]["id"]
    # Its graphs are directed as a whole and of one edge per pair unless the file says otherwise.
    compare(reading, nx.cytoscape_graph({**network, "directed": True, "multigraph": True}), name="name")
check_pajek_networkx()
check_graphml_igraph()
check_pajek_igraph()
