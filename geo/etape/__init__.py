"""What the « Point d'étape » of 2021 publishes, and what our own tables give beside."""
