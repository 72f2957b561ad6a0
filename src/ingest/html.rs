//! Web pages and pasted pieces of them.
