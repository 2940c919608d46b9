"""Everything local: interface catalogs, fonts, and later the information cards."""
