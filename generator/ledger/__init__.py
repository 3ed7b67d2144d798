"""What readers are told today, against what the ledger says was published.

In: the project, its proved guides, and the ledger as it is. Out: the ledger as it is to be. Who
publishes calls this; checks, redirects, changes and feeds read the ledger alone.
"""

from generator.ledger.digests import digests
from generator.ledger.record import LEDGER, Present, ledger_text, moved, record

__all__ = ["LEDGER", "Present", "digests", "ledger_text", "moved", "record"]
