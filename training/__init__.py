"""How the weights that sayso ships are made; not part of the package."""
