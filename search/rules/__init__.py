"""What is indexed, what is asked and what is answered, as plain values."""
