"""What browsers pack in the files of a profile, one module for each kind of packing."""
