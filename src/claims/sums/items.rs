//! Parts in list items under a sentence that ends in a colon (N201).

use super::{BACK, kinds::closed_by_rest, tell::swap};
use crate::{
    claims::{
        lexicon::{lists::CHANNELS, sums::DIVIDED},
        reading::{
            mention::{Grade, Mention},
            page::{Page, alike, any, finding, unequal},
            prose::Prose,
            ways::Way,
        },
        rules,
        shares::tell::share_finding,
    },
    rule::{Check, Finding, Severity, Terms},
    text::{Number, number::plain},
};

/// The most list items that are looked at.
const ITEMS: usize = 40;

/// Finds lists whose parts stand in passages of their own.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    for at in 0..prose.pages.len() {
        let wholes = announced(prose, at);
        let Some(&last) = wholes.first() else {
            continue;
        };
        let parts = parts(prose, at, last);
        let all = |&&whole: &&usize| fit(prose, at, whole, &parts) == Some(parts.len());
        let whole = wholes.iter().find(all).copied();
        let whole = whole.unwrap_or_else(|| likely(prose, at, &wholes, &parts));
        let count = fit(prose, at, whole, &parts);
        if let Some(count) = count {
            checks.push(told(prose, at, whole, &parts[..count], None));
        } else if let Some(finding) = near(prose, at, whole, &parts, wholes.len() == 1) {
            checks.push(told(prose, at, whole, &parts, Some(finding)));
        }
        let parts = &parts[..count.unwrap_or(parts.len())];
        shares(prose, (at, whole), parts, checks);
    }
}

/// The numbers at the end of a passage that announces a list, from the last one back.
fn announced(prose: &Prose, at: usize) -> Vec<usize> {
    let page = &prose.pages[at];
    let counts = (0..page.mentions.len()).rev();
    let mut counts = counts.filter(|&i| page.mentions[i].is_count()).take(BACK);
    let Some(last) = counts.next() else {
        return Vec::new();
    };
    let rest = page.slice(page.mentions[last].range.end..page.text().len());
    if !(rest.ends_with([':', ',']) || rest.ends_with("其中")) || rest.chars().count() > 24 {
        return Vec::new();
    }
    // 申请5件,其中网上3件、信函2件。答复情况如下: the items divide what the list before does.
    let list = page.lists.iter().find(|list| list.holds && list.has(last));
    if let Some(whole) = list.and_then(|list| list.whole) {
        return vec![whole];
    }
    let near = counts.filter(|&i| page.gap(i, last).matches('。').count() < 2);
    std::iter::once(last)
        .chain(near)
        .filter(|&i| page.mentions[i].is_current() && page.mentions[i].paren.is_none())
        .collect()
}

/// The number that items are most likely parts of, where they add up to none: what their shares are of, what the words
/// name that announce them, or the last one that is no part itself.
fn likely(prose: &Prose, at: usize, wholes: &[usize], parts: &[(usize, usize)]) -> usize {
    let page = &prose.pages[at];
    let shared = |&whole: &usize| shared(prose, page.mentions[whole].value, parts);
    let whole = |&at: &usize| !any(&page.around(at), &["其中", "另", "任务", "结转", "转入"]);
    let mut all = wholes.iter().copied();
    let shared = all.clone().find(shared);
    let noun = page.text().rsplit('。').next().unwrap_or_default();
    let noun = DIVIDED
        .iter()
        .find(|word| noun.starts_with('在') && noun.contains(**word));
    let named = |at: &usize| noun.is_some_and(|noun| page.wide(*at).contains(*noun));
    shared
        .or_else(|| all.clone().find(named))
        .or_else(|| all.find(whole))
        .unwrap_or(wholes[0])
}

/// The first number of each list item that follows.
fn parts(prose: &Prose, at: usize, whole: usize) -> Vec<(usize, usize)> {
    let unit = prose.pages[at].mentions[whole].unit;
    let quoted = |page: &Page| page.text().starts_with(['“', '"']);
    let kind = prose.pages.get(at + 1).is_some_and(quoted);
    let mut parts = Vec::new();
    for (step, page) in prose.pages.iter().enumerate().skip(at + 1).take(ITEMS) {
        let first = (0..page.mentions.len())
            .find(|&i| page.mentions[i].is_count() && !page.mentions[i].change);
        let item = if kind {
            quoted(page)
        } else {
            page.passage.item
        };
        match first {
            Some(first) if item && alike(page.mentions[first].unit, unit) => {
                parts.push((step, first));
            }
            _ => break,
        }
    }
    parts
}

/// How many of the parts add up to the whole.
fn fit(prose: &Prose, at: usize, whole: usize, parts: &[(usize, usize)]) -> Option<usize> {
    let total = &prose.pages[at].mentions[whole];
    let (mut low, mut high, mut best) = (Number::ZERO, Number::ZERO, None);
    for (count, &(page, part)) in parts.iter().enumerate() {
        let mention = &prose.pages[page].mentions[part];
        low += mention.low;
        high += mention.high;
        if count > 0 && low <= total.high && high >= total.low {
            best = Some(count + 1);
        }
    }
    best
}

/// Parts of one unit that miss their whole by little: worth a word.
fn near(
    prose: &Prose,
    at: usize,
    whole: usize,
    parts: &[(usize, usize)],
    only: bool,
) -> Option<Finding> {
    let total = &prose.pages[at].mentions[whole];
    let mentions: Vec<&Mention> = parts
        .iter()
        .map(|&(page, part)| &prose.pages[page].mentions[part])
        .collect();
    let exact = !total.soft
        && mentions
            .iter()
            .all(|part| !part.soft && part.unit == total.unit);
    let values: Vec<Number> = mentions.iter().map(|part| part.value).collect();
    let sum: Number = values.iter().sum();
    let gap = (sum - total.value).abs();
    let close = gap * Number::from(20) <= total.value
        || (swap(&values, total.value) && gap + gap <= total.value);
    let named = parts.iter().all(|&part| plainly(prose, part));
    let whole =
        prose.pages[at].label(whole).contains('共') || parts.len() > 2 && gap + gap <= total.value;
    let whole = whole && named;
    let shared = || shared(prose, total.value, parts);
    let all = match hundred(prose, parts) {
        true => only || shared(),
        false => only && left(prose, parts) && (close || shared()),
    };
    if !exact || parts.len() < 2 || !(close || all || whole) {
        return None;
    }
    let formula = unequal(&values, &[], total.value);
    let mut found = finding(
        if all {
            Severity::Error
        } else {
            Severity::Notice
        },
        format!(
            "总数为 {}，以下各条所列为：{formula}。若已列全，请核对。",
            plain(total.value)
        ),
        format!(
            "The total is {}, but the items below give {formula}. Please check whether these are all of them.",
            plain(total.value)
        ),
        Some(formula),
    );
    found.terms = Terms::equal(&values, &[total.value]);
    found.expected = Some(plain(sum));
    found.found = Some(plain(total.value));
    Some(found)
}

/// Whether the last of several kinds, which are no results, is what is left: `3.其他类信息194条`.
fn left(prose: &Prose, parts: &[(usize, usize)]) -> bool {
    let labels: Vec<&str> = parts
        .iter()
        .map(|&(page, part)| prose.pages[page].label(part))
        .collect();
    let other = |label: &&str| Way::Results.names(label) || any(label, CHANNELS);
    parts.len() > 2
        && parts.iter().all(|&part| plainly(prose, part))
        && closed_by_rest(&labels)
        && !labels.iter().any(other)
}

/// Whether a list item begins with nothing but what its number counts: `2.县区部门22个;`, `二是政协委员提案19件,由…`.
fn plainly(prose: &Prose, (page, part): (usize, usize)) -> bool {
    let page = &prose.pages[page];
    let label = page.label(part);
    let lead = page.slice(0..page.mentions[part].label.start);
    part == 0 && lead.chars().count() < 5 && page.traits[part].verbs == 0 && !label.contains('中')
}

/// The share right behind a part: `“同意公开”的297件,占总数的64.4%`.
fn share(prose: &Prose, (page, part): (usize, usize)) -> Option<usize> {
    let (page, share) = (&prose.pages[page], part + 1);
    let mention = page.mentions.get(share)?;
    let said = page.label(share).trim_start_matches("约");
    let whole = said.strip_prefix('占').is_some_and(|base| {
        base.chars().count() < 3
            || ["总", "全部", "答复"]
                .iter()
                .any(|word| base.starts_with(word))
    });
    let plain = mention.is_percent() && !mention.malformed && !mention.soft;
    (plain && whole).then_some(share)
}

/// Whether each part has a share, and all of them together are 100 %.
fn hundred(prose: &Prose, parts: &[(usize, usize)]) -> bool {
    let shares: Option<Vec<Number>> = parts
        .iter()
        .map(|&part| Some(prose.pages[part.0].mentions[share(prose, part)?].value))
        .collect();
    let sum = shares.unwrap_or_default().into_iter().sum::<Number>();
    (sum - Number::ONE_HUNDRED).abs() <= Number::new(5, 1)
}

/// Whether the shares of the parts, but for one, are those of a total.
fn shared(prose: &Prose, total: Number, parts: &[(usize, usize)]) -> bool {
    let graded = graded(prose, total, parts);
    let sound = exact(&graded);
    sound > 1 && sound + 1 >= graded.len()
}

/// A part with its share and what that is worth by a total.
type Graded = ((usize, usize), usize, Grade);

/// How many shares are exact.
fn exact(graded: &[Graded]) -> usize {
    let exact = graded.iter().filter(|(.., grade)| *grade == Grade::Exact);
    exact.count()
}

/// The parts with shares that no check explains.
fn graded(prose: &Prose, total: Number, parts: &[(usize, usize)]) -> Vec<Graded> {
    let graded = parts.iter().filter_map(|&(page, part)| {
        let percent = share(prose, (page, part))?;
        let page_of = &prose.pages[page];
        let value = page_of.mentions[part].value;
        let open = !page_of.used[percent];
        let grade = page_of.mentions[percent].grade(value, total);
        Some(((page, part), percent, grade.filter(|_| open)?))
    });
    graded.collect()
}

/// The shares of the parts, where most of them follow from the whole that stands in another passage.
fn shares(
    prose: &mut Prose,
    (at, whole): (usize, usize),
    parts: &[(usize, usize)],
    checks: &mut Vec<Check>,
) {
    let total = prose.pages[at].mentions[whole].value;
    let graded = graded(prose, total, parts);
    let sound = exact(&graded);
    if sound * 2 <= graded.len() && !(graded.len() > 1 && sound + 1 == graded.len()) {
        return;
    }
    for ((page, part), share, grade) in graded {
        let [one, printed] = [part, share].map(|at| &prose.pages[page].mentions[at]);
        let found = (grade < Grade::Exact).then(|| share_finding(one.value, total, printed, grade));
        let evidence = prose.pages[at].evidence(whole);
        let mut check =
            prose.pages[page].check(rules::SHARE_DIFFERS, "share", &[share, part], found);
        check.evidence.push(evidence);
        checks.push(check);
    }
}

fn told(
    prose: &mut Prose,
    at: usize,
    whole: usize,
    parts: &[(usize, usize)],
    finding: Option<Finding>,
) -> Check {
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &[whole], finding);
    for &(page, part) in parts {
        check.evidence.push(prose.pages[page].evidence(part));
        prose.pages[page].used[part] = true;
    }
    check
}
