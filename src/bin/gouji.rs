//! The command line: the same check, natively.
fn main() {}
