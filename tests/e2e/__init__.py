"""The demo as people meet it: two real processes, and a browser in front of them."""
