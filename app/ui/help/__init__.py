"""The page Help: what is read out to a helper on the telephone."""
