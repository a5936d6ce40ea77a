"""The network that reads quantities of which no rule says what happened: `make train-figures`."""
