"""The codebook as a page for people: Markdown and HTML.

outline   what is to be said, in order, whatever the page is written in
markdown, html   how it is written
"""
