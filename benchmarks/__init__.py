"""What is measured, against what: run by hand with `make bench`, never part of the tests."""
