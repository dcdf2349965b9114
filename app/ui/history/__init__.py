"""History: every order of this till, found again, with all that happened to it."""
