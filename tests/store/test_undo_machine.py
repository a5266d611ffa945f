"""Undo and redo against a model: a list of the states passed through, and a place in it.

Two coders work at the same time; each has a history of their own, and the log is reopened now and
then as after a restart. After every step the derived tables must equal what the log says.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND

CODERS = ("ana", "ben")
coders = st.sampled_from(CODERS)
articles = st.sampled_from([FIRST.id, SECOND.id])
paragraphs = st.integers(1, 2)


class Desk:
    """What one coder has seen: every state since the beginning, and where undo has brought them."""

    def __init__(self, start: Any) -> None:
        self.states = [start]
        self.now = 0

    def did(self, state: Any) -> None:
        self.states = [*self.states[: self.now + 1], state]
        self.now += 1


class Undoing(RuleBasedStateMachine):
    statements: Bundle[tuple[str, Target]] = Bundle("statements")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "s.db"
        with Study.create(self.path, CODEBOOK) as study:
            study.add_articles([FIRST, SECOND])
        self.studies = {coder: Study.open(self.path, coder=coder) for coder in CODERS}
        self.desks = {coder: Desk(self._state(coder)) for coder in CODERS}

    def teardown(self) -> None:
        for study in self.studies.values():
            study.close()
        shutil.rmtree(self.folder)

    def _state(self, coder: str) -> Any:
        study = self.studies[coder]
        return {
            article: {n: u for n, u in study.work(article).units.items() if u.touched}
            for article in (FIRST.id, SECOND.id)
        }

    def _did(self, coder: str) -> None:
        self.desks[coder].did(self._state(coder))

    @rule(
        coder=coders, article=articles, paragraph=paragraphs, code=st.sampled_from(["bad", "good"])
    )
    def assign(self, coder: str, article: str, paragraph: int, code: str) -> None:
        self.studies[coder].assign(Target(article, paragraph), "tone", Answer.of(code))
        self._did(coder)

    @rule(coder=coders, article=articles, paragraph=paragraphs)
    def clear(self, coder: str, article: str, paragraph: int) -> None:
        self.studies[coder].clear(Target(article, paragraph), "tone")
        self._did(coder)

    @rule(target=statements, coder=coders, article=articles, paragraph=paragraphs)
    def add_statement(self, coder: str, article: str, paragraph: int) -> tuple[str, Target]:
        made = self.studies[coder].add_statement(article, paragraph, {"actor": Answer.of("us")})
        self._did(coder)
        return coder, Target(article, paragraph, made)

    @rule(statement=statements, codes=st.sampled_from([("sanctions",), ("sanctions", "talks")]))
    def tag_statement(self, statement: tuple[str, Target], codes: tuple[str, ...]) -> None:
        coder, target = statement
        self.studies[coder].assign(target, "lever", Answer.of(*codes))
        self._did(coder)

    @rule(statement=statements)
    def remove_statement(self, statement: tuple[str, Target]) -> None:
        coder, target = statement
        self.studies[coder].remove_statement(target)
        self._did(coder)

    @rule(coder=coders, article=articles, paragraph=paragraphs)
    def finish(self, coder: str, article: str, paragraph: int) -> None:
        self.studies[coder].finish(article, paragraph)
        self._did(coder)

    @rule(coder=coders, article=articles, paragraph=paragraphs, text=st.sampled_from(["", "why?"]))
    def memo_and_flag_as_one_action(
        self, coder: str, article: str, paragraph: int, text: str
    ) -> None:
        study = self.studies[coder]
        with study.action():
            study.set_memo(Target(article, paragraph), text)
            study.set_flag(Target(article, paragraph), bool(text))
        self._did(coder)

    @rule(coder=coders)
    def undo(self, coder: str) -> None:
        desk = self.desks[coder]
        assert (self.studies[coder].undo() is not None) == (desk.now > 0)
        desk.now = max(desk.now - 1, 0)

    @rule(coder=coders)
    def redo(self, coder: str) -> None:
        desk = self.desks[coder]
        last = len(desk.states) - 1
        assert (self.studies[coder].redo() is not None) == (desk.now < last)
        desk.now = min(desk.now + 1, last)

    @rule(coder=coders)
    def restart(self, coder: str) -> None:
        self.studies[coder].close()
        self.studies[coder] = Study.open(self.path, coder=coder)

    @invariant()
    def everybody_sees_the_state_of_their_own_history(self) -> None:
        for coder, desk in self.desks.items():
            assert self._state(coder) == desk.states[desk.now]

    @rule()
    def the_tables_equal_the_log(self) -> None:
        assert not list(self.studies["ana"].faults())


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=25, stateful_step_count=30)
