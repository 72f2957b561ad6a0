//! The balance in prose (N205): received and carried in are answered or carried out.

use super::{
    page::{Page, Prose, finding},
    roles::{Role, role},
    rules,
};
use crate::{
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// Finds and checks the balance of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let year = prose.year;
    let page = &mut prose.pages[at];
    let roles: Vec<(usize, Role)> = (0..page.mentions.len())
        .filter(|&i| !page.mentions[i].soft)
        .filter_map(|i| Some((i, role(page, i, year)?)))
        .collect();
    let first = |wanted: Role| {
        roles
            .iter()
            .find(|(_, role)| *role == wanted)
            .map(|&(i, _)| i)
    };
    let (Some(closed), received) = (first(Role::Closed), first(Role::Received)) else {
        return;
    };
    let (from, to) = (first(Role::CarriedIn), first(Role::CarriedOut));
    let Some(received) = received else {
        return;
    };
    let value = |i: Option<usize>| i.map_or(Number::ZERO, |i| page.mentions[i].value);
    let (new, old, done, left) = (
        value(Some(received)),
        value(from),
        value(Some(closed)),
        value(to),
    );
    let holds = new + old == done + left || new == done + left || new + old == done;
    let numbers: Vec<usize> = [Some(received), from, Some(closed), to]
        .into_iter()
        .flatten()
        .collect();
    if numbers.len() < 3 {
        return;
    }
    if holds {
        let needed = !(from.is_some() && to.is_none() && new == done);
        if needed {
            checks.push(page.check(rules::PROSE_UNBALANCED, "balance", &numbers, None));
        }
        return;
    }
    let unique = |wanted: Role| {
        let mut values = roles
            .iter()
            .filter(|(_, role)| *role == wanted)
            .map(|&(i, _)| page.mentions[i].value);
        let first = values.next();
        values.all(|value| Some(value) == first)
    };
    let all = [
        Role::Received,
        Role::CarriedIn,
        Role::Closed,
        Role::CarriedOut,
    ];
    if numbers.len() == 4 && all.into_iter().all(unique) {
        checks.push(violation(page, &numbers, [new, old, done, left]));
    }
}

fn violation(page: &mut Page, numbers: &[usize], [new, old, done, left]: [Number; 4]) -> Check {
    let formula = format!(
        "{} + {} = {} ≠ {} + {} = {}",
        plain(new),
        plain(old),
        plain(new + old),
        plain(done),
        plain(left),
        plain(done + left)
    );
    let found = finding(
        Severity::Error,
        format!("正文收到 + 上年结转与办结 + 结转下年不相等：{formula}。"),
        format!("Received + carried in is not answered + carried out: {formula}."),
        Some(formula),
    );
    page.check(rules::PROSE_UNBALANCED, "balance", numbers, Some(found))
}
