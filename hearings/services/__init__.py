"""What is done with a hearing, one verb each."""
