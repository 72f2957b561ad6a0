//! The overview, of which last year's text may have been left.

use super::{HISTORY, Own, agrees, left_over::NOW};
use crate::{
    document::Document,
    rule::{Bilingual, Check, Evidence},
    text::{Folded, folded::fold_str, pattern::Regex, words::has},
};
use std::{cell::LazyCell, sync::LazyLock};

static OPENING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^20[0-9]{2}年度?(?:以来)?,").expect("a valid pattern"));
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(20[0-9]{2})年度?,(?:我|本)[市县区局委办厅镇乡街旗州省机单]")
        .expect("a valid pattern")
});

/// An item of the overview that begins with a year and tells at once how much was opened or asked for.
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^\\(?[一二三四五六七八九十0-9]{1,3}[)、.]{0,2}[^。:,0-9]{0,14}(?:主动公开|依申请公开)[^。:,0-9]{0,10}[。:](20[0-9]{2})年(?:,|我|本)[^。0-9]{0,40}(?:公开|发布|收到|受理)[^。0-9]{0,16}[0-9]+(?:余|多)?[条件篇份则宗]",
    )
    .expect("a valid pattern")
});

/// An item that says one of these has figures of something else than of what was opened in the year that it names.
const NOT_OPENED: [&str; 19] = [
    "报告年度",
    "报告期",
    "一年来",
    "目前",
    "决算",
    "预算",
    "印发",
    "结转",
    "整改",
    "整合",
    "迁移",
    "修订",
    "指出",
    "列明",
    "口径",
    "补充",
    "法院",
    "开通",
    "目录",
];

/// Whether a paragraph that begins with a year goes on with the reporting body.
fn tells_of_body(text: &str, body: Option<&str>) -> bool {
    let after = || text.split_once(',').map_or("", |(_, after)| after);
    OWN.is_match(text) || body.is_some_and(|name| after().starts_with(name))
}

/// The paragraphs of section one that begin with a year, and its items that count under one.
pub(super) fn apply(
    document: &Document,
    paragraphs: &[&Folded],
    own: Own,
    checks: &mut Vec<Check>,
) {
    opening(document, paragraphs, own, checks);
    items(paragraphs, own, checks);
}

/// Whether a paragraph begins with that year.
fn begins(folded: &Folded, year: i32) -> bool {
    folded.text().starts_with(&year.to_string()) && OPENING.is_match(folded.text())
}

/// The paragraphs that begin with the year before as if it were the report's own.
fn opening(document: &Document, paragraphs: &[&Folded], own: Own, checks: &mut Vec<Check>) {
    let body = own.title.organization;
    let body = body.map(|span| fold_str(document.quote(span)));
    let now = format!("{}年", own.year);
    let first = paragraphs.iter().find(|folded| begins(folded, own.year));
    if let Some(first) = first {
        checks.push(agrees(Evidence::words(first.origin(0..4), "本年")));
    }
    let said = |folded: &&Folded| has(folded.text(), &now) || has(folded.text(), "二〇");
    let current = LazyCell::new(|| paragraphs.iter().any(said));
    let dated = |folded: &&&Folded| OPENING.is_match(folded.text());
    let lead = paragraphs.iter().find(dated).map(|folded| folded.text());
    let before = own.year - 1;
    for folded in paragraphs.iter().filter(|folded| begins(folded, before)) {
        let text = folded.text();
        let history = HISTORY.iter().any(|word| text.contains(word));
        let told = (first.is_none() || lead == Some(text)) && tells_of_body(text, body.as_deref());
        if !*current || told && !text.contains(&now) && !history {
            checks.push(left(
                own,
                before,
                Evidence::words(folded.origin(0..4), "正文年份"),
            ));
        }
    }
}

fn left(own: Own, printed: i32, at: Evidence) -> Check {
    let year = own.year;
    let message = Bilingual::new(
        format!("标题是 {year} 年，总体情况却以“{printed}年”叙述本年工作，可能沿用了上年的文字。"),
        format!(
            "The title says {year}, the overview tells of {printed} as its own year: text of last year may have been left."
        ),
    );
    own.differs(message, at, &printed.to_string())
}

/// The items of section one that count what was opened or asked for under the year before, and say nothing of this year:
/// `(一)主动公开情况。2022年,通过网站公开信息915条` of 2023.
fn items(paragraphs: &[&Folded], own: Own, checks: &mut Vec<Check>) {
    let (now, before) = (format!("{}年", own.year), own.year - 1);
    let then = format!("{before}年");
    for folded in paragraphs {
        let text = folded.text();
        if !has(text, &then) || has(text, &now) {
            continue;
        }
        let item = ITEM.captures(text).and_then(|groups| groups.get(1));
        let Some(said) = item.filter(|said| said.as_str().parse() == Ok(before)) else {
            continue;
        };
        let mut words = HISTORY.iter().chain(&NOW).chain(&NOT_OPENED);
        if !words.any(|word| has(text, word)) {
            let place = Evidence::words(folded.origin(said.start()..said.end()), "正文年份");
            checks.push(counted(own, said.as_str(), place));
        }
    }
}

fn counted(own: Own, printed: &str, at: Evidence) -> Check {
    let year = own.year;
    let message = Bilingual::new(
        format!("标题是 {year} 年，这一项却写作“{printed}年”的数量，可能沿用了上年的文字。"),
        format!(
            "The title says {year}, this item counts for {printed}: text of last year may have been left."
        ),
    );
    own.differs(message, at, printed)
}
