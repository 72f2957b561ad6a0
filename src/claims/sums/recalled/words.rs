//! The words that recall a whole: 在主动公开的信息中, or a heading of what is divided: 公开的主要类别.

use crate::claims::{
    lexicon::sums::DIVISIONS,
    reading::{
        page::{Page, any},
        prose::Prose,
    },
};

/// The longest words that recall a whole, in bytes.
const LONGEST: usize = 75;

/// What words say of the whole that they recall.
#[derive(Debug)]
pub(super) struct Recalled {
    /// The noun of the whole, where nothing else is said of it: 复议案件中, 县直部门中.
    pub(super) noun: Option<String>,
    /// Whether it counts requests.
    pub(super) asked: bool,
    /// Whether it counts what was dealt with.
    done: bool,
    /// Words that must stand with it too.
    also: Vec<&'static str>,
}

impl Recalled {
    fn new(words: &str) -> Self {
        let also = ["新增", "累计", "历年"].into_iter();
        Self {
            noun: None,
            asked: words.contains("申请"),
            done: done(words),
            also: also.filter(|word| words.contains(word)).collect(),
        }
    }
}

/// What is recalled before a number, if it is the first of some parts.
pub(super) fn recalled(prose: &Prose, at: usize, first: usize) -> Option<Recalled> {
    let page = &prose.pages[at];
    let mention = &page.mentions[first];
    let counts = mention.is_count() && !mention.change && mention.paren.is_none();
    let words = || head(page, first).or_else(|| division(prose, at, first));
    if !counts {
        return None;
    }
    let noun = || {
        noun(page, first).map(|noun| Recalled {
            noun: Some(noun.to_owned()),
            ..Recalled::new(noun)
        })
    };
    words().map(Recalled::new).or_else(noun)
}

/// The noun at the head of a sentence, or of a clause after a semicolon, that names a whole of the passage.
fn noun(page: &Page, first: usize) -> Option<&str> {
    let before = page.before(first);
    let clause = before.strip_suffix(page.label(first)).unwrap_or(before);
    let clause = clause.strip_suffix([',', ':'])?.strip_suffix('中')?;
    let cut = clause.rfind(['。', ';'])?;
    let noun = clause[cut..].trim_start_matches(['。', ';', '在']);
    let plain = !noun.contains([',', '、', '(', ')', '其']);
    (plain && (2..9).contains(&noun.chars().count())).then_some(noun)
}

/// The words at the head of a sentence that recall what was counted before: 在主动公开的信息.
fn head(page: &Page, first: usize) -> Option<&str> {
    let before = page.before(first);
    let head = match before.rsplit_once('。') {
        Some((_, head)) => head,
        None => (first == 0).then_some(before)?,
    };
    let (words, rest) = head.split_once('中')?;
    let goes_on = rest.starts_with([',', ':']) || rest.starts_with("其中");
    let things = ["信息", "申请", "件", "条"];
    let ends = things.iter().any(|thing| words.ends_with(thing));
    let told = any(words, &["公开", "发布", "受理", "收到", "答复", "办结"]);
    (goes_on && ends && told && words.len() <= LONGEST).then_some(words)
}

/// The heading or lead of a passage that says how what was disclosed is divided: 主动公开政府信息的主要类别情况.
fn division(prose: &Prose, at: usize, first: usize) -> Option<&str> {
    let page = &prose.pages[at];
    let lead = match first {
        0 => last_clause(page.slice(0..page.mentions[0].label.start)),
        _ => view(page, first)?,
    };
    let under = || {
        let above = &at
            .checked_sub(1)
            .and_then(|above| prose.pages.get(above))?
            .passage;
        let text = above.text.as_str();
        // 按类别分:
        let leads = text.starts_with(['按', '从']) && text.ends_with(':');
        (above.heading || leads).then_some(text)
    };
    let words = if first > 0 || lead.contains([':', '。']) {
        lead
    } else {
        under()?
    };
    let other = ["申请", "答复", "收费", "复议", "诉讼", "咨询", "不予"];
    let leads = words.starts_with(['按', '从']);
    let divides = leads || words.contains("公开");
    let divides = divides && any(words, DIVISIONS) && !any(words, &other);
    (divides && words.len() <= LONGEST).then_some(words)
}

/// Words; of those that are too long, as where a heading has no line of its own, the last clause.
fn last_clause(words: &str) -> &str {
    let long = words.len() > LONGEST;
    let clause = words.rsplit(',').next().filter(|_| long);
    clause.unwrap_or(words)
}

/// The clause right before a number that announces a view inside a passage: 按公开主体:
fn view(page: &Page, first: usize) -> Option<&str> {
    let before = page.before(first).strip_suffix(page.label(first))?;
    let clause = before.strip_suffix(':')?;
    let clause = clause.rsplit(['。', ';', ',']).next()?;
    let clause = clause.trim_start_matches(|c: char| !c.is_alphabetic());
    clause.starts_with(['按', '从']).then_some(clause)
}

/// Whether the words around a number name what is recalled.
pub(super) fn named(around: &str, said: &Recalled) -> bool {
    if let Some(noun) = &said.noun {
        return around.contains(noun.as_str());
    }
    said.asked == around.contains("申请")
        && any(around, &["公开", "发布", "信息", "申请"])
        && said.also.iter().all(|word| around.contains(word))
        && (!said.done || done(around))
}

fn done(words: &str) -> bool {
    any(words, &["答复", "办结", "办理"])
}
