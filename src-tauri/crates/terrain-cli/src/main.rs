//! The `mourafaka` command.
fn main() {}
