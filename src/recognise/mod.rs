//! A document to sections and tables.

pub mod align;
pub mod assign;
pub mod columns;
mod decide;
pub mod field;
pub mod readings;
pub mod similar;
pub mod stream;
