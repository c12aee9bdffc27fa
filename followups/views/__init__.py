"""What is waited for: the list everybody reads, one thing that is to come, and the desk of those who see to it."""
