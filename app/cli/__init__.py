"""The command line: the same engine, in this process, results on stdout."""
