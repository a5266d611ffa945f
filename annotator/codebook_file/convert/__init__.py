"""Codebooks from and to the formats of other programs.

forms     the formats by name: what each is called, by what its files are known
hub       a codebook as a flat list of entries, in one form whatever it was read from
held      what of a codebook a format did not hold: found by reading back what was written
yaml_form, csv_form, xlsx_form, qdc_form, skos_form, potato_form, labelstudio_form
"""
