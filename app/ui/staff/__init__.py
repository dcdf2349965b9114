"""Staff at the counter: the PIN before guarded acts, who works here, and the list of names."""
