//! The body's name in a line of its own above the title.

use super::Title;
use crate::{document::Document, recognise::folds::Folds, text::character::is_han};

/// How the name of a body ends that may stand in a line of its own above the title.
const BODIES: [&str; 22] = [
    "局",
    "厅",
    "海关",
    "委员会",
    "管委会",
    "人民政府",
    "镇政府",
    "乡政府",
    "办公室",
    "办事处",
    "管理处",
    "支队",
    "总队",
    "大队",
    "总工会",
    "公司",
    "医院",
    "学院",
    "大学",
    "中学",
    "小学",
    "学校",
];

/// A title that names no body, with the line above it where that is a body's name.
pub(super) fn with_name_above(document: &Document, folds: &Folds, title: Title) -> Title {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;
    let blocks = document.blocks();
    let at = document.block_at(title.span.start);
    let filled = |at: &usize| !document.quote(blocks[*at]).trim().is_empty();
    let Some(above) = (0..at).rev().find(filled) else {
        return title;
    };
    let name = folds.block(above).text();
    let is_name = LENGTHS.contains(&name.chars().count())
        && name.chars().all(is_han)
        && BODIES.iter().any(|ending| name.ends_with(ending));
    if title.organization.is_some() || !is_name {
        return title;
    }
    Title {
        span: blocks[above].join(title.span),
        organization: Some(blocks[above]),
        ..title
    }
}
