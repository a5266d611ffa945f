"""SKOS in RDF/XML, by any program, as the entries of a codebook.

A concept scheme is a variable; concepts of no scheme are one variable together. A concept stands
under its first broader one. Properties of ours are read, those of others are passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from annotator.codebook_file.convert.hub import Found
from annotator.codebook_file.convert.skos_names import LANGUAGE, LISTS, OWN, RDF, SKOS, WORDS
from annotator.entries.entry import Entry
from annotator.entries.flat import LEVELS
from annotator.entries.ids import Ids
from annotator.refi.elements import local
from annotator.safe import xml
from annotator.safe.given import GivenFile

if TYPE_CHECKING:
    from lxml.etree import _Element

_FREE = {"select": "1..", "required": "false"}
_TYPE = f"{{{RDF}}}type"
_WORDS = {name: field_ for field_, name in WORDS.items()}
_LISTS = {name: field_ for field_, name in LISTS.items()}
_LINKS = ("inScheme", "topConceptOf", "broader", "narrower", "hasTopConcept", "notation")


@dataclass(slots=True)
class _Thing:
    """A resource of the file with everything that is said of it."""

    kinds: set[str] = field(default_factory=set)
    links: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


def read_skos(content: bytes, name: str) -> Found:
    """The entries of the file. Raises DataError where it holds no concept."""
    given = GivenFile(name, content)
    root = xml.parse(given, content, "RDF")
    if local(root) != "RDF":
        raise given.refusal(f"is no RDF/XML: its XML begins with <{local(root)[:40]}>")
    graph = _Graph(root)
    if not any({"Concept", "ConceptScheme"} & thing.kinds for thing in graph.things.values()):
        raise given.refusal("holds no SKOS concept")
    entries = list(graph.entries(PurePath(name).stem))
    return Found(entries, [f"{n} {what}" for what, n in graph.passed_over.items()])


class _Graph:
    """All resources by their IRIs."""

    def __init__(self, root: _Element) -> None:
        self.things: dict[str, _Thing] = {}
        self.passed_over: Counter[str] = Counter()
        languages = Counter(e.get(LANGUAGE) for e in root.iter(f"{{{SKOS}}}prefLabel"))
        self._own = next((str(one) for one, _ in languages.most_common() if one), "")
        for number, element in enumerate(root):
            self._take(element, str(number))
        self._turn_round()

    def _take(self, element: _Element, number: str) -> str:
        iri = element.get(f"{{{RDF}}}about") or element.get(f"{{{RDF}}}ID") or f"_:{number}"
        thing = self.things.setdefault(str(iri), _Thing())
        if local(element) != "Description":
            thing.kinds.add(local(element))
        for place, said in enumerate(element):
            self._say(thing, said, f"{number}.{place}")
        return str(iri)

    def _say(self, thing: _Thing, said: _Element, number: str) -> None:
        space, _, name = str(said.tag)[1:].rpartition("}")
        target = said.get(f"{{{RDF}}}resource")
        if target is None and len(said) and space == SKOS:
            target = self._take(said[0], number)
        if str(said.tag) == _TYPE:
            thing.kinds.add(str(target).rpartition("#")[2])
        elif space == SKOS and name in _LINKS:
            thing.links.setdefault(name, []).append(str(target) if target else said.text or "")
        elif space == SKOS and name in (*_WORDS, *_LISTS):
            self._word(thing, name, said)
        elif space == OWN:
            plain, _, count = name.partition("-")
            thing.fields[_with(f"{plain} {count}".strip(), said.get(LANGUAGE))] = said.text or ""
        elif name == "title":
            thing.fields.setdefault("title", said.text or "")
        else:
            self.passed_over[f"properties `{name}`"] += 1

    def _word(self, thing: _Thing, name: str, said: _Element) -> None:
        language = said.get(LANGUAGE)
        language = None if language == self._own else language
        if name in _LISTS:
            if language is not None:
                self.passed_over[f"properties `{name}` in `{language}`"] += 1
                return
            thing.counts[name] += 1
            field_ = f"{_LISTS[name]} {thing.counts[name]}"
        else:
            field_ = _with(_WORDS[name], language)
        if field_ in thing.fields:
            self.passed_over[f"properties `{name}`"] += 1
        else:
            thing.fields[field_] = said.text or ""

    def _turn_round(self) -> None:
        """What is above says what is below, and the other way round: one way is enough."""
        for iri, thing in list(self.things.items()):
            for name, back in (("narrower", "broader"), ("hasTopConcept", "topConceptOf")):
                for target in thing.links.get(name, ()):
                    self.things.setdefault(target, _Thing()).links.setdefault(back, []).append(iri)

    def entries(self, stem: str) -> Iterator[Entry]:
        """The codebook, then each scheme with its concepts."""
        ids = Ids()
        yield Entry(fields=self._head(stem))
        schemes = [iri for iri, thing in self.things.items() if "ConceptScheme" in thing.kinds]
        for scheme in [*schemes, ""]:
            concepts = list(self._concepts_of(scheme, schemes))
            if scheme or concepts:
                yield from self._variable(ids, scheme, concepts)

    def _head(self, stem: str) -> dict[str, str]:
        for thing in self.things.values():
            if "Codebook" in thing.kinds and "codebook" in thing.fields:
                return thing.fields
        language = {"language": self._own} if self._own else {}
        return {"codebook": Ids().variable(stem), "version": "1", "title": stem, **language}

    def _concepts_of(self, scheme: str, schemes: list[str]) -> Iterator[str]:
        for iri, thing in self.things.items():
            if "Concept" in thing.kinds:
                told = thing.links.get("inScheme", []) + thing.links.get("topConceptOf", [])
                first = next((one for one in told if one in schemes), "")
                if first == scheme:
                    yield iri

    def _variable(self, ids: Ids, scheme: str, concepts: list[str]) -> Iterator[Entry]:
        thing = self.things.get(scheme, _Thing(fields={"label": "Codes"}))
        is_own = "level" in thing.fields
        fields = {name: text for name, text in thing.fields.items() if name != "level"}
        level = thing.fields.get("level", "")
        variable = ids.variable(_notation(thing) or fields.get("label") or _last(scheme))
        level = level if level in LEVELS else "paragraph"
        yield Entry(level, variable, fields=fields if is_own else fields | _FREE)
        yield from self._codes(ids, Entry(level, variable), concepts)

    def _codes(self, ids: Ids, variable: Entry, concepts: list[str]) -> Iterator[Entry]:
        """The concepts of a variable, each followed by those below it."""
        below: dict[str, list[str]] = {}
        known = set(concepts)
        for iri in concepts:
            above = [one for one in self.things[iri].links.get("broader", []) if one in known]
            below.setdefault(above[0] if above else "", []).append(iri)
        waiting = [(iri, "") for iri in reversed(below.pop("", []))]
        while waiting:
            iri, under = waiting.pop()
            thing = self.things[iri]
            wanted = _notation(thing) or thing.fields.get("label") or _last(iri)
            code = ids.code(variable.variable, wanted)
            yield Entry(variable.level, variable.variable, code, under, thing.fields)
            waiting += [(one, code) for one in reversed(below.pop(iri, []))]
        if below:
            self.passed_over["concepts that stand below themselves"] += sum(
                map(len, below.values())
            )


def _with(name: str, language: str | None) -> str:
    return f"{name}@{language}" if language else name


def _notation(thing: _Thing) -> str:
    return next(iter(thing.links.get("notation", [])), "")


def _last(iri: str) -> str:
    return unquote(iri.replace("#", "/").rstrip("/").rpartition("/")[2])
