//! Rates between two figures that are both printed (N203): `2022年80件,2023年100件,增长25%`.

use crate::{
    claims::{
        growth::{
            against::headline, change_finding, falls, subject::apart_from, turn::rounded_rate,
        },
        reading::{
            mention::Grade,
            page::{Page, any, finding},
        },
        rules,
    },
    rule::{Check, Finding, Severity},
    text::number::plain,
};

/// A rate between two figures that are both printed.
pub(super) fn between(page: &mut Page, rate: usize) -> Option<Check> {
    let last = rate.checked_sub(1)?;
    let mut near: Vec<usize> = (0..rate)
        .rev()
        .take(4)
        .filter(|&i| {
            let figure = &page.mentions[i];
            let same = figure.unit == page.mentions[last].unit;
            figure.is_count() && !figure.change && same && page.same_sentence(i, rate)
        })
        .collect();
    if near == [last] && page.mentions[last].earlier {
        near.extend(headline(page, last));
    }
    let wholes = near.iter().filter_map(|&at| page.whole(at));
    for now in near.iter().copied().chain(wholes) {
        for &then in &near {
            let (figure, base) = (&page.mentions[now], &page.mentions[then]);
            let later = !figure.earlier || now == last && next_year(page, then, now);
            if now == then || !base.earlier || !later || figure.unit != base.unit {
                continue;
            }
            let change = figure.value - base.value;
            let change = if falls(page, rate) { -change } else { change };
            if page.mentions[rate].grade(change, base.value) == Some(Grade::Exact) {
                return Some(page.check(rules::GROWTH_DIFFERS, "growth", &[now, then, rate], None));
            }
        }
    }
    between_wrong(page, rate, &near)
}

/// How words say that one of two figures is of an earlier year.
#[derive(Clone, Copy)]
enum Tie {
    /// The second is what the first is compared with: `今年126件,比上年105件增长…`.
    Compared,
    /// The second names its year, or counts the same: `今年126件,上年105件,增长…`.
    Recalled,
    /// They only follow each other: `上年105件,今年126件,增长…`.
    Listed,
}

impl Tie {
    fn of(page: &Page, first: usize, last: usize) -> Self {
        if !page.mentions[last].earlier {
            Self::Listed
        } else if compares(page, last) || beside(page.gap(first, last)) {
            Self::Compared
        } else if is_year(page.label(last)) || alike(page.wide(first), page.wide(last)) {
            Self::Recalled
        } else {
            Self::Listed
        }
    }

    /// Whether the two count the same and the rate is surely of them, which are `only` two.
    fn holds(self, page: &Page, [now, then]: [usize; 2], rate: usize, only: bool) -> bool {
        let gap = || page.gap(then, rate).trim_start_matches(')');
        match self {
            Self::Compared => {
                let gap = gap();
                let marks = [',', '。', ';', '、', '(', ')'];
                !gap.strip_prefix("相比,").unwrap_or(gap).contains(marks)
            }
            Self::Recalled => only && gap().starts_with(','),
            Self::Listed => only && alike(page.wide(now), page.wide(then)),
        }
    }
}

/// A rate right after two figures of two years, of which it does not follow.
fn between_wrong(page: &mut Page, rate: usize, near: &[usize]) -> Option<Check> {
    let &[last, first, ..] = near else {
        return None;
    };
    if last + 1 != rate || !is_next(page, first, last) {
        return None;
    }
    let tie = Tie::of(page, first, last);
    let pair @ [now, then] = match tie {
        Tie::Compared | Tie::Recalled if !next_year(page, first, last) => {
            let whole = page.whole(first).filter(|&whole| whole < first);
            [whole.unwrap_or(first), last]
        }
        _ => [last, first],
    };
    let (figure, base) = (&page.mentions[now], &page.mentions[then]);
    let tied = base.earlier
        && (!figure.earlier || now == last && next_year(page, then, now))
        && figure.unit == base.unit
        && !apart_from(page, now, last, rate);
    // 第三季度152条,第四季度160条,较上年480条增长18.3%: the rate may be of their sum.
    let serial = any(page.label(now), &["季度", "月份", "半年"]);
    let hedged = figure.hedged || base.hedged || page.mentions[rate].soft;
    let even = figure.value == base.value || base.value.is_zero();
    if !tied || serial || hedged || even || !tie.holds(page, pair, rate, near.len() == 2) {
        return None;
    }
    match figure.soft || base.soft {
        true => rounded_rate(page, [then, now, rate]),
        false => violated(page, rate, pair),
    }
}

/// Whether a figure is the next one of what another counts. 公开1128条,全文电子化率100%,比上年的940条增长20%: a rate of
/// something else may stand between.
fn is_next(page: &Page, first: usize, last: usize) -> bool {
    let passed = |at: usize| page.mentions[at].is_percent() && compares(page, last);
    headline(page, last) == Some(first) || (first + 1..last).all(passed)
}

/// The check of a rate that two figures do not give.
fn violated(page: &mut Page, rate: usize, [now, then]: [usize; 2]) -> Option<Check> {
    let value = page.mentions[then].value;
    let change = page.mentions[now].value - value;
    let change = if falls(page, rate) { -change } else { change };
    let grade = page.mentions[rate].grade(change, value)?;
    if grade == Grade::Exact {
        return None;
    }
    let found = match page.mentions[rate].grade(-change, value) {
        Some(Grade::Exact) => reversed(page, rate, now, then),
        _ => change_finding(page, rate, change, value, grade),
    };
    let numbers = [rate, now, then];
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &numbers, Some(found)))
}

/// Whether two figures are of two years in a row: `2019年38件,2020年45件`.
fn next_year(page: &Page, then: usize, now: usize) -> bool {
    let year = |at: usize| -> Option<u16> { page.label(at).strip_suffix('年')?.parse().ok() };
    let next = year(then).map(|year| year + 1);
    // 2021年38件,2022年45件,较2019年增长50%: the rate names a year of its own.
    let own = page.label(now + 1).contains(|c: char| c.is_ascii_digit());
    next.is_some()
        && !own
        && next == year(now)
        && page.gap(then, now).strip_prefix(',') == Some(page.label(now))
}

/// Whether the words before a figure compare with it: 比上年的105件, 同比2022年的105件.
fn compares(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    label.starts_with(['比', '较', '与']) || label.starts_with("同比") && label.ends_with('的')
}

/// Whether the words between two figures compare them, the second one in parentheses: `22件,比上年(31件)`.
fn beside(gap: &str) -> bool {
    let gap = gap.rsplit('。').next().unwrap_or(gap);
    let year = gap.trim_start_matches(',').strip_suffix('(');
    year.is_some_and(|year| {
        year.starts_with(['比', '较', '与', '同']) && !year.contains([',', '。', ';', '、', '('])
    })
}

/// The finding that a rate has the right size and the wrong direction.
fn reversed(page: &Page, rate: usize, now: usize, then: usize) -> Finding {
    let (a, b) = (
        plain(page.mentions[now].value),
        plain(page.mentions[then].value),
    );
    let (zh, en, sign) = if falls(page, rate) {
        ("下降", "a fall", '>')
    } else {
        ("增长", "a rise", '<')
    };
    finding(
        Severity::Error,
        format!(
            "正文称{zh} {}，而 {a} {sign} {b}，方向相反。",
            page.quote(rate)
        ),
        format!(
            "The text tells of {en} of {}, but {a} {sign} {b}.",
            page.quote(rate)
        ),
        Some(format!("{a} {sign} {b}")),
    )
}

/// Whether the words before a figure name nothing but an earlier year: 2010年为, 上年同期是.
pub(super) fn is_year(label: &str) -> bool {
    let word = label.trim_end_matches(['为', '是', '有']);
    let word = word.strip_suffix("同期").unwrap_or(word);
    let digits = word
        .strip_suffix('年')
        .or_else(|| word.strip_suffix("年度"));
    digits.is_some_and(|year| year.len() == 4 && year.chars().all(|c| c.is_ascii_digit()))
        || ["上年", "去年", "上一年", "上年度"].contains(&word)
}

/// Whether the clauses before two figures of two years count the same, one of them in fewer words perhaps.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    one.ends_with(&other) || other.ends_with(&one) || (!other.is_empty() && one.contains(&other))
}

/// What a clause counts, without its year.
fn key(clause: &str) -> String {
    let year = |c: char| c.is_ascii_digit() || "年度去今上本同期共为是".contains(c);
    clause.chars().filter(|c| !year(*c)).collect()
}
