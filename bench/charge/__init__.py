"""The load test: many readers at once, who speak Streamlit's own WebSocket protocol, without a browser."""
