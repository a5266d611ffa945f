"""Which variables a network is made of, and whether what is asked for goes together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.errors import UsageError
from annotator.exporters.job import Choice, Network
from annotator.model.codebook import Codebook, Level, Measurement, Variable
from annotator.networks import onemode, twomode
from annotator.networks.counts import Qualifier, Scale

TWOMODE = "twomode"
CONCEPTS = "onemode-concepts"
IGNORE = "ignore"
_ORDERED = (Measurement.ORDINAL, Measurement.INTERVAL, Measurement.RATIO, Measurement.BINARY)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The variables of a network. `qualifier` is None where it takes no account of one."""

    network: Network
    actor: Variable
    concept: Variable
    qualifier: Variable | None

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All variables that a statement must have a value of."""
        return tuple(v for v in (self.actor, self.concept, self.qualifier) if v is not None)


def wanted(codebook: Codebook, choice: Choice) -> Wanted:
    """The variables named, or else the codebook's first.

    Raises UsageError for what cannot be a network or has no meaning.
    """
    network = choice.network
    _must_go_together(network)
    offered = codebook.at(Level.STATEMENT)
    coded = [v for v in offered if v.codes]
    taken = {network.actor, network.concept, network.qualifier}
    free = iter(sorted((v for v in coded if v.id not in taken and v.measurement not in _ORDERED),
                       key=lambda v: not v.required))  # fmt: skip
    actor = _chosen(codebook, network.actor, "--actor", free)
    concept = _chosen(codebook, network.concept, "--concept", free)
    qualifier = None
    if network.aggregation != IGNORE:
        ordered = iter([v for v in offered if v.measurement in _ORDERED])
        qualifier = _chosen(codebook, network.qualifier, "--qualifier", ordered)
    found = Wanted(network, actor, concept, qualifier)
    _must_differ(found, choice)
    return found


def _chosen(codebook: Codebook, name: str, option: str, free: Iterator[Variable]) -> Variable:
    if name:
        variable = codebook.by_id[name]
        if variable.level is not Level.STATEMENT:
            raise UsageError(f"{name} is asked of the {variable.level}.",
                             hint=f"{option} names a variable of statements.")  # fmt: skip
        return variable
    found = next(free, None)
    if found is None:
        raise UsageError(
            f"The codebook has no variable of statements that could be the {option[2:]}.",
            hint=f"Name one with {option} VARIABLE.",
        )
    return found


def _must_go_together(network: Network) -> None:
    one_mode = network.mode != TWOMODE
    module = onemode if one_mode else twomode
    for option, value, allowed in (
        ("--aggregation", network.aggregation, module.AGGREGATIONS),
        ("--normalization", network.normalization, module.NORMALIZATIONS),
    ):
        if value not in allowed:
            kind = "one-mode" if one_mode else "two-mode"
            raise UsageError(
                f"{option} {value} has no meaning in {kind} networks.",
                hint=f"Choose one of: {', '.join(allowed)}. Or another --mode.",
            )
    if network.aggregation == "combine" and network.normalization != "no":
        raise UsageError(
            "Combined levels are no amounts: they cannot be normalized.",
            hint="Leave --normalization away.",
        )


def _must_differ(found: Wanted, choice: Choice) -> None:
    names = [variable.id for variable in found.variables]
    if len(set(names)) < len(names):
        raise UsageError(
            "Actor, concept and qualifier of a network are different variables.",
            hint="Name them with --actor, --concept and --qualifier.",
        )
    missing = [name for name in names if choice.variables and name not in choice.variables]
    if missing:
        raise UsageError(
            f"The network needs {', '.join(missing)}, which --variable leaves out.",
            hint="Leave --variable away, or name it there as well.",
        )


def levels(variable: Variable | None) -> Qualifier:
    """What a qualifier with codes can say; a typed number has no levels until it is read."""
    if variable is None:
        return Qualifier()
    codes = [path[-1] for path in variable.paths.values()]
    numbers = sorted({code.value for code in codes if code.value is not None})
    if variable.measurement is Measurement.BINARY and numbers == [0.0, 1.0]:
        return Qualifier(Scale.BINARY, (0.0, 1.0))
    if variable.measurement in _ORDERED and (numbers or variable.is_typed):
        return Qualifier(Scale.NUMBERS, tuple(numbers))
    return Qualifier(Scale.CATEGORIES, tuple(code.id for code in codes))
