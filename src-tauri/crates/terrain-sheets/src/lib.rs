//! Cells of .xlsx, .xls and .csv with their places, typed, with limits.
