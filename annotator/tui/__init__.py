"""The screens: the only part of annotator that knows Textual."""
