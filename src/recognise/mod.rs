//! A document to sections and tables.
