"""A codebook as a flat list of entries: what tables, REFI-QDA and SKOS have in common.

    plain      compiled codebook -> plain data in the form of the codebook file
    entry      one entry: the codebook itself, a variable, or a code, with its fields as text
    fields     plain data of one entry <-> its fields
    flat       plain data of a whole codebook <-> entries
    description  fields <-> a text that people read

Plain data are what a YAML reader would give: texts, lists and mappings. Nothing here checks them;
`annotator.codebook_file` does.
"""
