"""Hand-coding of texts for research, in the terminal.

Importing the package loads nothing else: commands import what they need when they run.
"""

__version__ = "0.1.0"
