"""The ledger: figures from many articles that count one thing, and where they exclude each
other."""

from __future__ import annotations

from armreader.linking.quantities.ledger import link_quantities as link_quantities
