"""Networks of statements as GEXF 1.2, the format of Gephi, with colours.

Written by hand rather than by networkx, which puts the day and its own version into the file.
"""

from __future__ import annotations

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.about import facts
from annotator.exporters.networks.graph import all_nodes, edges
from annotator.exporters.networks.graphs import write_graphs
from annotator.exporters.networks.made import Made
from annotator.exporters.networks.nodes import Node
from annotator.exporters.xml_tree import Tree

ENDING = ".gexf"
_SPACE = "http://www.gexf.net/1.2draft"
_VIZ = "http://www.gexf.net/1.2draft/viz"
_NODE = (("name", "string"), ("variable", "string"), ("code", "string"), ("group", "string"),
         ("group_label", "string"), ("frequency", "integer"))  # fmt: skip


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write one file, or one for each slice of time."""
    return write_graphs(source, choice, to, ending=ENDING, draw=_tree)


def _tree(made: Made, report: Report) -> tuple[Tree, int]:
    tree = Tree("gexf", _SPACE, {"viz": _VIZ}, report, version="1.2")
    meta = tree.add(tree.root, "meta")
    tree.add(meta, "creator", f"annotator {made.source.about.program}".strip())
    told = "; ".join(f"{name}: {text}" for name, text in facts(made).items() if text)
    tree.add(meta, "description", told)
    graph = tree.add(tree.root, "graph", defaultedgetype="undirected", mode="static")
    _columns(tree, graph)
    frequencies = made.frequencies()
    above = tree.add(graph, "nodes")
    for node in all_nodes(made):
        _node(tree, above, node, frequencies[node.id])
    above = tree.add(graph, "edges")
    number = -1
    for number, edge in enumerate(edges(made)):
        line = tree.add(above, "edge", id=str(number), source=edge.source, target=edge.target,
                        weight=repr(edge.weight))  # fmt: skip
        if edge.levels:
            values = tree.add(line, "attvalues")
            tree.add(values, "attvalue", **{"for": "levels", "value": edge.levels})
    return tree, number + 1


def _columns(tree: Tree, graph: object) -> None:
    columns = tree.add(graph, "attributes", **{"class": "node", "mode": "static"})
    for name, kind in _NODE:
        tree.add(columns, "attribute", id=name, title=name, type=kind)
    columns = tree.add(graph, "attributes", **{"class": "edge", "mode": "static"})
    tree.add(columns, "attribute", id="levels", title="levels", type="string")


def _node(tree: Tree, above: object, node: Node, frequency: int) -> None:
    made = tree.add(above, "node", id=node.id, label=node.label)
    values = tree.add(made, "attvalues")
    texts = (node.name, node.variable, node.code, node.group, node.group_label, str(frequency))
    for (name, _), text in zip(_NODE, texts, strict=True):
        tree.add(values, "attvalue", **{"for": name, "value": text})
    if node.colour:
        red, green, blue = (str(int(node.colour[at : at + 2], 16)) for at in (1, 3, 5))
        tree.add(made, f"{{{_VIZ}}}color", r=red, g=green, b=blue)
