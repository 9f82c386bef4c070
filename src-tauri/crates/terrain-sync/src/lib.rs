//! One replica meets one central folder: pull, merge, seal, push, publish, check.
