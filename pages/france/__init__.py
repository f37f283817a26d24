"""« Où en est le programme, en chiffres ? »: the national figures, the régions, the money, the maps."""
