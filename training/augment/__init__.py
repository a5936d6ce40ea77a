"""Invented, tagged passages for training the attribution model, and changes of real ones that keep their tags valid."""

from training.augment.compose import passages
from training.augment.names import swap_names
from training.augment.noise import lower_noise
from training.augment.quotes import QuoteStyle, swap_quotes

__all__ = ["QuoteStyle", "lower_noise", "passages", "swap_names", "swap_quotes"]
