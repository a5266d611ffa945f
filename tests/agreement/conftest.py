"""Which tests can run here."""

import shutil
import subprocess
from importlib.util import find_spec

PEERS = ("krippendorff", "sklearn", "statsmodels", "nltk")


def r_is_here() -> bool:
    """Whether R and its packages psych and psy are installed."""
    if not (rscript := shutil.which("Rscript")):
        return False
    libraries = [rscript, "-e", "library(psych); library(psy)"]
    return subprocess.run(libraries, check=False, capture_output=True).returncode == 0


# Other programs stand in environments of their own: `make peers` and .ci/run see to them.
collect_ignore = [
    *([] if all(map(find_spec, PEERS)) else ["test_peers.py"]),
    *([] if r_is_here() else ["test_peers_in_r.py"]),
]
