"""The open data: what the pages show, as files that programs fetch by addresses that last."""
