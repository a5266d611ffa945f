"""Tables that anybody may have made, as rows of text: delimited text, Excel workbooks, SPSS files.

Nothing here knows what the rows mean: readers take articles from them, importers and `agree --data`
codings.
"""
