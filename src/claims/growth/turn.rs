//! The direction of a change (N203): 由12件增至9件 goes the other way than its figures.

use crate::{
    claims::{
        growth::{change_finding, falls, is_change, points::points},
        lexicon::{
            Kind,
            growth::{DOWN, RANKS, TO, UP},
            lists::LOST,
            times::CHANGE,
        },
        reading::{
            mention::{Grade, Mention},
            page::{Page, any, finding, unequal},
            prose::Prose,
        },
        rules,
    },
    rule::{Check, Severity, Terms},
    text::number::{percent, plain, rounded},
};

/// Finds and checks the changes from one figure to another of one passage.
pub(in crate::claims) fn check(prose: &mut Prose, at: usize, checks: &mut Vec<Check>) {
    let page = &mut prose.pages[at];
    for from in 1..page.mentions.len() {
        checks.extend(points(page, from - 1, from));
        if let Some(check) = turn(page, from - 1, from) {
            let sound = check.finding.is_none();
            checks.push(check);
            if sound {
                checks.extend(rate(page, from - 1, from));
                checks.extend(step(page, from - 1, from));
                checks.extend(ahead(page, from - 1, from));
            }
        }
    }
}

/// The words before the figure that a change starts from, in `行政诉讼由上年的15件增加到17件`, of the figure that it comes to.
pub(in crate::claims) fn turned(page: &Page, to: usize) -> Option<&str> {
    let from = to.checked_sub(1)?;
    let same = page.mentions[from].unit == page.mentions[to].unit;
    if !same || !starts(page.label(from)) {
        return None;
    }
    let (lead, then) = page.wide(from).rsplit_once(['由', '从'])?;
    let plain = then
        .chars()
        .all(|c| c.is_ascii_digit() || "上去年度同期的".contains(c));
    (plain && rises(page.gap(from, to)).is_some()).then_some(lead)
}

/// Whether a change rises, by the words between its figures.
pub(super) fn rises(gap: &str) -> Option<bool> {
    let gap = undated(gap);
    let word = TO.iter().find_map(|to| gap.strip_suffix(to))?;
    let word = word.trim_start_matches(['年', '底', ',', '的', '已', '大', '幅', '稳', '步']);
    if UP.contains(&word) {
        Some(true)
    } else {
        DOWN.contains(&word).then_some(false)
    }
}

/// What stands before 2023年的 or 今年的.
fn undated(gap: &str) -> &str {
    let Some(rest) = gap.strip_suffix("年的") else {
        return gap;
    };
    let rest = rest.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.strip_suffix(['今', '本', '当']).unwrap_or(rest)
}

fn turn(page: &mut Page, from: usize, to: usize) -> Option<Check> {
    let (one, other) = (&page.mentions[from], &page.mentions[to]);
    let kind = one.kind == other.kind && one.unit == other.unit && one.kind != Kind::None;
    let apart = one.high < other.low || other.high < one.low;
    let sound = !(one.malformed || other.malformed) && (apart || !(one.soft || other.soft));
    if !kind || !sound || !starts(page.label(from)) || one.value == other.value {
        return None;
    }
    let up = rises(page.gap(from, to))?;
    if any(page.wide(from), RANKS) {
        return None;
    }
    let wrong = up != (other.value > one.value);
    let (a, b) = (plain(one.value), plain(other.value));
    let sign = if other.value > one.value { '<' } else { '>' };
    let (zh, en) = if up {
        ("上升", "a rise")
    } else {
        ("下降", "a fall")
    };
    let found = wrong.then(|| {
        finding(
            Severity::Error,
            format!("正文称{zh}，而 {a} {sign} {b}，方向相反。"),
            format!("The text tells of {en}, but {a} {sign} {b}."),
            Some(format!("{a} {sign} {b}")),
        )
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[from, to], found))
}

/// The change right before its two figures: 同比减少3件,由22件降至19件.
fn ahead(page: &mut Page, from: usize, to: usize) -> Option<Check> {
    let change = from.checked_sub(1)?;
    let figures = [from, to, change].map(|at| &page.mentions[at]);
    let exact = figures
        .iter()
        .all(|figure| figure.is_count() && !figure.soft && figure.unit == figures[0].unit);
    let next = page.gap(change, from).strip_prefix(',');
    // 由2021年的96件降至41件: a change against last year is not of these.
    let said = next.is_some_and(|said| {
        let words = said.strip_prefix(['由', '从']).unwrap_or("-");
        said == page.label(from) && words.chars().all(|c| "上去年度同期的".contains(c))
    });
    // 收到申请120件,同比减少3件,由22件降至19件: it may be the change of the figure before it.
    let own = change.checked_sub(1).is_none_or(|last| {
        !page.mentions[last].is_count()
            || !page.same_sentence(last, change)
            || page.gap(last, change).contains([';', ':'])
    });
    if !exact || !said || !own || !is_change(page, change) || page.used[change] {
        return None;
    }
    stepped(page, [from, to, change], falls(page, change))
}

/// The change right after its two figures: 由18个减为9个,减少9个.
fn step(page: &mut Page, from: usize, to: usize) -> Option<Check> {
    let change = to + 1;
    let [one, other] = [from, to].map(|at| &page.mentions[at]);
    let counts = |at: &Mention| at.is_count() && !at.soft && at.unit == one.unit;
    let printed = page.mentions.get(change);
    if !printed.is_some_and(counts) || !counts(one) || !counts(other) {
        return None;
    }
    let word = page.gap(to, change).strip_prefix([',', '、', '共'])?;
    let word = word.trim_start_matches(['共', '净']).trim_end_matches('了');
    // 关停60个,合并44个: one of several ways in which they went.
    let several = page.mentions.get(change + 1).is_some_and(|next| {
        next.is_count() && next.unit == one.unit && page.same_sentence(change, change + 1)
    });
    let lost = LOST.contains(&word) && !several;
    if !lost && !CHANGE.contains(&word) {
        return None;
    }
    let falls = lost || falls(page, change);
    stepped(page, [from, to, change], falls)
}

/// What comes of a change and the two figures that it stands between.
fn stepped(page: &mut Page, numbers: [usize; 3], falls: bool) -> Option<Check> {
    let [from, to, change] = numbers;
    let [then, now, step] = numbers.map(|at| page.mentions[at].value);
    let (high, low) = if falls { (then, now) } else { (now, then) };
    // 减少11个,由86个整合为79个,另撤销4个: what comes behind makes up the difference.
    let next = to.max(change) + 1;
    let other = page.mentions.get(next);
    let other = other.filter(|_| page.same_sentence(to, next));
    if other.is_some_and(|other| other.value == (high - low - step).abs()) {
        return None;
    }
    let found = (high - low != step).then(|| {
        let formula = unequal(&[high], &[low], step);
        let mut found = finding(
            Severity::Error,
            format!("增减数与前后两数不符：{formula}。"),
            format!("The change is not that between its two figures: {formula}."),
            Some(formula),
        );
        found.terms = Terms::equal(&[high], &[low, step]);
        found
    });
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[change, from, to], found))
}

/// The rate of a change right after its two figures: 由56件降至42件,降幅25%.
fn rate(page: &mut Page, from: usize, to: usize) -> Option<Check> {
    let step = page.mentions.get(to + 1).filter(|step| step.is_count());
    let rate = to + 1 + usize::from(step.is_some());
    let printed = page.mentions.get(rate)?;
    let word = page.gap(rate - 1, rate).strip_prefix(',')?;
    let word = word.trim_end_matches(['了', '为', '达', '到', '约']);
    let counts = page.mentions[to].is_count() && printed.is_percent() && !page.used[rate];
    // 由312个整合为208个,清理104个,清理比例33.3%.
    let name = ["比例", "率", "幅度"]
        .iter()
        .find_map(|tail| word.strip_suffix(tail));
    let lost = name.is_some_and(|name| LOST.contains(&name) || DOWN.contains(&name));
    let beside = rate == to + 1 || page.same_sentence(to, rate);
    let said = (rate == to + 1 && CHANGE.contains(&word)) || lost;
    if !counts || !beside || printed.malformed || printed.soft || !said {
        return None;
    }
    let (base, step) = (
        page.mentions[from].value,
        page.mentions[to].value - page.mentions[from].value,
    );
    let step = if lost || falls(page, rate) {
        -step
    } else {
        step
    };
    if page.mentions[from].soft || page.mentions[to].soft {
        return rounded_rate(page, [from, to, rate]);
    }
    let grade = page.mentions[rate].grade(step, base)?;
    let found = (grade < Grade::Exact).then(|| change_finding(page, rate, step, base, grade));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[rate, to, from], found))
}

/// The rate between two rounded figures: wrong where no value that they allow gives it.
pub(super) fn rounded_rate(page: &mut Page, [from, to, rate]: [usize; 3]) -> Option<Check> {
    let (one, other) = (&page.mentions[from], &page.mentions[to]);
    let (low, high) = if falls(page, rate) {
        (one.low - other.high, one.high - other.low)
    } else {
        (other.low - one.high, other.high - one.low)
    };
    let (least, most) = (percent(low, one.high)?, percent(high, one.low)?);
    let (printed_low, printed_high) =
        rounded(page.mentions[rate].value, page.mentions[rate].places);
    let wrong = printed_high < least || printed_low > most;
    let (base, step) = (one.value, other.value - one.value);
    let step = if falls(page, rate) { -step } else { step };
    let found = wrong.then(|| change_finding(page, rate, step, base, Grade::Wrong));
    Some(page.check(rules::GROWTH_DIFFERS, "growth", &[rate, to, from], found))
}

/// Whether the words before a figure make it the one that a change starts from: 由上年的.
pub(super) fn starts(label: &str) -> bool {
    let mut last = label.chars().rev().take(12);
    last.any(|character| matches!(character, '由' | '从'))
}
