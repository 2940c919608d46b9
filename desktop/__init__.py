"""The only room that knows Qt: windows, widgets, the demo and the command line."""
