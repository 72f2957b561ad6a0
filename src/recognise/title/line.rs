//! A line that reads like a title.

use super::{Title, name, year::parse_year};
use crate::{
    document::Document,
    recognise::folds::Folds,
    text::{
        Folded, Span,
        edges::is_surrounding,
        pattern::{Captures, Regex},
        words::any,
    },
};
use std::sync::LazyLock;

/// The longest title, in letters.
pub(super) const LONGEST: usize = 64;

/// What such a report is called.
pub(super) const REPORT: &str = "(?:政府)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度|年)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)";
/// A year in digits of any kind.
pub(super) const YEAR: &str =
    "(?:19|2 ?0)(?: ?[0-9]){2}|[二2][〇0零○O][〇0零○O一二三四五六七八九1-9]{2}";

/// A body, a year and the name of the report.
pub(super) static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "^(?:关于)?(.{{0,30}}?)[(〔]?({YEAR})[)〕]?年?度?([^0-9]{{0,30}}?){REPORT}"
    ))
    .expect("a valid pattern")
});
/// The year inside the report's name or behind it: `公开工作2017年年度报告`, `公开年度报告（2017年）`.
pub(super) static DATED_LATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "^(?:关于)?(.{{2,30}}?)(?:政府)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)?[(〔]?({YEAR})[)〕]?年?度?[)〕]?((?:年?度?(?:工作)?(?:情况)?(?:报告|年报))?)"
    ))
    .expect("a valid pattern")
});
/// A title without a year.
pub(super) static UNDATED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^(.{{2,30}}?){REPORT}")).expect("a valid pattern"));
/// What may stand behind the name of a report that is not the report: a letter, a notice, an explanation.
const NO_REPORT: [&str; 4] = ["函", "知", "解读", "说明"];

/// A line, or lines together, as a title, where they read like one.
pub(super) fn read(
    document: &Document,
    folds: &Folds,
    pattern: &Regex,
    span: Span,
) -> Option<Title> {
    let quote = document.quote(span);
    if span.end - span.start > 8 * LONGEST || !may_be_title(quote) || is_surrounding(quote) {
        return None;
    }
    let folded = folds.stretch(document, span);
    let text = folded.text();
    // 现将我县2023年度…情况报告如下:
    let lead = text.starts_with("现将") || text.starts_with("现就");
    let sentence = lead || text.contains(['。', '，', ',', ';', '；', '《', '>']);
    if sentence || text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let groups = pattern.captures(text)?;
    let rest = &text[groups.get(0)?.end()..];
    let other = rest.chars().nth(8).is_some() || any(rest, &NO_REPORT);
    (!other).then(|| title(&folded, &groups))
}

/// Whether a text has the characters that every title has, in either script; a glance before a pattern is tried.
fn may_be_title(text: &str) -> bool {
    let rest = text.find('公').map_or("", |at| &text[at..]);
    let open = rest.find(['开', '開']);
    open.is_some_and(|at| rest[at..].contains(['报', '報']))
}

/// The title that a pattern has found.
pub(super) fn title(folded: &Folded, groups: &Captures<'_>) -> Title {
    let named = |at: usize| {
        let group = groups.get(at)?;
        let own = name::name(group.as_str())?;
        let (start, end) = (group.start() + own.start, group.start() + own.end);
        let end = end + government(&group.as_str()[own], &folded.text()[end..]);
        Some(folded.origin(start..end))
    };
    Title {
        span: folded.origin(groups.get(0).map_or(0..0, |whole| whole.range())),
        organization: named(1).or_else(|| named(3)),
        year: groups.get(2).and_then(|year| parse_year(year.as_str())),
    }
}

/// The length of 政府 behind a name that ends with 人民: there it belongs to the name, not to 政府信息公开.
fn government(name: &str, rest: &str) -> usize {
    const GOVERNMENT: &str = "政府";
    if name.ends_with("人民") && rest.starts_with(GOVERNMENT) {
        GOVERNMENT.len()
    } else {
        0
    }
}
