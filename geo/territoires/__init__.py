"""Territories: who belongs to them, what became of them, whom they touch, what they are made of."""
