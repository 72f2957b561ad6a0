//! All passages of the prose with their numbers, and what they are measured by.

use super::{
    page::Page, passage::passages, printed::labels, quantities::mentions, results::Results,
    traits::traits,
};
use crate::{
    claims::{
        Context,
        lexicon::{
            cells::RESULTS,
            roles::{CLOSED, OTHERS, SERVICES, TAKEN_IN},
        },
    },
    rule::Evidence,
    text::words::{Glance, Words, any, has},
};
use std::{rc::Rc, sync::LazyLock};

/// How titles end that name requests, and what may stand before.
const TITLES: [&str; 4] = ["申请情况", "申请数量", "申请接收情况", "申请受理情况"];
const LEADS: [&str; 8] = [
    "",
    "收到",
    "受理",
    "接收",
    "公开",
    "信息公开",
    "政府信息公开",
    "收到公开",
];
/// How titles end that name what became of them.
const ENDINGS: [&str; 5] = ["办理情况", "办结情况", "答复情况", "处理情况", "结转情况"];
/// How long the title at the head of a passage may be, in bytes.
const TITLE: usize = 60;

/// All passages.
#[derive(Debug)]
pub(in crate::claims) struct Prose {
    pub(in crate::claims) pages: Vec<Page>,
    pub(in crate::claims) year: Option<u16>,
    /// Counts of requests received or answered that shares of later passages may be measured by.
    pub(in crate::claims) asked: Vec<(usize, usize)>,
    /// The totals of table three that shares of requests may be measured by.
    pub(in crate::claims) totals: Vec<Evidence>,
    /// What table three says of each group of results.
    pub(in crate::claims) results: Results,
}

impl Prose {
    pub(in crate::claims) fn new(context: &Context<'_>) -> Self {
        let body = Rc::from(context.body);
        let mut heading = String::new();
        let mut pages = Vec::new();
        for passage in passages(context) {
            if passage.heading {
                heading.clone_from(&passage.text);
            }
            let glance = Glance::new(&passage.text);
            let labels = labels(&passage.text, &glance);
            let mut mentions = if tabular(&passage.text) {
                Vec::new()
            } else {
                mentions(&passage.text, context.year)
            };
            mentions.retain(|mention| {
                !labels
                    .iter()
                    .any(|label| label.contains(&mention.range.start))
            });
            let asking = glance.may_have("申请")
                && (asks(&passage.text) || titled(&passage.text))
                && !serves(&passage.text)
                || glance.may_have("结转") && balances(&passage.text)
                || glance.may_have("予") && granted(&passage.text);
            let goes_on = || {
                let near = |page: &&Page| !page.passage.heading;
                let mut before = pages.iter().rev().take(NEAR).take_while(near);
                let item = || result(&passage.text) || settles(&passage.text);
                let told = carries(&passage.text) || passage.item && item();
                !passage.heading && told && before.any(|page| page.requests)
            };
            let headed = heading.contains("申请") && !of_others(&passage.text);
            let requests = asking || headed || goes_on();
            let litigation = glance.says(&passage.text, &["复议", "诉讼"]);
            let mut page = Page {
                litigation,
                glance,
                traits: Vec::new(),
                requests,
                used: vec![false; mentions.len()],
                borne_out: vec![false; mentions.len()],
                passage,
                mentions,
                lists: Vec::new(),
                heading: heading.clone(),
                body: Rc::clone(&body),
            };
            page.traits = traits(&page);
            pages.push(page);
        }
        Self {
            pages,
            year: context.year,
            asked: Vec::new(),
            totals: totals(context),
            results: Results::new(context.facts),
        }
    }

    /// The quantities that no check explains.
    pub(in crate::claims) fn unused(&self) -> Vec<Evidence> {
        let mut all = Vec::new();
        for page in &self.pages {
            for (at, mention) in page.mentions.iter().enumerate() {
                if !page.used[at] && !mention.unit.is_empty() && !mention.malformed {
                    all.push(page.evidence(at));
                }
            }
        }
        all
    }
}

/// The totals of table three, as far as they were read.
fn totals(context: &Context<'_>) -> Vec<Evidence> {
    ["t3.total.total", "t3.new.total"]
        .iter()
        .filter_map(|id| {
            let fact = context.facts.get(id)?;
            let (value, span) = (fact.value?, fact.span?);
            Some(Evidence {
                span,
                label: fact.label.clone(),
                value: Some(value),
            })
        })
        .collect()
}

fn asks(text: &str) -> bool {
    static ASKING: LazyLock<Words> = LazyLock::new(|| {
        Words::new([
            "公开申请",
            "依申请件",
            "依申请信息",
            "信息的申请",
            "信息申请",
            "申请公开",
            "收到申请",
            "新收申请",
            "受理申请",
            "办结申请",
            "答复申请",
        ])
    });
    ASKING.any(text)
}

/// Whether a passage says what came new, was carried over and answered, as is said of requests alone:
/// `全年新收697件、上年结转43件,办结687件`.
fn balances(text: &str) -> bool {
    any(text, &["新收", "申请"])
        && has(text, "结转")
        && (any(text, TAKEN_IN) || any(text, &["办理", "处理"]) || text.matches("结转").count() > 1)
        && any(text, CLOSED)
        && !any(text, OTHERS)
        && !serves(text)
}

/// Whether a passage names requests and several of their results: `办理申请158件,其中予以公开84件、不予公开12件、…`.
fn granted(text: &str) -> bool {
    let results = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理"];
    has(text, "申请") && results.iter().filter(|result| has(text, result)).count() > 2
}

/// So many passages back requests may have been named that a passage goes on about.
const NEAR: usize = 5;

/// Whether a passage goes on about the requests of the one before it: `上年结转4件,办结273件,结转下年3件`.
fn carries(text: &str) -> bool {
    const BEGINS: [&str; 4] = ["上年", "全年", "本年度", "共"];
    let rest = BEGINS.iter().find_map(|word| text.strip_prefix(word));
    let rest = rest.unwrap_or(text).trim_start_matches(['度', '共']);
    let count = ["结转", "办结"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    count.is_some_and(|count| count.starts_with(|c: char| c.is_ascii_digit())) && has(text, "结转")
}

/// Whether a list item says what was answered and what is left: `(二)办理情况。全年办结273件,结转下年3件`.
fn settles(text: &str) -> bool {
    let name = title(text);
    // 民生实事办理情况: of other things.
    let plain = ENDINGS
        .iter()
        .filter_map(|end| name.strip_suffix(end))
        .any(|lead| LEADS.contains(&lead) || has(lead, "申请"));
    plain && has(text, "办结") && has(text, "结转") && !any(text, OTHERS)
}

/// The title at the head of a list item, without its number.
fn title(text: &str) -> &str {
    let title = text.split([':', '。', ',']).next().unwrap_or(text);
    title.rsplit(['、', '.', ')']).next().unwrap_or(title)
}

/// Whether a list item is by its title about other things that are dealt with: `1.行政许可办理情况。全年办结1280件`.
fn of_others(text: &str) -> bool {
    let title = title(text);
    title.len() <= TITLE
        && title.ends_with("情况")
        && any(title, OTHERS)
        && !any(title, &["申请", "公开", "复议", "诉讼"])
}

/// Whether the requests of a passage are for a service of the body, and not for information: `公租房申请情况。收到申请1260件`.
fn serves(text: &str) -> bool {
    any(text, SERVICES) && !any(text, &["信息", "依申请"])
}

/// Whether a list item begins with a result of requests: `1.予以公开5件`.
fn result(text: &str) -> bool {
    let name = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".、()".contains(c));
    RESULTS.iter().any(|(word, _)| name.starts_with(word))
}

/// Whether a passage begins with a title of its own that names requests: `依申请公开:收到118件,办结115件`.
fn titled(text: &str) -> bool {
    let title = text.split([':', '。', ',']).next().unwrap_or(text);
    let name = self::title(text);
    let of_requests = || {
        let lead = |end: &&str| name.strip_suffix(*end);
        TITLES
            .iter()
            .filter_map(lead)
            .any(|lead| LEADS.contains(&lead))
    };
    title.len() <= TITLE && title.len() < text.len() && (has(title, "依申请公开") || of_requests())
}

/// Whether a line looks like a row of a table rather than a sentence.
fn tabular(text: &str) -> bool {
    let more_numbers = |most: usize| {
        let pieces = text.split(|c: char| !c.is_ascii_digit());
        pieces.filter(|piece| !piece.is_empty()).nth(most).is_some()
    };
    let stops = text.contains([',', '。', ';', '、', ':', '(']);
    (text.contains('|') && more_numbers(1))
        || (!stops && more_numbers(3))
        || text.matches(' ').nth(3).is_some()
}
