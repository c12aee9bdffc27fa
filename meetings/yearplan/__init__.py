"""The meetings of a year planned for a body at once: their days by a rule or as the year before, what collides, and taking them back."""
