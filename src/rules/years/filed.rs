//! The year in the file's name.

use super::{F104, Own, agrees};
use crate::{
    document::Document,
    rule::{Bilingual, Check, Evidence},
    text::{folded::fold_str, pattern::Regex},
};
use std::sync::LazyLock;

/// A file's name that says of which year the report in it is.
static FILED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(20[0-9]{2})年度?[^0-9]*公开[^0-9]*(?:报告|年报)").expect("a valid pattern")
});

/// The year in the file's name, where it names one report.
pub(super) fn apply(document: &Document, own: Own, checks: &mut Vec<Check>) {
    let Some(name) = document.name() else { return };
    let name = fold_str(name.rsplit(['/', '\\']).next().unwrap_or(name));
    let mut years = FILED
        .captures_iter(&name)
        .filter_map(|groups| groups.get(1));
    let (Some(printed), None) = (years.next(), years.next()) else {
        return;
    };
    let (year, printed) = (own.year, printed.as_str());
    let place = Evidence::words(own.title.span, "标题");
    checks.push(if own.is(printed) {
        agrees(place)
    } else {
        let message = Bilingual::new(
            format!("标题是 {year} 年，文件名却是 {printed} 年的报告。"),
            format!("The title says {year}, the file's name {printed}."),
        );
        Check::violated(&F104, vec![place], own.other(message, printed))
    });
}
