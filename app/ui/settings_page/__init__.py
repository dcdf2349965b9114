"""Settings: what is in force, how the connections and devices stand, and tests of them."""
