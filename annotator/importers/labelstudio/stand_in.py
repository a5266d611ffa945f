"""The coder or round that the user names, for those answers in our own tasks that name none."""

from __future__ import annotations

from annotator.model.problem import Problem


class StandIn:
    """Stands in where an answer does not say; `name` is that of the option, `given` its value.

    Answers that people gave in Label Studio say no round, those of our coders do: in one file
    there may be both, so that the option contradicts the file only where every answer says.
    """

    def __init__(self, name: str, given: str) -> None:
        self._name, self._given = name, given
        self._others: set[str] = set()
        self._is_used = False

    def cell(self, said: str) -> str:
        """What the answer says, else what the user named."""
        if said not in ("", self._given):
            self._others.add(said)
        self._is_used = self._is_used or not said
        return said or self._given

    def problem(self, where: str) -> Problem | None:
        """That the file says otherwise, throughout."""
        if not self._given or self._is_used or not self._others:
            return None
        message = (f"every answer names its {self._name} ({self._listed()}), so --{self._name} "
                   f'"{self._given}" stands in for none')  # fmt: skip
        hint = f"leave --{self._name} out: it is for answers that people gave in Label Studio"
        return Problem(message, where, hint=hint)

    def told(self) -> str:
        """Which answers it does not concern, in words; "" where it concerns all."""
        if not self._given or not self._others:
            return ""
        return (f"answers that name their {self._name} keep it ({self._listed()}); the others are "
                f'of {self._name} "{self._given}"')  # fmt: skip

    def _listed(self) -> str:
        return ", ".join(sorted(self._others))
