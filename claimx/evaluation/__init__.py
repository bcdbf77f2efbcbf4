"""How good extraction is: annotated articles, and what of them is found."""
