//! The period that the report says it is of.

use super::{ABOUT_OTHERS, CENTURY, Own, agrees, sentence};
use crate::{
    rule::{Bilingual, Check, Evidence},
    text::{
        Folded,
        pattern::{self, Match, Regex},
        words::has,
    },
};
use std::sync::LazyLock;

static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(20[0-9]{2})年?1月1日(?:零时)?(?:起|开始)?(?:至|到|-|—|–|~|～)+(?:(20[0-9]{2})年)?12月31日",
    )
    .expect("a valid pattern")
});

/// A sentence that states the period says one of these.
const STATED: [&str; 5] = ["统计期限", "所列数据", "统计时间", "统计数据", "报告期"];
/// Whether a line that is to state the period ends before the period does: `统计期限为2013年1月⏎1日至…`.
pub(super) fn is_cut(line: &str) -> bool {
    STATED.iter().any(|word| has(line, word))
        && !has(line, "12月31日")
        && line.ends_with(|c: char| c.is_ascii_digit() || "年月日至到为自从起".contains(c))
}

/// The stated period against the title.
pub(super) fn apply(folded: &Folded, own: Own, checks: &mut Vec<Check>) {
    let text = folded.text();
    if !text.contains("1月1日") {
        return;
    }
    for (at, groups) in pattern::captures_at(&PERIOD, CENTURY, text) {
        let Some(whole) = groups.get(0) else { continue };
        let range = |found: Match<'_>| at + found.start()..at + found.end();
        let around = sentence(text, range(whole));
        let named = |words: &[&str]| words.iter().any(|word| around.contains(word));
        if !named(&STATED) || named(&ABOUT_OTHERS) {
            continue;
        }
        let place = |found: Match<'_>| Evidence::words(folded.origin(range(found)), "统计期限");
        let mut years = groups.iter().skip(1).flatten();
        checks.push(match years.find(|found| !own.is(found.as_str())) {
            None => agrees(place(whole)),
            Some(wrong) => differs(own, whole.as_str(), wrong.as_str(), place(wrong)),
        });
    }
}

fn differs(own: Own, period: &str, printed: &str, at: Evidence) -> Check {
    let year = own.year;
    let message = Bilingual::new(
        format!("标题是 {year} 年，统计期限却写作 {printed} 年（{period}）。"),
        format!("The title says {year}, the period stated says {printed} ({period})."),
    );
    own.differs(message, at, printed)
}
