"""Tables to take away: CSV, Excel, GeoJSON, GeoPackage, Parquet, each with its sources, filters and link."""
