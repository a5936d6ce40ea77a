"""What the network is told of a token besides its pieces, as small numbers; the weights depend on the order here."""

POS = (
    "",
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SPACE",
    "SYM",
    "VERB",
    "X",
)
DEP = (
    "",
    "ROOT",
    "acl",
    "acomp",
    "advcl",
    "advmod",
    "agent",
    "amod",
    "appos",
    "attr",
    "aux",
    "auxpass",
    "case",
    "cc",
    "ccomp",
    "compound",
    "conj",
    "csubj",
    "csubjpass",
    "dative",
    "dep",
    "det",
    "dobj",
    "expl",
    "intj",
    "mark",
    "meta",
    "neg",
    "nmod",
    "npadvmod",
    "nsubj",
    "nsubjpass",
    "nummod",
    "oprd",
    "parataxis",
    "pcomp",
    "pobj",
    "poss",
    "preconj",
    "predet",
    "prep",
    "prt",
    "punct",
    "quantmod",
    "relcl",
    "xcomp",
)
TAG = (
    "",
    "VBD",
    "VBZ",
    "VBP",
    "VBG",
    "VBN",
    "VB",
    "MD",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "PRP",
    "PRP$",
    "IN",
    "WDT",
    "WP",
    "WRB",
    "TO",
    "RB",
    "JJ",
    "DT",
    "CC",
    "CD",
)
NAME = ("", "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "TIME", "CARDINAL", "OTHER")
SHAPE = ("lower", "Title", "UPPER", "digit", "mark")
QUOTE = ("outside", "inside", "opens", "closes")
PLACE = ("within a block", "first of a block", "last of a block")

FEATURES = (POS, DEP, TAG, NAME, SHAPE, QUOTE, PLACE)
"""One column of numbers for each, in this order."""

BRANCHES = (
    "far",
    "itself",
    "above",
    "sentence",
    "sentence before",
    "sentence after",
    *(f"under {dep}" for dep in DEP[1:]),
)
"""Where a token stands in the tree, seen from a cue: below which of its branches, above it, or elsewhere."""

ANCHORS = ("", "says", "denies", "declines", "unverified", "calls", "believes", "without a cue")
"""What begins at a token: nothing, a cue by its act, or the speaker of an attribution that has no cue."""
ROLES = ("speaker", "cue", "content", "origin", "relay")
MARKS = ("", *(f"{edge}-{role}" for role in ROLES for edge in ("B", "I")))
"""The mark of each token for one attribution: nothing, or the begin or inside of a role."""
