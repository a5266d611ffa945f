"""Hand-coding of texts for research, in the terminal.

Importing the package loads nothing else: commands import what they need when they run.
`annotator.open_study(path)` opens a study in Python and notebooks, see `annotator.notebook`.
"""

TYPE_CHECKING = False  # type checkers take it for typing's, which takes longer than all else here
if TYPE_CHECKING:
    from annotator.notebook import open_study as open_study

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name == "open_study":
        from importlib import import_module

        return import_module("annotator.notebook").open_study
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
