//! gouji (勾稽) checks Chinese government disclosure annual reports (政府信息公开工作年度报告).
//!
//! ```text
//! bytes ──ingest──▶ Document ──recognise──▶ tables ─┐
//!                                           claims ─┴▶ Facts ──rules──▶ Checks ──view──▶ Report
//! ```

mod check;
pub mod claims;
pub mod document;
pub mod facts;
pub mod forms;
pub mod ingest;
pub mod locate;
pub mod recognise;
pub mod rule;
pub mod rules;
pub mod text;
pub mod view;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use check::{Options, check};
