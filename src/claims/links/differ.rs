//! Numbers of the text that fit no reading of the cell that they mean (N101).

use super::{meaning::reads, scope::own_out, slips::slip};
use crate::{
    claims::{
        cells::value,
        lexicon::{
            balance::ENDED,
            cells::CARRIED_IN,
            links::{OFFICES, SCOPES},
            roles::{CARRIED, CLOSED},
        },
        links::{Link, link_check, terms},
        reading::{
            page::{Page, any, finding, plus},
            prose::Prose,
        },
    },
    facts::{Fact, Facts},
    rule::{Cause, Check, Severity, Terms, Verdict},
    text::{Number, number::plain},
};

/// Numbers of one table that fit no reading.
pub(super) fn differing(
    prose: &mut Prose,
    facts: &Facts,
    links: &[Link],
    family: &str,
    checks: &mut Vec<Check>,
) {
    let of_family = |link: &&Link| {
        link.meaning
            .readings
            .first()
            .is_some_and(|reading| reading.cells[0].starts_with(family))
    };
    let mine: Vec<&Link> = links.iter().filter(of_family).collect();
    let fitting = mine.iter().filter(|link| link.fits.is_some()).count();
    let misses: Vec<&&Link> = mine
        .iter()
        .filter(|link| link.fits.is_none() && link.known && link.meaning.sure)
        .collect();
    let office = |link: &Link| {
        family != "t2" && any(&scope(&others(&prose.pages[link.page], link.at)), OFFICES)
    };
    let offices: Vec<usize> = misses
        .iter()
        .filter(|link| office(link))
        .map(|link| link.page)
        .collect();
    let right = |miss: &Link| {
        mine.iter().any(|link| {
            link.fits.is_some()
                && link.meaning.name == miss.meaning.name
                && !alike(prose, link, miss)
        })
    };
    let mut wrong: Vec<&Link> = Vec::new();
    for link in misses {
        let soft = prose.pages[link.page].mentions[link.at].hedged;
        let told = wrong
            .iter()
            .any(|one| one.meaning.name == link.meaning.name);
        if !soft
            && !told
            && !offices.contains(&link.page)
            && !own(prose, facts, link)
            && !withdrawn(prose, facts, link)
            && !right(link)
            && !shared(prose, facts, &mine, link)
        {
            wrong.push(link);
        }
    }
    // Where most figures of the text differ, the text speaks of another scope than the table: say so once.
    let elsewhere = wrong.len() >= 2 && wrong.len() > fitting;
    for link in wrong.iter().take(if elsewhere { 1 } else { wrong.len() }) {
        checks.push(difference(prose, facts, link, elsewhere));
    }
}

/// The words of a number without those by which its body speaks of itself, or of all its bodies.
fn others(page: &Page, at: usize) -> String {
    let mut words = page.wide(at).replace("政府及各部门", "");
    if !page.body.ends_with(['省', '市', '县', '区', '府']) {
        words = words.replace("本机关", "");
    }
    own_out(page, words)
}

/// The words that may tell of a scope: 本机关 in the name of a row tells of none.
fn scope(words: &str) -> String {
    words.replace("本机关不掌握", "不掌握")
}

/// Whether two numbers of requests received are said of the same body and time, so that both cannot be right:
/// 全年收到申请143件 in one paragraph, 全年收到申请133件 in another.
fn alike(prose: &Prose, one: &Link, other: &Link) -> bool {
    let whole = |link: &Link| {
        let (page, meaning) = (&prose.pages[link.page], &link.meaning);
        let part = any(&scope(page.text()), OFFICES) || any(page.text(), &["半年", "季度", "月底"]);
        meaning.name == "received" && meaning.sure && !part && page.mentions[link.at].is_exact()
    };
    let bodies = |link: &Link| {
        let page = &prose.pages[link.page];
        let sentence = page.around(link.at);
        let named = SCOPES
            .iter()
            .copied()
            .filter(move |body| sentence.contains(body));
        named.collect::<Vec<_>>()
    };
    one.page != other.page && whole(one) && whole(other) && bodies(one) == bodies(other)
}

/// Whether the number right after it is the table's, and said of the body itself: 全市412件,市本级65件.
fn own(prose: &Prose, facts: &Facts, link: &Link) -> bool {
    let (page, next) = (&prose.pages[link.page], link.at + 1);
    let Some(mention) = page.mentions.get(next) else {
        return false;
    };
    any(page.wide(next), &["本级", "本机关", "办公室", "政府办"])
        && page.same_sentence(link.at, next)
        && reads(&link.meaning.readings, facts, mention.value)
}

/// Whether a number and one beside it that means the same are together the table's: `局机关新收21件,派出机构新收65件`.
fn shared(prose: &Prose, facts: &Facts, mine: &[&Link], miss: &Link) -> bool {
    let value_of = |link: &Link| prose.pages[link.page].mentions[link.at].value;
    let beside = |link: &&&Link| {
        let near = link.page == miss.page && link.at.abs_diff(miss.at) == 1;
        near && link.meaning.name == miss.meaning.name
    };
    let mut others = mine.iter().filter(beside);
    others.any(|link| {
        reads(
            &miss.meaning.readings,
            facts,
            value_of(link) + value_of(miss),
        )
    })
}

/// Whether requests that ended in another way are told right behind, without which the number is the table's, or it is of
/// those of the year alone:
/// `收到申请67件,其中4件申请人撤回`, `收到申请67件次,…实际受理63件`.
fn withdrawn(prose: &Prose, facts: &Facts, link: &Link) -> bool {
    let (page, at) = (&prose.pages[link.page], link.at);
    let value_of = |at: usize| page.mentions[at].value;
    let less = |left: Number| reads(&link.meaning.readings, facts, value_of(at) - left);
    // 受理51件,其中已答复47件…;上年结转2件全部办结: of those of the year alone.
    let named = any(page.label(at), &["其中", "当年", "年内"]);
    let new = link.meaning.name == "answered" && (named || old_done(page, at));
    if new && value(facts, CARRIED_IN[0].cells).is_some_and(|old| less(-old)) {
        return true;
    }
    (at + 1..page.mentions.len())
        .take_while(|&i| page.same_sentence(at, i))
        .any(|i| {
            let told = value_of(i);
            let really = any(page.label(i), &["实际", "有效"]) && !any(page.label(i), CLOSED);
            (any(&page.around(i), ENDED) && less(told)) || (really && less(value_of(at) - told))
        })
}

/// Whether the sentence tells first that what was carried in is done: `上年结转39件全部办结,本年新收668件,办结616件`.
fn old_done(page: &Page, at: usize) -> bool {
    const BACK: usize = 8;
    let before = (0..at).rev().take(BACK);
    let mut before = before.take_while(|&i| page.same_sentence(i, at));
    before.any(|i| {
        let gap = page.gap(i, i + 1);
        any(page.label(i), CARRIED) && any(gap, &["全部", "均"]) && any(gap, CLOSED)
    })
}

fn difference(prose: &mut Prose, facts: &Facts, link: &Link, elsewhere: bool) -> Check {
    let reading = link.meaning.readings[0];
    let mut check = link_check(prose, facts, link, &reading);
    let page = &prose.pages[link.page];
    let scoped = elsewhere
        || any(&scope(&page.around(link.at)), SCOPES)
        || reading.cells[0].starts_with("t2");
    let table = value(facts, reading.cells).unwrap_or_default();
    let (quote, noun) = (page.quote(link.at), page.noun(link.at));
    let printed = match reading.cells {
        [cell] if cell.starts_with("t2.") => facts.get(cell),
        _ => None,
    };
    let name = printed.map_or(reading.zh, |fact| fact.label.as_ref());
    let mut zh = format!(
        "正文“{noun}{quote}”与表格“{name}”的 {} 不一致，其他合理口径也不相符。",
        plain(table)
    );
    let mut en = format!(
        "The text says {quote}, the table “{}” says {}; no other honest reading fits.",
        reading.en,
        plain(table)
    );
    let printed = page.mentions[link.at].value;
    if let Some((more, english, cell)) = slip(facts, reading.cells, printed, table) {
        zh.push_str(&more);
        en.push_str(&english);
        check.evidence.extend(cell.and_then(Fact::evidence));
    }
    if scoped {
        zh.push_str("两处的统计范围可能不同，请核对。");
        en.push_str(" The two may differ in scope.");
    }
    let severity = if scoped {
        Severity::Warning
    } else {
        Severity::Error
    };
    let (value, terms) = (page.mentions[link.at].value, terms(facts, &reading));
    let formula = format!("{} ≠ {}", plain(value), plus(&terms));
    let mut found = finding(severity, zh, en, Some(formula));
    found.terms = Terms::equal(&[value], &terms);
    found.cause = Cause::Report;
    found.expected = Some(plain(table));
    found.found = Some(plain(value));
    check.verdict = Verdict::Violated;
    check.finding = Some(found);
    check
}
