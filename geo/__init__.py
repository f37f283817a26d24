"""The domain: territories, outlines, projects and the atlas that holds them; no streamlit, no files."""
