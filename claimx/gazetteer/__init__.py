"""Places of the world by name, offline: 196,000 of them in one mapped file."""

CREDIT = "Contains data from GeoNames (https://www.geonames.org), licensed under CC BY 4.0."
