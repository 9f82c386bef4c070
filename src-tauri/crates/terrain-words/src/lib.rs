//! Words of every screen and message in French, Arabic and English (Fluent).
