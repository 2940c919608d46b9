"""What is done to an open vault's keys: slots, drills, another data key."""
