//! The types of the page, written down from those of the shell and the door.
