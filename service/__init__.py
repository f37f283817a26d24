"""What the server adds around the app: headers, language, compression, health."""
