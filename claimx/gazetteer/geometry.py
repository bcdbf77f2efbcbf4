"""How two places lie to each other."""

import math

from claimx.gazetteer.index import Entry

EARTH_KM = 6371.0


def lies_in(place: Entry, container: Entry) -> bool:
    """Tell whether ``place`` is part of the country, region or district ``container``."""
    if place.number == container.number:
        return False
    if container.kind == "country":
        return place.kind != "country" and place.country == container.country
    if container.kind == "region":
        return place.region == container.region and place.kind not in ("country", "region")
    if container.kind == "district":
        return place.country == container.country and distance(place, container) < 60.0
    return container.kind in ("area", "island") and distance(place, container) < 600.0


def distance(one: Entry, other: Entry) -> float:
    """Return the great-circle distance in kilometres."""
    return great_circle(one.latitude, one.longitude, other.latitude, other.longitude)


def great_circle(
    latitude: float, longitude: float, to_latitude: float, to_longitude: float
) -> float:
    """Return the great-circle distance in kilometres between two points in degrees."""
    a, b = math.radians(latitude), math.radians(to_latitude)
    turn = math.radians(to_longitude - longitude)
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(part)))
