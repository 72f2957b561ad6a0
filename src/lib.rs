//! gouji (勾稽) checks Chinese government disclosure annual reports (政府信息公开工作年度报告).
//!
//! ```text
//! bytes ──ingest──▶ Document ──recognise──▶ tables ──▶ Facts ──rules───▶ Checks ──report──▶ Report
//!                                             │         │                 ▲
//!                                             └─ prose ─┴───claims────────┘
//! ```
//!
//! A module uses only modules above it in this list; `tests/modules.rs` holds that.

pub mod text;
pub mod document;
pub mod rule;
pub mod ingest;
pub mod facts;
pub mod forms;
pub mod recognise;
pub mod claims;
#[cfg(feature = "compare")]
pub mod compare;
pub mod rules;
pub mod locate;
pub mod view;
pub mod report;
#[cfg(feature = "files")]
pub mod annotate;
pub mod export;
mod check;
#[cfg(target_arch = "wasm32")]
pub mod dom;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

#[cfg(feature = "compare")]
pub use check::{Bodies, name_list};
pub use check::{LastYear, Options, check, check_document};
