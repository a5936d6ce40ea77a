"""Tables in the shape of Airwars, UCDP and ACLED, written and read back."""

from sayso.publish.exports.check import Table, read_tables
from sayso.publish.exports.tables import METHODS, Exported, export

__all__ = ["METHODS", "Exported", "Table", "export", "read_tables"]
