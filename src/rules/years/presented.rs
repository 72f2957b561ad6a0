//! The name by which the lead presents the report.

use super::{ABOUT_OTHERS, CENTURY, Own, agrees, sentence};
use crate::{
    rule::{Bilingual, Check, Evidence},
    text::{
        Folded,
        pattern::{self, Match, Regex},
    },
};
use std::sync::LazyLock;

static SELF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(20[0-9]{2})年(?:度)?[^。,，;；:《》“”]{0,16}?(?:信息|政务)公开[^。,，;；:《》“”]{0,8}(?:报告|年报)")
        .expect("a valid pattern")
});

/// What stands before the report's name where a sentence presents it.
const PRESENTING: [&str; 5] = ["编制", "公布", "现将", "撰写", "发布"];
/// The year under which the lead presents this report.
pub(super) fn apply(folded: &Folded, own: Own, checks: &mut Vec<Check>) {
    let text = folded.text();
    if !text.contains('。') || !text.contains("公开") {
        return;
    }
    for (at, groups) in pattern::captures_at(&SELF, CENTURY, text) {
        let (Some(whole), Some(printed)) = (groups.get(0), groups.get(1)) else {
            continue;
        };
        let range = |found: Match<'_>| at + found.start()..at + found.end();
        let around = sentence(text, range(whole));
        let before = around.split(whole.as_str()).next().unwrap_or_default();
        let presented = PRESENTING.iter().any(|word| before.contains(word));
        let others = ABOUT_OTHERS.iter().any(|word| around.contains(word));
        if quoted(&text[..at + whole.start()]) || !presented || others {
            continue;
        }
        let place = Evidence::words(folded.origin(range(printed)), "报告年度");
        checks.push(if own.is(printed.as_str()) {
            agrees(place)
        } else {
            differs(own, printed.as_str(), place)
        });
    }
}

fn differs(own: Own, printed: &str, at: Evidence) -> Check {
    let year = own.year;
    let message = Bilingual::new(
        format!("标题是 {year} 年，正文却称本报告为 {printed} 年的报告。"),
        format!("The title says {year}, the text calls this the report of {printed}."),
    );
    own.differs(message, at, printed)
}

/// Whether a document's title is open at the end of `before`.
fn quoted(before: &str) -> bool {
    before.rfind('《') > before.rfind('》')
}
