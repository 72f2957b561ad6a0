//! The rate of all requests that there were, received and carried in (N204):
//! `收到108件,上年结转7件,办结111件,办结率96.5%`.

use super::{named::name, rate_finding};
use crate::{
    claims::{
        lexicon::{balance::ENDED, roles::CLOSED},
        reading::{
            mention::Grade,
            page::{Page, any},
            prose::Prose,
            roles::{Role, role},
        },
        rules,
    },
    rule::{Check, Severity},
};

/// A rate right behind what was done, where what was received and what was carried in stand before.
pub(super) fn of_all(page: &mut Page, rate: usize, year: Option<u16>) -> Option<Check> {
    let done = rate.checked_sub(1)?;
    let name = page.gap(done, rate).trim_start_matches(',');
    let name = name.trim_end_matches(['为', '达', '到', '是']);
    if !["办结率", "答复率", "办复率"].contains(&name) || page.mentions[rate].soft {
        return None;
    }
    let roles: Vec<(usize, Role)> = (0..=done)
        .filter(|&at| page.mentions[at].is_exact())
        .filter_map(|at| Some((at, role(page, at, year)?)))
        .collect();
    let of = |wanted: Role| {
        let told = roles.iter().filter(move |(_, role)| *role == wanted);
        told.map(|&(at, _)| at)
    };
    let (new, old) = (of(Role::Received).next()?, of(Role::CarriedIn).next()?);
    let [received, carried, closed] = [new, old, done].map(|at| page.mentions[at].value);
    let all = received + carried;
    let known = |at: usize| [received, all].contains(&page.mentions[at].value);
    let told = of(Role::Closed).eq([done])
        && of(Role::CarriedIn).eq([old])
        && of(Role::Received).all(known)
        && old < done
        && closed <= all
        && !any(page.text(), ENDED);
    if !told {
        return None;
    }
    let ways = [
        (closed, all),
        (closed, received),
        (closed - carried, received),
    ];
    let grade = ways
        .into_iter()
        .filter_map(|(part, whole)| page.mentions[rate].grade(part, whole));
    let grade = grade.max()?;
    let mut found = rate_finding(page, rate, closed, all).filter(|_| grade < Grade::Exact);
    if let Some(found) = found.as_mut().filter(|_| grade == Grade::Off) {
        found.severity = Severity::Notice;
    }
    Some(page.check(rules::RATE_DIFFERS, "rate", &[new, old, done, rate], found))
}

/// A rate of all requests that table three has, right behind the number of those answered, which is the table's own.
pub(super) fn of_table(prose: &mut Prose, at: usize, rate: usize) -> Option<Check> {
    let ([closed, new], [old, _]) = (&prose.totals[..], &prose.results.carried[..]) else {
        return None;
    };
    let (closed, new, old) = (closed.value?, new.value?, *old);
    let page = &mut prose.pages[at];
    let done = rate.checked_sub(1)?;
    let name = name(page, rate)?;
    let own = page.requests
        && ["办结", "答复", "办复"].contains(&name)
        && any(page.label(done), CLOSED)
        && page.mentions[done].value == closed
        && page.same_sentence(done, rate)
        && !any(page.text(), ENDED);
    let grade = page.mentions[rate]
        .grade(closed, new + old)
        .filter(|_| own)?;
    (grade == Grade::Exact).then(|| page.check(rules::RATE_DIFFERS, "rate", &[done, rate], None))
}
