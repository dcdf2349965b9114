"""What staff decide for a while: vendors paused, items sold out today."""
