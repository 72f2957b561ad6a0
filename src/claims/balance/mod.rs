//! The balance in prose (N205): received and carried in are answered or carried out.

mod across;
mod figures;

use crate::{
    claims::{
        lexicon::{
            balance::{ENDED, LATE},
            links::{BODIES, OWN},
            roles::IN_TIME,
        },
        reading::{
            page::{Page, any, finding, plus},
            prose::Prose,
            roles::{Role, role},
        },
        rules,
        sums::sure::counted,
    },
    rule::{Check, Finding, Severity, Terms},
    text::{Number, number::plain, order::Order, words::without},
};
pub(super) use across::check as check_across;
use figures::{Balance, ends_otherwise, figures, is_fresh, together};

/// Finds and checks the balance of one passage.
pub(super) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let year = prose.year;
    let page = &mut prose.pages[at];
    let roles: Vec<(usize, Role)> = (0..page.mentions.len())
        .filter(|&i| !page.mentions[i].soft)
        .filter_map(|i| Some((i, role(page, i, year)?)))
        .collect();
    let whole = roles
        .iter()
        .filter(|(_, role)| matches!(role, Role::Received | Role::Closed));
    prose.asked.extend(whole.map(|&(i, _)| (at, i)).take(4));
    let carried = prose.results.carried.clone();
    let page = &mut prose.pages[at];
    if let Some(balance) = figures(page, &roles) {
        checks.extend(judge(page, &roles, balance, &carried));
    }
}

/// Whether the figures balance, with what the table says was carried in or out where the text leaves it out.
fn judge(
    page: &mut Page,
    roles: &[(usize, Role)],
    balance: Balance,
    carried: &[Number],
) -> Option<Check> {
    let values = balance.values(page);
    let [new, old, done, left] = values;
    let mut numbers = balance.numbers();
    let fresh = is_fresh(page, balance, old);
    if ended(page, new + old - done - left) || !fresh && ended(page, new - done - left) {
        return Some(holding(page, &numbers));
    }
    numbers.extend(handled(page, roles, balance, new + old));
    if balances(page, roles, balance, values) {
        // Received, carried in and answered, the last as many as the first: nothing follows from that.
        let needed = !(balance.old.is_some() && balance.left.is_none() && new == done);
        return needed.then(|| holding(page, &numbers));
    }
    if of_two_scopes(page, balance) {
        return None;
    }
    if numbers.len() == 3 && carried.contains(&(new + old - done - left).abs()) {
        return Some(holding(page, &numbers));
    }
    let unique = together(page, balance, &|_| false) || alone(page, roles, balance, &numbers);
    let severity = verdict(page, balance, values)?;
    let [one, other] = units(page, balance);
    let sure = unique && one == other && new != done + left;
    let severity = if sure { severity } else { Severity::Notice };
    (unique || numbers.len() == 4).then(|| violation(page, &numbers, balance, values, severity))
}

fn holding(page: &mut Page, numbers: &[usize]) -> Check {
    page.check(rules::PROSE_UNBALANCED, "balance", numbers, None)
}

/// The number dealt with besides the figures, where it is all there was.
fn handled(page: &Page, roles: &[(usize, Role)], balance: Balance, all: Number) -> Option<usize> {
    let other = |at: usize| at != balance.new && at != balance.done;
    let mut handled = roles.iter().filter(|(_, role)| *role == Role::Handled);
    let (at, _) = handled.find(|&&(at, _)| other(at))?;
    Some(*at).filter(|&at| page.mentions[at].value == all)
}

/// Whether the figures balance in one of the ways in which they may be meant.
fn balances(
    page: &Page,
    roles: &[(usize, Role)],
    balance: Balance,
    [new, old, done, left]: [Number; 4],
) -> bool {
    // 新收49件,共办理51件,结转下年3件: what was dealt with may be all there was.
    let dealt = roles.contains(&(balance.done, Role::Handled)) && new + old == done;
    // 收到16件,答复17件,结转1件: 结转 alone may tell of last year's.
    let in_or_out = |at: usize| page.label(at).ends_with("结转") && new + left == done;
    // 共处理34件(含上年结转2件): what was dealt with holds it already.
    let within = balance.includes && roles.contains(&(balance.new, Role::Handled));
    let exclusive = !within && new + old == done + left;
    new == done + left && !is_fresh(page, balance, old)
        || dealt
        || exclusive
        || balance.left.is_some_and(in_or_out)
}

/// Whether what was received and what was done are counted in two units, or may be of different bodies.
fn of_two_scopes(page: &Page, balance: Balance) -> bool {
    let Balance { new, done, .. } = balance;
    unlike(page, balance)
        || done > new + 1 && of_one_body(page, done)
        || of_all(page, new)
        || of_one(page, new, done)
}

/// What is received and what is done are counted in.
fn units(page: &Page, balance: Balance) -> [&str; 2] {
    [balance.new, balance.done].map(|at| page.mentions[at].unit)
}

/// Whether the figures are counted in two units, unless they are all of requests: 收到315个,上年结转8件,办结317件,结转6件.
fn unlike(page: &Page, balance: Balance) -> bool {
    let [one, other] = units(page, balance);
    let scope = |&at: &usize| any(page.label(at), &["本级", "部门", "机关", "单位", "内容"]);
    let parts = |at: usize| {
        page.lists
            .iter()
            .any(|list| list.whole == Some(balance.new) && list.has(at))
    };
    one != other
        && (!counted(one, other)
            || balance.numbers().iter().any(scope)
            || !together(page, balance, &parts))
}

/// Whether no other number of the passage has the role of one of the figures, but for such as repeat it.
fn alone(page: &Page, roles: &[(usize, Role)], balance: Balance, numbers: &[usize]) -> bool {
    let inside = balance.includes && balance.old == Some(balance.new + 2);
    let role = |number: usize| {
        roles
            .iter()
            .find(|(i, _)| *i == number)
            .map(|(_, role)| *role)
    };
    let value = |at: usize| page.mentions[at].value;
    numbers.iter().all(|&number| {
        let same = |(at, other): &(usize, Role)| {
            Some(*other) == role(number) && !(inside && *at == balance.new + 1)
        };
        let mut others = roles.iter().copied().filter(same);
        others.all(|(at, _)| value(at) == value(number))
    })
}

/// Whether what was done is that of one body, and what was received is not: `全省系统办理788件,…;省局机关办结720件`.
fn of_one(page: &Page, new: usize, done: usize) -> bool {
    let body = |at: usize| any(&without(page.label(at), OWN), BODIES);
    body(done) && !body(new)
}

/// Whether the number right before one names one body of several, which it is then of too: `自然资源局40件,办结39件`.
fn of_one_body(page: &Page, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|body| {
        page.mentions[body].is_count()
            && !page.gap(body, at).contains([';', '。'])
            && any(page.label(body), BODIES)
    })
}

/// Whether a number is only a share of what the whole system, city or country received: `本级收到217件,占全市的17.4%`.
fn of_all(page: &Page, at: usize) -> bool {
    let behind = page.text()[page.mentions[at].range.end..]
        .split(['。', ';'])
        .next();
    behind.is_some_and(|behind| behind.trim_start_matches(|c| c != ',').starts_with(",占全"))
}

/// Whether so many requests ended in another way: 申请人撤回3件.
fn ended(page: &Page, gap: Number) -> bool {
    let told = |at: usize| {
        page.mentions[at].is_count()
            && page.mentions[at].value == gap
            && (ends_otherwise(&page.around(at)) || any(page.label(at), LATE))
    };
    gap > Number::ZERO && (0..page.mentions.len()).any(told)
}

/// Whether the text counts all requests that ended in another way, and they do not explain a gap either.
fn told_apart(page: &Page, gaps: [Number; 2]) -> bool {
    let counted = |at: &usize| page.mentions[*at].is_exact() && any(page.label(*at), ENDED);
    let told: Vec<usize> = (0..page.mentions.len()).filter(counted).collect();
    let words: usize = ENDED
        .iter()
        .map(|word| page.text().matches(word).count())
        .sum();
    let values = page.values(&told);
    let all: Number = values.iter().sum();
    let explains = |gap: &Number| values.contains(&gap.abs()) || all == gap.abs();
    words == told.len() && !gaps.iter().any(explains)
}

/// How sure it is that figures that do not balance are a fault; nothing where a figure that is not printed may explain
/// them.
fn verdict(page: &Page, balance: Balance, [new, old, done, left]: [Number; 4]) -> Option<Severity> {
    let all = if balance.includes { new } else { new + old };
    let otherwise = ends_otherwise(page.text());
    if otherwise && !told_apart(page, [new + old - done - left, new - done - left]) {
        return None;
    }
    let told = [Some(balance.new), Some(balance.done), balance.left];
    let part = told
        .iter()
        .flatten()
        .any(|&at| page.label(at).contains("其中"));
    let scopes = (part || any(page.text(), &["本级", "部门"])) && balance.old.is_none();
    let partly = otherwise
        || any(
            &without(page.label(balance.done), IN_TIME),
            &["按时", "按期", "回复"],
        );
    let sure = if scopes || partly {
        Severity::Notice
    } else {
        Severity::Error
    };
    match (balance.old, balance.left) {
        (Some(_), Some(_)) if !partly => Some(Severity::Error),
        (Some(_), Some(_)) => Some(Severity::Notice),
        // More answered than there were.
        (Some(_), None) => (done > all).then_some(sure),
        // Some neither answered nor carried over; or more than received, of which nothing is said to be last year's.
        (None, Some(_)) if done + left < new => Some(sure),
        (None, Some(_)) => Some(Severity::Notice),
        (None, None) => None,
    }
}

fn violation(
    page: &mut Page,
    numbers: &[usize],
    balance: Balance,
    values: [Number; 4],
    severity: Severity,
) -> Check {
    let added = balance.old.is_some() && !balance.includes;
    let found = unbalanced(values, [added, balance.left.is_some()], severity);
    page.check(rules::PROSE_UNBALANCED, "balance", numbers, Some(found))
}

/// The finding that figures do not balance: whether what was carried in, and out, is one of them.
fn unbalanced(
    [new, old, done, left]: [Number; 4],
    [added, rest]: [bool; 2],
    severity: Severity,
) -> Finding {
    let side = |terms: &[Number]| match terms {
        [_, _] => format!("{} = {}", plus(terms), plain(terms.iter().sum())),
        _ => plus(terms),
    };
    let (all, ends) = ([new, old], [done, left]);
    let all = &all[..1 + usize::from(added)];
    let ends = &ends[..1 + usize::from(rest)];
    let formula = format!("{} ≠ {}", side(all), side(ends));
    let (zh, en) = slip(all.iter().sum(), done, left);
    let mut found = finding(
        severity,
        format!("正文收到（含上年结转）与办结、结转下年不相等：{formula}。{zh}"),
        format!("Received and carried in are not answered and carried out: {formula}.{en}"),
        Some(formula),
    );
    found.terms = Terms::equal(all, ends);
    found
}

/// What the number answered or carried over would have to be.
fn slip(all: Number, done: Number, left: Number) -> (String, String) {
    let wanted = all - left;
    let digits = |value: Number| {
        let mut digits: Vec<char> = plain(value).chars().collect();
        digits.order();
        digits
    };
    if wanted > Number::ZERO && digits(wanted) == digits(done) {
        let (done, wanted) = (plain(done), plain(wanted));
        return (
            format!("{done} 可能是 {wanted}（数字颠倒）。"),
            format!(" {done} may be {wanted} with its digits swapped."),
        );
    }
    (String::new(), String::new())
}
