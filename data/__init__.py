"""From raw sources to the tables and map layers that the app reads: declare, fetch, build, load.

Nothing here draws: `data` may import `geo`, never streamlit, and nothing in `geo` imports `data`.
"""
