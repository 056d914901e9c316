"""Begins as the command ``praxidesk`` does before it imports the window: imported first of all."""

import gc

gc.disable()
