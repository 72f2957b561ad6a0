//! Shares (N202, N208): a percentage, the part that it belongs to, and the base that grammar or arithmetic gives it.

mod base;
mod called;
mod complete;
mod due;
pub(super) mod find;
mod group;
mod hundred;
mod joint;
mod siblings;
mod stated;
pub(super) mod tell;

use crate::{
    claims::{
        reading::{
            list::List,
            mention::Grade,
            page::{Page, finding},
            prose::Prose,
        },
        rules,
        sums::tell::disagreement,
    },
    rule::{Check, Severity, Verdict},
    text::{Number, number::percent},
};
use base::Base;
use find::find;
use group::{apart, are_all, best, confirmed, group_end, whole_of};
use tell::share_finding;

/// How many numbers before its own a share may also be said of.
const JOINED: usize = 2;

/// How many numbers back in its sentence a share may have another base.
const OWN: usize = 24;

/// A printed percentage and the number that it is said of.
#[derive(Debug, Clone)]
pub(super) struct Share {
    pub(super) percent: usize,
    pub(super) part: usize,
    /// What the text calls the base; empty where it does not.
    pub(super) base: String,
    /// The list that the part belongs to.
    pub(super) list: Option<usize>,
}

/// Finds and checks the shares of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, lists: &[List], checks: &mut Vec<Check>) {
    malformed(&mut prose.pages[at], checks);
    let shares = find(&prose.pages[at], lists);
    let mut from = 0;
    while from < shares.len() {
        let to = group_end(&shares, from, &prose.pages[at]);
        settle(prose, at, lists, &shares[from..to], checks);
        from = to;
    }
    joint::check(&mut prose.pages[at], lists, checks);
    stated::check(&mut prose.pages[at], checks);
    called::check(&mut prose.pages[at], lists, checks);
    hundred::check(&mut prose.pages[at], checks);
}

/// Numbers that no way of writing allows.
fn malformed(page: &mut Page, checks: &mut Vec<Check>) {
    for at in 0..page.mentions.len() {
        if page.mentions[at].malformed {
            let quote = page.quote(at).to_owned();
            let mut found = finding(
                Severity::Error,
                format!("数字“{quote}”书写有误，无法确定数值。"),
                format!("“{quote}” is not a well-formed number."),
                None,
            );
            found.found = Some(quote);
            checks.push(Check {
                claim: None,
                ..page.check(rules::MALFORMED_NUMBER, "number", &[at], Some(found))
            });
        }
    }
}

/// Chooses the base that explains most of a group, and judges each share by it.
fn settle(prose: &mut Prose, at: usize, lists: &[List], shares: &[Share], checks: &mut Vec<Check>) {
    let sound: Vec<Share> = shares
        .iter()
        .filter(|share| !prose.pages[at].mentions[share.percent].malformed)
        .cloned()
        .collect();
    let Some(mut base) = best(prose, at, lists, &sound) else {
        return;
    };
    if let Some((one, other)) = apart(prose, at, lists, &sound, &base) {
        settle(prose, at, lists, &one, checks);
        settle(prose, at, lists, &other, checks);
        return;
    }
    if sound.len() > 1 && whole_of(&prose.pages[at], &sound, &base) {
        (base.sure, base.firm) = (true, true);
    }
    together(prose, at, lists, &sound, &base, checks);
    let complete = complete::check(prose, at, lists, &sound, &base);
    let told = |check: &Check| {
        let same = |other: &Check| other.evidence == check.evidence;
        checks
            .iter()
            .any(|other| other.verdict == Verdict::Violated && same(other))
    };
    checks.extend(complete.filter(|check| !told(check)));
    let like = |least: Grade| {
        let graded = sound
            .iter()
            .map(|share| grade(&prose.pages[at], share, &base));
        graded.filter(|&grade| grade >= least).count()
    };
    let (exact, near) = (like(Grade::Exact), like(Grade::Off));
    let whole = sound.len() == 2 && are_all(&prose.pages[at], &sound);
    let confirmed = exact > 0 && (whole || confirmed(&prose.pages[at], &sound, near));
    base.sure |= confirmed;
    for share in &sound {
        let grade = grade(&prose.pages[at], share, &base);
        let others = exact > 0 && sound.len() > 1;
        let mention = &prose.pages[at].mentions[share.percent];
        let possible = confirmed || prose.pages[at].mentions[share.part].value <= base.value;
        let verdict = match grade {
            Grade::Exact => Verdict::Holds,
            _ if with_before(&prose.pages[at], share, &base) => continue,
            _ if of_own(prose, at, share, &base) => continue,
            Grade::Off if base.likely || others => Verdict::Violated,
            Grade::Wrong
                if base.sure
                    && possible
                    && !(mention.soft || prose.pages[at].mentions[share.part].hedged)
                    && (others || base.firm) =>
            {
                Verdict::Violated
            }
            _ => continue,
        };
        checks.push(report(prose, at, share, &base, verdict, grade));
    }
}

/// Whether a share is that of its number and those right before it together, as their sentence may mean it:
/// `公开12件,部分公开8件,占答复总数的40%`.
fn with_before(page: &Page, share: &Share, base: &Base) -> bool {
    let part = &page.mentions[share.part];
    let mut sum = part.value;
    let beside = (0..share.part).rev().take_while(|&i| {
        let other = &page.mentions[i];
        let near = page.same_sentence(i, share.part) && other.paren == part.paren;
        near && other.is_exact() && other.unit == part.unit && other.value < base.value
    });
    beside.take(JOINED).any(|i| {
        sum += page.mentions[i].value;
        page.mentions[share.percent].grade(sum, base.value) == Some(Grade::Exact)
    })
}

/// Whether a share is that of another number of its own sentence, where the base stands in none or in another:
/// `收到668件,自然人577件,占总数的86.4%。办结自然人申请570件,占87.0%;法人申请85件,占13.0%`.
fn of_own(prose: &Prose, at: usize, share: &Share, base: &Base) -> bool {
    let page = &prose.pages[at];
    let here =
        |&(other, index): &(usize, usize)| other == at && page.same_sentence(index, share.part);
    let part = &page.mentions[share.part];
    let mut own = (0..share.part)
        .rev()
        .take(OWN)
        .take_while(|&i| page.same_sentence(i, share.part));
    !base.numbers.iter().any(here)
        && own.any(|i| {
            let whole = &page.mentions[i];
            let fits = page.mentions[share.percent].grade(part.value, whole.value);
            whole.is_exact() && whole.unit == part.unit && fits == Some(Grade::Exact)
        })
}

/// Parts with shares of one base that add up to it, though nothing announces them as a list.
fn together(
    prose: &mut Prose,
    at: usize,
    lists: &[List],
    shares: &[Share],
    base: &Base,
    checks: &mut Vec<Check>,
) {
    let [(page, whole)] = base.numbers[..] else {
        return;
    };
    let listed = shares
        .iter()
        .any(|share| share.list.is_some_and(|list| lists[list].holds));
    let fits = whole_of(&prose.pages[at], shares, base);
    let apart = shares.iter().all(|share| share.list.is_none());
    let all = || base.firm && apart && are_all(&prose.pages[at], shares);
    if listed || shares.len() < 2 || !(fits || all()) {
        return;
    }
    let parts: Vec<usize> = shares.iter().map(|share| share.part).collect();
    let found = (!fits).then(|| {
        let mentions = &prose.pages[at].mentions;
        let values: Vec<Number> = parts.iter().map(|&part| mentions[part].value).collect();
        let noun = prose.pages[page].noun(whole);
        disagreement(noun, &values, &[base.value], false, Severity::Error)
    });
    let mut check = prose.pages[at].check(rules::PARTS_DIFFER_FROM_SUM, "sum", &parts, found);
    check.evidence.insert(0, prose.pages[page].evidence(whole));
    prose.pages[page].used[whole] = true;
    checks.push(check);
}

fn weight(grade: Grade) -> usize {
    match grade {
        Grade::Exact => 3,
        Grade::Off => 1,
        Grade::Wrong => 0,
    }
}

/// How the printed percentage compares with part ÷ base.
fn grade(page: &Page, share: &Share, base: &Base) -> Grade {
    let (part, printed) = (&page.mentions[share.part], &page.mentions[share.percent]);
    let low = percent(part.low, base.high);
    let high = percent(part.high, base.low);
    match (low, high) {
        (Some(low), Some(high)) => printed.grade_between(low, high),
        _ => Grade::Wrong,
    }
}

fn report(
    prose: &mut Prose,
    at: usize,
    share: &Share,
    base: &Base,
    verdict: Verdict,
    grade: Grade,
) -> Check {
    let page = &mut prose.pages[at];
    let found = (verdict == Verdict::Violated).then(|| {
        let (part, printed) = (&page.mentions[share.part], &page.mentions[share.percent]);
        share_finding(part.value, base.value, printed, grade)
    });
    let mut check = page.check(
        rules::SHARE_DIFFERS,
        "share",
        &[share.percent, share.part],
        found,
    );
    for &(other, mention) in &base.numbers {
        let evidence = prose.pages[other].evidence(mention);
        prose.pages[other].used[mention] = true;
        if !check.evidence.contains(&evidence) {
            check.evidence.push(evidence);
        }
    }
    check.evidence.extend(base.cell.clone());
    check
}
