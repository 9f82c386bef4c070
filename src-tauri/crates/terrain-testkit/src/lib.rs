//! Fixed clock, seeded ids, builders, a fleet of laptops and a breakable disk, for tests only.
