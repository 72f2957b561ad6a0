//! Table two besides documents: decisions on licences, penalties and coercion, fees, procurement.

use super::meaning::{Meaning, listed};
use crate::{
    claims::{
        lexicon::{
            Kind,
            decisions::{BODIES, DECIDING, DECISIONS, OTHERS},
            links::OWN,
        },
        reading::{
            mention::Mention,
            page::{Page, any, finding, has},
        },
        rules,
    },
    facts::{Fact, Facts},
    rule::{Check, Severity, Terms},
    text::{Number, number::plain, words::without},
};

/// What a number of decisions means in table two.
pub(super) fn decisions(page: &Page, at: usize) -> Option<Meaning> {
    let wide = page.wide(at);
    let label = page.label(at);
    if !has(wide, "行政") || any(wide, &["复议", "诉讼"]) {
        return None;
    }
    let mut named = DECISIONS.iter().filter(|(word, _)| has(label, word));
    let (word, [decided, items]) = named.next()? else {
        return None;
    };
    if named.next().is_some() {
        return None;
    }
    let unit = page.mentions[at].unit;
    let reading = match unit {
        "件" | "个" | "次" => *decided,
        "项" => *items,
        _ => return None,
    };
    Some(Meaning {
        name: reading.en.to_owned(),
        readings: vec![reading],
        sure: unit == "件" && plainly(label, word) && !by_one(page, at) && !listed(page, at),
        governor: None,
    })
    .filter(|_| !any(wide, OTHERS) && !shown(page, at))
}

/// Whether a body has decided that many, or those right before in the sentence: `县水务局作出行政许可82件、行政处罚9件`.
fn by_one(page: &Page, at: usize) -> bool {
    let last = at
        .checked_sub(1)
        .filter(|&last| page.same_sentence(last, at));
    let mut numbers = [Some(at), last].into_iter().flatten();
    numbers.any(|at| any(&without(page.wide(at), OWN), BODIES))
}

/// Whether the end of the clause makes the number one of what was shown: `行政许可320件、行政处罚86件的公示`.
fn shown(page: &Page, at: usize) -> bool {
    let rest = page.slice(page.mentions[at].range.end..page.text().len());
    let rest = rest.split([',', '。', ';']).next().unwrap_or(rest);
    rest.split_once('的').is_some_and(|(_, of)| any(of, OTHERS))
}

/// Whether the words before a number say no more than that so many were decided: 全年共作出行政许可决定.
fn plainly(label: &str, word: &str) -> bool {
    let plain = without(label, OWN);
    let Some((before, after)) = plain.split_once(word) else {
        return false;
    };
    let after = after.trim_end_matches(['共', '计', '约', '为', '了']);
    let after = after.trim_end_matches(['数', '量']);
    let mut before = before;
    while let Some(cut) = DECIDING.iter().find_map(|lead| before.strip_suffix(lead)) {
        before = cut;
    }
    let year = before.chars().all(|c| c.is_ascii_digit());
    year && ["", "决定", "处理决定", "案件", "事项", "办件"].contains(&after)
}

/// Compares sums of money with the fees and the procurement of table two.
pub(super) fn money(page: &mut Page, facts: &Facts, checks: &mut Vec<Check>) {
    for at in 0..page.mentions.len() {
        if page.mentions[at].kind == Kind::Money {
            checks.extend(amount(page, at, facts));
        }
    }
}

fn amount(page: &mut Page, at: usize, facts: &Facts) -> Option<Check> {
    let (mention, words) = (&page.mentions[at], page.wide(at));
    let (fact, noun) = if has(words, "行政事业性收费") {
        (facts.get("t2.fees.amount")?, "行政事业性收费")
    } else if has(words, "集中采购") {
        (facts.get("t2.procurement.amount")?, "采购")
    } else {
        return None;
    };
    let odd = mention.change || mention.earlier || mention.malformed || any(words, BODIES);
    let printed = fact.value.filter(|_| !fact.inferred && !odd)?;
    let fits = |value: Number| (mention.low..=mention.high).contains(&value);
    let whole = printed.checked_mul(Number::from(10_000))?;
    if fits(whole) || fits(printed) {
        return Some(told(page, at, fact, None));
    }
    let plainly = page
        .label(at)
        .trim_end_matches(['共', '计', '为', '总', '金', '额', '收', '入'])
        .ends_with(noun);
    let sure = plainly && !mention.hedged && !any(words, &["减免", "减少", "降低", "取消", "累计"]);
    if !sure {
        return None;
    }
    let found = differs(page.quote(at), mention, fact, printed);
    Some(told(page, at, fact, Some(found)))
}

fn differs(quote: &str, mention: &Mention, fact: &Fact, printed: Number) -> crate::rule::Finding {
    let (said, table) = (mention.value / Number::from(10_000), plain(printed));
    let mut found = finding(
        Severity::Warning,
        format!(
            "正文为 {quote}，表格“{}”为 {table} 万元，两处不一致；统计范围或单位可能不同，请核对。",
            fact.label
        ),
        format!(
            "The text says {quote}, the table “{}” says {table} (ten thousand yuan); scope or unit may differ.",
            fact.label
        ),
        Some(format!("{} ≠ {table}", plain(said))),
    );
    found.terms = Terms::equal(&[said], &[printed]);
    found.expected = Some(table);
    found.found = Some(quote.to_owned());
    found
}

fn told(page: &mut Page, at: usize, fact: &Fact, finding: Option<crate::rule::Finding>) -> Check {
    let mut check = page.check(rules::TEXT_DIFFERS_FROM_TABLE, "link", &[at], finding);
    check.evidence.extend(fact.evidence());
    check
}
