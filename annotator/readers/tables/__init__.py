"""Tables with one article per row, and what reference managers export."""
