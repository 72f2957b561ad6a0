//! A list that should be complete and adds up to none of its wholes: which of them it misses, and whether that is a
//! fault.

use super::{
    answers::delivered,
    doubt::doubtful,
    excess::excess,
    exhaustive::{announced, exhaustive},
    fits::{alone, both, in_sentence, with_strays},
    kinds::{closed_by_rest, named, one_kind, overlapping, pair},
    named::of_unit,
    outcomes::outcome,
    parallel::surely_parallel,
    parts::{bounds, by_asking, included},
    results::{carried, completed, unlisted},
    sure::{beside, grade, near, open_ended, outcomes},
    tell::{agreement, slipped, violation},
    view::asked,
};
use crate::{
    claims::{
        lexicon::{lists::CHANNELS, roles::TAKEN_IN, sums::DONE, times::EARLIER},
        reading::{
            list::{List, Opener},
            page::{Page, any, has},
            results::Results,
            ways::Way,
        },
    },
    rule::{Check, Severity},
    text::{Number, words::without},
};

/// What there is to tell of such a list, if anything.
pub(super) fn missed(
    page: &mut Page,
    list: &mut List,
    wholes: &[usize],
    results: &Results,
) -> Option<Check> {
    let near = in_reach(page, list, wholes);
    let Some(whole) = large_enough(page, list, &near) else {
        return excess(page, list, &near, results);
    };
    list.whole = Some(whole);
    if let Some((whole, parts, fits)) = with_strays(page, list, &near) {
        return Some(match fits {
            true => agreement(page, &[&[whole], parts.as_slice()].concat()),
            false => violation(page, whole, &parts, Severity::Notice),
        });
    }
    if let Some(parts) = wider(page, list, whole, results) {
        return Some(violation(page, whole, &parts, Severity::Notice));
    }
    let parts = list.parts(list.firm);
    let (low, high) = bounds(page, &parts);
    if explained(page, list, whole, low, results) {
        None
    } else if low > page.mentions[whole].high {
        too_much(page, list, whole, results)
    } else {
        let short = high < page.mentions[whole].low;
        let beside = near.first() == Some(&whole) && whole + 1 == parts[0];
        too_little(page, list, whole, (short, beside), results)
    }
}

/// The wholes of the list's own sentence, where the one right before it stands in it.
fn in_reach(page: &Page, list: &List, wholes: &[usize]) -> Vec<usize> {
    let first = list.items[0].at;
    let beside = wholes
        .first()
        .is_some_and(|&whole| whole + 1 == first && page.same_sentence(whole, first));
    wholes
        .iter()
        .copied()
        .filter(|&whole| !beside || page.same_sentence(whole, first))
        .collect()
}

/// The first whole that none of the parts exceeds; rather one received, where the list says how requests came.
fn large_enough(page: &Page, list: &List, wholes: &[usize]) -> Option<usize> {
    let most = list
        .parts(list.firm)
        .iter()
        .map(|&at| page.mentions[at].value)
        .max();
    let taken = |&&at: &&usize| any(page.wide(at), TAKEN_IN);
    let enough = |at: &&usize| Some(page.mentions[**at].value) >= most;
    // 受理29件,结转1件,共办理30件,其中自然人29件…: of all of them.
    let all = wholes
        .first()
        .is_some_and(|&at| page.label(at).starts_with('共'));
    (by_asking(page, list) && !all)
        .then(|| wholes.iter().filter(taken).find(enough))
        .flatten()
        .or_else(|| wholes.iter().find(enough))
        .copied()
}

/// The parts of a whole sentence, or those of one unit, that miss a whole as parts do which should be all.
fn wider(page: &Page, list: &List, whole: usize, results: &Results) -> Option<Vec<usize>> {
    let parts = list.parts(list.firm);
    let all = in_sentence(page, list);
    let apart = |&at: &usize| {
        let label = page.label(at);
        let said = |word: &&str| label.starts_with(*word) || label.ends_with(*word);
        // 建议提案办理40条 is a kind of information.
        DONE.iter().any(said) && !any(label, &["建议", "提案"])
    };
    let done = !parts.iter().any(apart) && all.iter().any(apart);
    let same = of_unit(page, &all, whole);
    let all = Some(all).filter(|all| all.len() > parts.len() && !done);
    [all, same]
        .into_iter()
        .flatten()
        .find(|some| doubtful(page, list, some, whole, results))
}

/// Whether the difference is what was carried in or out, or the parts are those of two wholes.
fn explained(page: &Page, list: &List, whole: usize, low: Number, results: &Results) -> bool {
    let (parts, total) = (list.parts(list.firm), &page.mentions[whole]);
    let labels = page.all_words(&parts);
    // 自然人84件、法人11件(商业企业8件、其他3件): a kind of applicants, divided by itself.
    let kind = |words: &str| Way::Applicants.names(words);
    let within = || {
        list.opener == Opener::Paren
            && kind(page.words(whole))
            && parts.iter().any(|&at| kind(page.words(at)))
    };
    let apart = || lawsuits(page, &parts) || within() || alone(page, list, whole);
    let two = || !apart() && both(page, whole, low);
    // 24项,1项跨年推进,其中已完成20项,正在推进3项
    let between = (whole + 1..parts[0]).filter(|&at| page.mentions[at].is_count());
    let between: Vec<usize> = between.collect();
    let apart: Number = page.values(&between).into_iter().sum();
    (low > total.high && two())
        || between.len() > 1
        || (!between.is_empty() && [total.value - apart, total.value + apart].contains(&low))
        || unlisted(page, total.value - low, &labels, whole, results)
        || (low != total.value && carried(page, low - total.value, &labels, results))
}

/// Whether reviews and lawsuits stand side by side.
fn lawsuits(page: &Page, parts: &[usize]) -> bool {
    pair(page, parts) && any(page.label(parts[1]), &["起诉"])
}

/// Parts that are more than their whole.
fn too_much(page: &mut Page, list: &List, whole: usize, results: &Results) -> Option<Check> {
    let parts = list.parts(list.firm);
    let labels = page.all_words(&parts);
    let low = bounds(page, &parts).0;
    let severity = if lawsuits(page, &parts) || surely_parallel(page, list, whole, results) {
        if delivered(page, whole, &labels) || open_ended(page, &parts) {
            Severity::Notice
        } else {
            Severity::Error
        }
    } else if doubtful(page, list, &parts, whole, results) {
        grade(page, &parts, whole)
    } else if whole + 1 == parts[0] && announced(page, &labels, whole, low)
        || more_than_asked(page, &parts, whole, results)
    {
        Severity::Notice
    } else {
        return None;
    };
    Some(violation(page, whole, &parts, severity))
}

/// Whether results are more than the requests right before them with all that the table carries in, of which the text
/// says nothing or that they hold it: `收到46件,其中予以公开21件、无法提供12件、不予处理14件`.
fn more_than_asked(page: &Page, parts: &[usize], whole: usize, results: &Results) -> bool {
    let sum: Number = page.values(parts).into_iter().sum();
    let total = page.mentions[whole].value;
    let unit = |&at: &usize| page.mentions[at].is_exact() && outcome(page, at);
    let old = match results.carried[..] {
        [old, _] => old,
        _ => Number::ZERO,
    };
    let text = without(page.text(), &["无上年结转", "无上年度结转", "没有上年"]);
    let said =
        included(page, whole, parts[0]).is_some() || whole + 1 == parts[0] && !any(&text, EARLIER);
    said && results.carried.len() != 1
        && sum > total + old
        && (near(sum, total) || sum == total + Number::ONE && total > Number::from(4))
        && parts.len() > 1
        && parts.iter().all(unit)
        && page.mentions[whole].is_exact()
        && !page.wide(whole).contains("新收")
        && !open_ended(page, parts)
}

/// Parts that are less than their whole (`short`), or may be: a fault where none can be missing. Where some can, they
/// hold as a part of the whole right before them (`beside`).
fn too_little(
    page: &mut Page,
    list: &mut List,
    whole: usize,
    (short, beside): (bool, bool),
    results: &Results,
) -> Option<Check> {
    let parts = list.parts(list.firm);
    let labels = page.all_words(&parts);
    let numbers = [&[whole], parts.as_slice()].concat();
    if list.opener == Opener::Unmarked {
        list.whole = None;
        let sure = short && outcomes(&labels, results);
        return sure.then(|| violation(page, whole, &parts, Severity::Error));
    }
    if completed(page, &parts, whole, results) {
        list.holds = true;
        return Some(agreement(page, &numbers));
    }
    if !short {
        return None;
    }
    let called = names(page, list, &labels);
    let all = exhaustive(page, list, whole, results)
        || through_all(page, list, whole, results)
        || !results.older && asked(page, &parts, whole)
        || list.opener == Opener::Closed && matches!(called[..], [one, other] if named(one, other));
    if parts.len() > 1 && all {
        let severity = if some(page, list, whole, &called) || site(page, &parts, whole) {
            Severity::Notice
        } else {
            Severity::Error
        };
        return Some(violation(page, whole, &parts, severity));
    }
    if doubtful(page, list, &parts, whole, results) {
        let severity = grade(page, &parts, whole);
        return Some(violation(page, whole, &parts, severity));
    }
    beside.then(|| agreement(page, &numbers))
}

/// Whether 分别为 may name but some parts: behind 其中, or behind several channels that are none of them:
/// `其中党务、村务、财务分别为12条、13条、7条`, `通过网站、微信、微博公开60条,分别为动态类41条、政策类16条`.
fn some(page: &Page, list: &List, whole: usize, names: &[&str]) -> bool {
    let channels = || {
        let named = CHANNELS
            .iter()
            .filter(|channel| has(page.wide(whole), channel));
        named.count() > 1 && !names.iter().any(|name| any(name, CHANNELS))
    };
    list.opener == Opener::Closed
        && names.iter().any(|name| !name.is_empty())
        && !one_kind(names)
        && (page.before(list.items[0].at).contains("其中") || channels())
}

/// Whether the parts are the kinds of the yearly form of websites and miss far too much: a total that counts more than
/// the form does.
fn site(page: &Page, parts: &[usize], whole: usize) -> bool {
    let form = parts.iter().any(|&at| page.words(at).contains("概况类"));
    let (values, total) = (page.values(parts), page.mentions[whole].value);
    form && !near(values.iter().sum(), total) && !slipped(&values, total)
}

/// What the parts are called: by the names before 分别为, where none but the first has words of its own.
fn names<'a>(page: &'a Page, list: &List, labels: &[&'a str]) -> Vec<&'a str> {
    let before = page.before(list.items[0].at);
    let before = before.rsplit(['。', ',', ';']).next().unwrap_or(before);
    let nameless = labels.iter().skip(1).all(|label| label.is_empty());
    match before.split_once("分别").filter(|_| nameless) {
        Some((said, _)) => said.split(['、', '和', '与', '及']).collect(),
        None => labels.to_vec(),
    }
}

/// Whether the parts are all channels that there are: what went through several of them makes them more than the whole,
/// but nothing makes them less. A colon, a parenthesis or what is left says that these are all.
fn through_all(page: &Page, list: &List, whole: usize, results: &Results) -> bool {
    let parts = list.parts(list.firm);
    let labels = page.all_words(&parts);
    let total = &page.mentions[whole];
    let same = |&at: &usize| page.mentions[at].is_exact() && page.mentions[at].unit == total.unit;
    let said = match list.opener {
        Opener::Colon | Opener::Paren => whole + 1 == parts[0],
        _ => closed_by_rest(&labels) && beside(page, whole, parts[0]),
    };
    // Forms before 2019 count each channel by itself, but what is left is left there too.
    said && parts.len() > 2
        && (!results.older || closed_by_rest(&labels))
        && total.is_exact()
        && parts.iter().all(same)
        && !labels.iter().any(|label| label.is_empty())
        && overlapping(page, &parts)
        && !open_ended(page, &parts)
        && near(bounds(page, &parts).1, total.value)
}
