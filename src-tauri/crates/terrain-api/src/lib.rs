//! The only door: every action of the window, the command and the tests.
