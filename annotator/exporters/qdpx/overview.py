"""What must be known before the first coding is written: users, articles, codes in use."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from annotator.entries.flat import entries_of
from annotator.entries.plain import Plain, plain_codebook
from annotator.exporters.coded import CodedUnit, chosen_units
from annotator.exporters.job import Choice, Report, Source
from annotator.ids import content_hash
from annotator.model.article import Article
from annotator.model.coding import MAIN_ROUND, State
from annotator.refi.guids import code_guid, guid
from annotator.refi.manifest import Manifest
from annotator.refi.names import MARKS, MARKS_GROUP, SPECIAL
from annotator.refi.nodes import CodeNode, nodes_of

Who = tuple[str, str]  # coder, round


@dataclass(slots=True)
class Overview:
    """The same study gives the same GUIDs; `study` is its name."""

    study: str
    codebook: str
    plain: Plain
    users: dict[Who, str] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)  # by GUID; text: the hash of it
    specials: set[tuple[str, str]] = field(default_factory=set)  # variable, state

    def guid(self, *parts: str) -> str:
        """The GUID of a thing of this study."""
        return guid(self.study, *parts)

    def article_guid(self, article: Article) -> str:
        """The GUID of an article, and the name of its text without the ending."""
        return self.guid("article", article.id)

    def user_name(self, who: Who) -> str:
        """The coder; with the round, where there is another than the main one."""
        coder, round_ = who
        return coder if round_ == MAIN_ROUND else f"{coder} ({round_})"

    def metadata(self) -> list[str]:
        """The names of the articles' own metadata, sorted."""
        return sorted({name for article in self.articles.values() for name in article.metadata})

    def manifest(self) -> Manifest:
        """What is needed to read the project back."""
        users = {found: who for who, found in self.users.items()}
        return Manifest(self.plain, users, self.articles)

    def nodes(self) -> list[CodeNode]:
        """The codes of the codebook, those for special answers in use, and our marks."""
        nodes = nodes_of(entries_of(self.plain))
        by_guid = {node.guid: node for node in nodes}
        for variable, state in sorted(self.specials):
            above = by_guid.get(code_guid(self.codebook, variable))
            if above is not None:
                found = code_guid(self.codebook, variable, state)
                above.codes.append(CodeNode(found, SPECIAL[state]))
        marks = [CodeNode(mark_guid(mark), name) for mark, name in MARKS.items()]
        return [*nodes, CodeNode(guid(MARKS_GROUP), MARKS_GROUP, is_codable=False, codes=marks)]


def mark_guid(mark: str) -> str:
    """The GUID of the code for a mark: the same in every project."""
    return guid(MARKS_GROUP, mark)


def overview(source: Source, choice: Choice) -> Overview:
    """Pass once over everything."""
    codebook = source.codebook
    told = Overview(source.about.name, codebook.id, plain_codebook(codebook))
    for article in source.articles():
        text = content_hash(article.text.encode("utf-8"))
        told.articles[told.article_guid(article)] = replace(article, text=text)
    users: set[Who] = set()
    for unit in chosen_units(source, choice, Report()):
        users.add((unit.coder, unit.round))
        told.specials |= set(_specials(unit))
    told.users = {who: told.guid("user", *who) for who in sorted(users)}
    return told


def _specials(unit: CodedUnit) -> list[tuple[str, str]]:
    return [(c.variable, c.state) for c in unit.codings if c.state != State.CODED]
