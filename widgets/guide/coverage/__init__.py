"""The chapter of coverage: hours painted by role, gaps, promises and absences."""
