"""What must hold for what is published: plain Python."""
