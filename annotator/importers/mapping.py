"""A project's codings in the codebook of a study: the same variables and codes, by id or label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from annotator.importers.parsed import Parsed, ReadUnit, Scope, UnitKey
from annotator.importers.project import Project
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import Answer, Statement, UnitWork
from annotator.model.problem import Problem
from annotator.model.questionnaire import fault

Answers = Mapping[str, Answer]
Place = tuple[str, str]  # variable, code ("": a typed variable itself)


class CodeMap:
    """From the project's codebook to the study's.

    `mapped`: variable of the study -> that of the project, as the user said. Any other variable of
    the project is the one with the same id or label; where there is none, each of its codes is the
    only one at its level that has the same id or label.
    """

    def __init__(self, project: Codebook, study: Codebook, mapped: Mapping[str, str]) -> None:
        self.study = study
        self.missing: Counter[str] = Counter()
        self.problems = [
            *_unknown(mapped, study.by_id, "the codebook of the study"),
            *_unknown(mapped.values(), project.by_id, "the project"),
        ]
        chosen = {theirs: ours for ours, theirs in mapped.items()}
        self._variables = {
            theirs.id: found
            for theirs in project.variables
            if (found := _same_variable(theirs, study, chosen)) is not None
        }
        self._project = project
        self._known: dict[Place, Place | None] = {}

    def answers(self, answers: Answers) -> dict[str, Answer]:
        """The answers in the study's codebook; what is missing there is counted."""
        found: dict[str, Answer] = {}
        for variable, answer in answers.items():
            theirs = self._project.by_id[variable]
            if theirs.is_typed or not answer.values:
                target = self._variables.get(variable)
                if target is None:
                    self.missing[f'variable "{theirs.label}"'] += 1
                else:
                    found[target.id] = answer
                continue
            for code in answer.values:
                place = self._place(theirs, code)
                if place is not None:
                    before = found[place[0]].values if place[0] in found else ()
                    found[place[0]] = replace(answer, values=(*before, place[1]))
        return found

    def _place(self, theirs: Variable, code: str) -> Place | None:
        if (theirs.id, code) not in self._known:
            self._known[theirs.id, code] = self._find(theirs, code)
        place = self._known[theirs.id, code]
        if place is None:
            label = theirs.paths[code][-1].label if code in theirs.paths else code
            self.missing[f'code "{label}" of "{theirs.label}"'] += 1
        return place

    def _find(self, theirs: Variable, code: str) -> Place | None:
        target = self._variables.get(theirs.id)
        among = [target] if target else [v for v in self.study.at(theirs.level) if v.codes]
        label = theirs.paths[code][-1].label if code in theirs.paths else code
        found = [(v.id, same) for v in among for same in _same_codes(v, code, label)]
        return found[0] if len(found) == 1 else None


def _unknown(names: Iterable[str], known: Mapping[str, Variable], where: str) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            there = ", ".join(known)
            yield Problem(f'--map: there is no variable "{name}" in {where}', hint=f"has: {there}")


def _same_variable(theirs: Variable, study: Codebook, chosen: Mapping[str, str]) -> Variable | None:
    if theirs.id in chosen:
        return study.by_id.get(chosen[theirs.id])
    alike = [v for v in study.at(theirs.level) if v.is_typed is theirs.is_typed]
    for attribute in ("id", "label"):
        wanted = getattr(theirs, attribute).casefold()
        found = [v for v in alike if getattr(v, attribute).casefold() == wanted]
        if len(found) == 1:
            return found[0]
    return None


def _same_codes(variable: Variable, code: str, label: str) -> list[str]:
    """The code with that id; else those with that label."""
    if code in variable.paths:
        return [code]
    wanted = label.casefold()
    return [c for c, path in variable.paths.items() if path[-1].label.casefold() == wanted]


def in_codebook(
    project: Project, codebook: Codebook, study: Codebook, mapped: Mapping[str, str],
    known: Mapping[str, str],
) -> Parsed:  # fmt: skip
    """The project's codings as those of a file that speaks of the study.

    `codebook` is the project's own, `known` the names of the articles that the study has, by id.
    """
    code_map = CodeMap(codebook, study, mapped)
    parsed = Parsed(project.file, problems=[*code_map.problems, *project.problems])
    names = {article.id: article.name for article in project.articles}
    strange = {key.article for key in project.units} - known.keys()
    for article in sorted(strange, key=lambda one: names[one]):
        message = f'the study has no article with the text of "{names[article]}"'
        hint = "add it first, or make a study of the project: --into NEW.db"
        parsed.problems.append(Problem(message, project.file, hint=hint))
    for key, unit in project.units.items():
        if key.article in known:
            name = f"{key.coder}, {known[key.article]}, paragraph {key.paragraph}"
            parsed.units[key] = _mapped(unit, code_map, parsed, name)
    for what, count in code_map.missing.items():
        message = f"{what}, coded {count} times, is not in the codebook of the study"
        parsed.problems.append(Problem(message, project.file))
    parsed.scope = scope_of(parsed.units)
    parsed.machines = frozenset(project.machines)
    return parsed


def _mapped(unit: ReadUnit, code_map: CodeMap, parsed: Parsed, name: str) -> ReadUnit:
    work = unit.work
    before = code_map.missing.total(), len(parsed.problems)
    answers = _allowed(code_map.answers(work.answers), code_map.study, parsed, name)
    statements = tuple(
        replace(one, answers=_allowed(code_map.answers(one.answers), code_map.study, parsed, name))
        for one in work.statements
    )
    is_whole = before == (code_map.missing.total(), len(parsed.problems))
    if not is_whole:
        parsed.left_out.append(f"{name}: not all of it; not marked as finished")
    changed = replace(work, answers=answers, statements=statements, done=work.done and is_whole)
    return unit._replace(work=changed)


def _allowed(answers: Answers, study: Codebook, parsed: Parsed, name: str) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for variable, answer in answers.items():
        reason = fault(study, variable, answer)
        if reason:
            parsed.problems.append(Problem(f"{name}: {reason.rstrip('.')}", parsed.file))
        else:
            found[variable] = answer
    return found


def scope_of(units: Mapping[UnitKey, ReadUnit]) -> Scope:
    """What the units can speak of: the variables that occur in them."""
    works: list[UnitWork] = [unit.work for unit in units.values()]
    own = {variable for work in works for variable in work.answers}
    told: list[Statement] = [one for work in works for one in work.statements]
    tied = {variable for one in told for variable in one.answers}
    return Scope(frozenset(own | tied), bool(told))
