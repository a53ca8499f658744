"""An empty program, to measure how long a start takes."""
