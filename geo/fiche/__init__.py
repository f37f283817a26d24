"""What the sheet of a territory or of a région says, before any page: screen, PDF and deck only draw it."""
