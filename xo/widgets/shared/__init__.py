"""What several widgets need: the engine, the pen, numbers and colours, and the way to and from Python."""
