//! The fictional programme, made through terrain-api only.
