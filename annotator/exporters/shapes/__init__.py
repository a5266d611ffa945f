"""The rows that a coded unit becomes, a module for each kind of shape."""
