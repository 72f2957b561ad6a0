//! The official forms as data.
