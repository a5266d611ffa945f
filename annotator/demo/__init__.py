"""The material of `annotator demo`: articles written for this project (README.md says more)."""
