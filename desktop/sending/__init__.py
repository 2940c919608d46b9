"""Leaving the notebook: from the force profile and the vault's own secrets to roads that send."""

from desktop.sending.roads import Credentials, address_of, keys_of, remember, road_to, roads
from desktop.sending.witnesses import places_of_witnesses

__all__ = [
    "Credentials",
    "address_of",
    "keys_of",
    "places_of_witnesses",
    "remember",
    "road_to",
    "roads",
]
