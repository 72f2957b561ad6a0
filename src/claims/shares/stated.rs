//! Shares that name their base with its number (N202): `网上申请85件,占申请总数120件的70.8%`.

use super::{find::base_noun, tell::share_finding};
use crate::{
    claims::{
        reading::{mention::Grade, page::Page},
        rules,
    },
    rule::{Check, Severity},
    text::Number,
};

/// The most parts that one share may be said of.
const PARTS: usize = 4;

/// Finds and checks such shares of one passage.
pub(super) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for share in 2..page.mentions.len() {
        let open = page.mentions[share].is_percent() && !page.used[share];
        if open && let Some(base) = base(page, share) {
            checks.extend(judge(page, share, base));
        }
    }
}

/// The number right before a percentage that it is said to be a share of.
fn base(page: &Page, share: usize) -> Option<usize> {
    let at = share - 1;
    let said = page.gap(at, share).trim_start_matches(')');
    let (lead, noun) = page.before(at).rsplit_once('占')?;
    let of = said.starts_with('的') && base_noun(said).is_empty();
    // 占551件办结总数的8.7%
    let behind = noun.is_empty()
        && said.ends_with('的')
        && said.chars().count() < 12
        && !said.contains([',', '。', ';', '、']);
    let beside = lead.chars().count() <= 3 && !noun.contains([',', '。', ';']);
    ((of || behind) && beside && page.mentions[at].is_exact()).then_some(at)
}

fn judge(page: &mut Page, share: usize, base: usize) -> Option<Check> {
    let part = |&at: &usize| {
        let (one, all) = (&page.mentions[at], &page.mentions[base]);
        one.is_exact() && one.unit == all.unit && page.same_sentence(at, base)
    };
    let parts: Vec<usize> = (0..base).rev().take(PARTS).take_while(part).collect();
    let whole = page.mentions[base].value;
    let sum = |count: usize| page.values(&parts[..count]).into_iter().sum::<Number>();
    let fits = |&count: &usize| page.mentions[share].grade(sum(count), whole) == Some(Grade::Exact);
    if let Some(count) = (1..=parts.len()).find(fits) {
        let numbers = [&[share], &parts[..count], &[base]].concat();
        return Some(page.check(rules::SHARE_DIFFERS, "share", &numbers, None));
    }
    let grade = page.mentions[share].grade(sum(1.min(parts.len())), whole)?;
    let (&part, printed) = (parts.first()?, page.mentions[share].clone());
    let value = page.mentions[part].value;
    let mut found = share_finding(value, whole, &printed, grade.min(Grade::Off));
    if parts.len() > 1 {
        found.severity = Severity::Notice;
    }
    let sure = !printed.soft && value <= whole;
    sure.then(|| {
        page.check(
            rules::SHARE_DIFFERS,
            "share",
            &[share, part, base],
            Some(found),
        )
    })
}
