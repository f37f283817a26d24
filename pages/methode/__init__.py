"""« D'où viennent ces chiffres, et que valent-ils ? »: sources, report of the build, dictionary."""
