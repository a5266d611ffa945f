"""Networks of statements as GraphML: for visone, Gephi, igraph, networkx, Cytoscape and others.

Written by hand rather than by networkx, so that the same study gives the same bytes whatever is
installed, and so that characters which XML forbids cannot make a file that no program opens.
"""

from __future__ import annotations

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.about import facts
from annotator.exporters.networks.graph import Edge, all_nodes, edges
from annotator.exporters.networks.graphs import write_graphs
from annotator.exporters.networks.made import Made
from annotator.exporters.networks.nodes import Node
from annotator.exporters.xml_tree import Tree

ENDING = ".graphml"
_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = ("name", "label", "variable", "code", "group", "group_label", "color")


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write one file, or one for each slice of time."""
    return write_graphs(source, choice, to, ending=ENDING, draw=_tree)


def _tree(made: Made, report: Report) -> tuple[Tree, int]:
    tree = Tree("graphml", _SPACE, {}, report)
    told = facts(made)
    for where, names in (("graph", tuple(told)), ("node", _NODE)):
        for name in names:
            _key(tree, where, name, "string")
    _key(tree, "node", "frequency", "int")
    _key(tree, "edge", "weight", "double")
    _key(tree, "edge", "levels", "string")
    graph = tree.add(tree.root, "graph", id="network", edgedefault="undirected")
    for name, text in told.items():
        tree.add(graph, "data", text, key=f"graph_{name}")
    frequencies = made.frequencies()
    for node in all_nodes(made):
        _node(tree, graph, node, frequencies[node.id])
    found = list(edges(made))
    for edge in found:
        _edge(tree, graph, edge)
    return tree, len(found)


def _key(tree: Tree, where: str, name: str, kind: str) -> None:
    named = {"for": where, "attr.name": name, "attr.type": kind}
    tree.add(tree.root, "key", id=f"{where}_{name}", **named)


def _node(tree: Tree, graph: object, node: Node, frequency: int) -> None:
    made = tree.add(graph, "node", id=node.id)
    texts = (node.name, node.label, node.variable, node.code, node.group, node.group_label,
             node.colour)  # fmt: skip
    for name, text in zip(_NODE, texts, strict=True):
        tree.add(made, "data", text, key=f"node_{name}")
    tree.add(made, "data", str(frequency), key="node_frequency")


def _edge(tree: Tree, graph: object, edge: Edge) -> None:
    made = tree.add(graph, "edge", source=edge.source, target=edge.target)
    tree.add(made, "data", repr(edge.weight), key="edge_weight")
    if edge.levels:
        tree.add(made, "data", edge.levels, key="edge_levels")
