"""What a set of projects is made of, beside what another one is made of, and which places lead in it."""
