//! What is said of all requests received (N210): 均为自然人申请, 全部予以公开.

use crate::{
    claims::{
        cells::{cells, value},
        lexicon::{
            roles::{TAKEN_IN, WAITING},
            statements::ALL_ANSWERED,
        },
        reading::{
            page::{Page, any, finding},
            prose::Prose,
        },
        rules,
    },
    facts::{Fact, Facts},
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// What may be said of all requests: its words, the cells of their number, the cells that say it of some, and whether
/// those must be all of them or none.
struct Saying {
    words: &'static [&'static str],
    /// The cells of the numbers that it may be said of; the second of them holds what was carried in.
    of: &'static [&'static [&'static str]],
    cells: &'static [&'static str],
    all: bool,
    name: (&'static str, &'static str),
}

const SAYINGS: &[Saying] = &[
    Saying {
        words: &[
            "均为自然人",
            "全部为自然人",
            "都是自然人",
            "均系自然人",
            "全部是自然人",
            "均由自然人提出",
            "均为公民个人申请",
        ],
        of: &[&["t3.new.total"]],
        cells: &["t3.new.org"],
        all: false,
        name: ("法人或其他组织", "organisations"),
    },
    Saying {
        words: &[
            "全部予以公开",
            "均予以公开",
            "均已予以公开",
            "全部同意公开",
            "均同意公开",
        ],
        of: &[&["t3.total.total"]],
        cells: &["t3.granted.total"],
        all: true,
        name: ("予以公开", "granted"),
    },
    Saying {
        words: ALL_ANSWERED,
        of: &[&["t3.new.total"], &["t3.new.total", "t3.carried_in.total"]],
        cells: &["t3.carried_out.total"],
        all: false,
        name: ("结转下年度继续办理", "carried over"),
    },
];

/// Words of the year that what is left waits for.
const NEXT: &[&str] = &["下年", "下一年", "次年", "明年"];

/// Checks what is said of all requests.
pub(in crate::claims) fn check(prose: &mut Prose, facts: &Facts, checks: &mut Vec<Check>) {
    for page in &mut prose.pages {
        for at in 0..page.mentions.len() {
            if page.requests {
                checks.extend(said(page, at, facts));
            }
        }
    }
}

/// Whether a text says this of all, and names no others besides: `均为自然人、法人或其他组织申请`.
fn ends(text: &str, word: &str) -> bool {
    let behind = text.split_once(word).map(|(_, behind)| behind);
    behind.is_some_and(|behind| !behind.starts_with(['、', '和', '或', '及', '与', '以']))
        && !text.contains('除')
}

fn said(page: &mut Page, at: usize, facts: &Facts) -> Option<Check> {
    let mention = &page.mentions[at];
    let plainly = mention.is_exact();
    let around = page.around(at);
    let next = page
        .mentions
        .get(at + 1)
        .map_or(page.text().len(), |next| next.range.start);
    let rest = page.slice(mention.range.end..next);
    let rest = rest.split(['。', ';']).next().unwrap_or(rest);
    let asked = any(&around, TAKEN_IN) && any(&around, &["申请", "新收"])
        || ["合计", "共计", "共"].contains(&page.label(at));
    let other = any(&around, &["复议", "诉讼", "其中", "结转", "累计"]);
    if !plainly || !asked || other {
        return None;
    }
    let (saying, word) = SAYINGS.iter().find_map(|saying| {
        let word = saying.words.iter().find(|word| ends(rest, word))?;
        Some((saying, word))
    })?;
    let is = |cells: &&&[&str]| value(facts, cells) == Some(mention.value);
    let of = saying.of.iter().find(is)?;
    let some = value(facts, saying.cells)?;
    // Of new requests alone it may be said where only old ones are left.
    let old = saying.of.len() > of.len() && some <= value(facts, &["t3.carried_in.total"])?;
    let left = saying.of.len() > 1 && (any(page.text(), WAITING) || any(page.text(), NEXT));
    if !some.is_zero() && (old || left) {
        return None;
    }
    let wanted = if saying.all {
        mention.value
    } else {
        Number::ZERO
    };
    let printed = cells(facts, saying.cells);
    if printed.iter().any(|fact| fact.inferred) {
        return None;
    }
    let evidence: Vec<_> = printed.into_iter().filter_map(Fact::evidence).collect();
    let found = (some != wanted).then(|| {
        let (all, some) = (plain(mention.value), plain(some));
        finding(
            Severity::Error,
            format!(
                "正文称 {all} 件“{word}”，而表格中{}为 {some} 件。",
                saying.name.0
            ),
            format!(
                "The text says “{word}” of all {all}, but the table has {some} {}.",
                saying.name.1
            ),
            None,
        )
    });
    let mut check = page.check(rules::STATEMENTS_CONTRADICT, "statement", &[at], found);
    check.evidence.extend(evidence);
    Some(check)
}
