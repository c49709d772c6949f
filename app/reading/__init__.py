"""Reading in processes of its own: whatever a file does to its reader, the engine lives on."""
