"""The domain: territories, outlines, projects and the frozen atlas that holds them (no streamlit, no files)."""
