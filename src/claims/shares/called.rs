//! Shares that name their part once more, after others (N202): `专职5人、兼职15人,专职人员占25%`.

use super::{find::base_noun, tell::share_finding};
use crate::{
    claims::{
        lexicon::roles::TAKEN_IN,
        reading::{
            list::List,
            mention::Grade,
            page::{Page, any},
            ways::Way,
        },
        rules,
    },
    rule::Check,
};

/// Words between a share's name and its number that rank it.
const RANKED: &[&str] = &["最高", "最大", "最多", "居首"];

/// Finds and checks such shares of one passage.
pub(super) fn check(page: &mut Page, lists: &[List], checks: &mut Vec<Check>) {
    for share in 2..page.mentions.len() {
        if page.mentions[share].is_percent() && !page.used[share] && !page.mentions[share].soft {
            checks.extend(judge(page, share, lists));
        }
    }
}

/// The part that the words before a share name, as they stand before 占 in a clause of their own.
fn name(page: &Page, share: usize) -> Option<&str> {
    let before = page.before(share);
    let said = before.trim_end_matches(['达', '到', '为', ',']);
    let said = RANKED
        .iter()
        .find_map(|word| said.strip_suffix(word))
        .unwrap_or(said);
    let (lead, base) = said.rsplit_once('占')?;
    let base = base_noun(base);
    let all = base.is_empty() || base.starts_with("全部") || base.starts_with("所有");
    let lead = lead.rsplit([',', ';', '。', ':', '(']).next()?;
    let lead = lead.strip_prefix("其中").unwrap_or(lead);
    // 合格以上占96.7%: several grades together.
    let grades = lead.ends_with("以上") || lead.ends_with("以下");
    (all && !grades && lead.chars().count() > 1 && !base.contains([',', '。'])).then_some(lead)
}

fn judge(page: &mut Page, share: usize, lists: &[List]) -> Option<Check> {
    let lead = name(page, share)?.to_owned();
    if let Some(check) = several(page, share, &lead, lists) {
        return Some(check);
    }
    let lead = lead.as_str();
    let called = |&at: &usize| {
        let label = page.label(at);
        let label = label.strip_prefix("其中").unwrap_or(label);
        let near = page.traits[at].sentence + 1 >= page.traits[share].sentence;
        near && label.chars().count() > 1 && (lead.starts_with(label) || label.starts_with(lead))
    };
    let part = (0..share)
        .rev()
        .filter(|&at| page.mentions[at].is_exact())
        .find(called)?;
    let whole = lists
        .iter()
        .find(|list| list.holds && list.has(part))?
        .whole?;
    // 非自然人146件,其中企业142件。自然人占84.4%,法人占15.6%,企业占15.1%: the shares of its sentence are of another whole.
    let among = page.mentions[share - 1].is_percent() && page.same_sentence(share - 1, share);
    // 予以公开的99件中,自然人84件。受理的申请中,自然人申请占86.4%
    let head = page.before(share).rsplit('。').next().unwrap_or_default();
    let apart = any(head, TAKEN_IN) && Way::Results.names(page.wide(whole));
    let own = page.same_sentence(part, share) || !among && !apart;
    let [one, all] = [part, whole].map(|at| page.mentions[at].value);
    let fits = page.mentions[share].grade(one, all) == Some(Grade::Exact);
    (own || fits).then(|| measured(page, share, &[part], whole))?
}

/// A share of several parts of one list, each of which it names again:
/// `文字168篇、图文94篇、视频57篇,图文和视频解读占47.3%`.
fn several(page: &mut Page, share: usize, lead: &str, lists: &[List]) -> Option<Check> {
    let names: Vec<&str> = lead.split(['、', '和', '及', '与', '或']).collect();
    let list = lists
        .iter()
        .find(|list| list.holds && list.has(share - 1))?;
    let whole = list.whole.filter(|_| names.len() > 1)?;
    let parts = list.parts(list.firm);
    let named = |name: &&str| {
        let mut meant = parts.iter().copied().filter(|&at| {
            let label = page.label(at).trim_start_matches("其中");
            !name.is_empty() && (label.starts_with(*name) || name.starts_with(label))
        });
        meant.next().filter(|_| meant.next().is_none())
    };
    let meant: Vec<usize> = names.iter().map(named).collect::<Option<_>>()?;
    measured(page, share, &meant, whole)
}

/// A share that is printed of some parts of a whole, checked.
fn measured(page: &mut Page, share: usize, parts: &[usize], whole: usize) -> Option<Check> {
    let (one, all) = (
        page.values(parts).into_iter().sum(),
        page.mentions[whole].value,
    );
    let grade = page.mentions[share].grade(one, all)?;
    let printed = &page.mentions[share];
    let found = (grade < Grade::Exact).then(|| share_finding(one, all, printed, grade));
    let numbers = [&[share], parts, &[whole]].concat();
    Some(page.check(rules::SHARE_DIFFERS, "share", &numbers, found))
}
