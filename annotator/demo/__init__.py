"""The material of `annotator demo`: four articles written for this project (see README.md in this folder)."""
