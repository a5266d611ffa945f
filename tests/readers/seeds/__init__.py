"""Small valid files of every format, written by us; tests read them, fuzz targets mutate them."""
