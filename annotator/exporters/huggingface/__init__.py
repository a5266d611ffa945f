"""A dataset folder for Hugging Face's `datasets`: Parquet files and a card that describes them.

features  what the columns hold, in the words of `datasets`
encoded   cells as the features want them
parquet   rows as Parquet, or as JSON Lines where pyarrow is not installed
card      README.md
dataset   the folder
"""

from annotator.exporters.huggingface.dataset import write

__all__ = ["write"]
