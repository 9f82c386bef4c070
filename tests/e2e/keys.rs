//! Keys, as the protocol names them.

/// Keys without a character.
pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
pub const CONTROL: &str = "\u{e009}";
pub const HOME: &str = "\u{e011}";
pub const PAGE_DOWN: &str = "\u{e00f}";
pub const UP: &str = "\u{e013}";
pub const DOWN: &str = "\u{e015}";
pub const TAB: &str = "\u{e004}";
pub const END: &str = "\u{e010}";
