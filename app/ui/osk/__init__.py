"""Our own on-screen keyboard, for tills without a keyboard."""
