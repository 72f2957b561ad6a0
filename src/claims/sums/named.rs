//! Parts that the words of a list show to be all there are, or more than their whole (N201).

use super::{
    fits::in_sentence,
    kinds::{closed_by_rest, full_set},
    parts::bounds,
    sure::{counted, near, open_ended},
};
use crate::{
    claims::reading::{
        list::{List, Opener},
        page::Page,
    },
    rule::Severity,
    text::Number,
};

/// The whole right before a list that names some parts and misses it by little, where the last part is what is left:
/// `发布信息916条,涉及概况类36条、动态类521条、其他类359条`; less surely where the parts are one series.
pub(super) fn all_named(
    page: &Page,
    list: &List,
    wholes: &[usize],
) -> Option<(usize, Vec<usize>, Severity)> {
    let mut parts = in_sentence(page, list);
    let run = parts.iter().skip(1).take_while(|&&at| page.serial(at));
    let run = match list.opener {
        Opener::Open => run.count(),
        _ => 0,
    };
    if run > 0 {
        parts.truncate(run + 1);
    }
    let labels = page.all_words(&parts);
    let whole = *wholes.first()?;
    let exact = |&at: &usize| !page.mentions[at].soft;
    let units = |&at: &usize| page.mentions[at].unit == page.mentions[whole].unit;
    let sum: Number = page.values(&parts).into_iter().sum();
    let rest = closed_by_rest(&labels) || full_set(&labels);
    (parts.len() > 3
        && (rest || run > 0)
        && parts.first() == Some(&(whole + 1))
        && page.same_sentence(whole, parts[0])
        && exact(&whole)
        && parts.iter().all(exact)
        && parts.iter().all(units)
        && (near(sum, page.mentions[whole].value) || full_set(&labels))
        && !open_ended(page, &parts))
    .then(|| {
        let severity = if rest && list.opener == Opener::Open {
            Severity::Error
        } else {
            Severity::Notice
        };
        (whole, parts, severity)
    })
}

/// The parts of the whole's own unit, where there are others and these alone are more than it:
/// `公开565条,其中动态类421条,规范性文件11件,人事类6条,办事指南143条`.
pub(super) fn of_unit(page: &Page, parts: &[usize], whole: usize) -> Option<Vec<usize>> {
    let total = &page.mentions[whole];
    let same = |&at: &usize| counted(total.unit, page.mentions[at].unit);
    let own: Vec<usize> = parts.iter().copied().filter(same).collect();
    let more = own.len() > 3 && own.len() < parts.len() && bounds(page, &own).0 > total.high;
    more.then_some(own)
}
