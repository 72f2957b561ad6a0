//! Percentage points between two percentages (N203): `92.7%,较上年的91.2%提高1.5个百分点`.

use super::turn::{rises, starts};
use crate::{
    claims::{
        lexicon::times::{CHANGE, DOWN},
        reading::{
            context::of_years,
            page::{Page, finding, unequal},
        },
        rules,
    },
    rule::{Check, Evidence, Severity, Terms},
    text::{
        Number,
        number::{self, Token},
    },
};

/// The points right after two percentages: a fault where rounding does not explain them.
pub(super) fn points(page: &mut Page, one: usize, other: usize) -> Option<Check> {
    let [first, last] = [one, other].map(|at| &page.mentions[at]);
    let plain = [first, last]
        .iter()
        .all(|at| at.is_percent() && !at.malformed && !at.soft);
    let [then, now] = plain.then(|| years(page, one, other))??;
    let behind = page.slice(last.range.end..page.text().len());
    let said = behind.trim_start_matches([')', '相', '比', ',']);
    let word = CHANGE.iter().find(|word| said.starts_with(**word))?;
    let digits = said[word.len()..].trim_start_matches('了');
    let at = page.text().len() - digits.len();
    let printed = match digits.starts_with(|c: char| c.is_ascii_digit()) {
        true => number::read(digits),
        false => return None,
    };
    let Token::Number(printed) = printed else {
        return None;
    };
    let unit = digits[printed.len..].trim_start_matches('个');
    if !unit.starts_with("百分点") {
        return None;
    }
    let [high, low] = match DOWN.contains(word) {
        true => [then, now],
        false => [now, then],
    };
    let places = first.places.min(last.places).min(printed.places);
    let [more, less] = [high, low].map(|at| page.mentions[at].value);
    let step = printed.value;
    let found = ((more - less - step).abs() > Number::new(1, places)).then(|| {
        let formula = unequal(&[more], &[less], step);
        let mut found = finding(
            Severity::Error,
            format!("增减的百分点与前后两个比率不符：{formula}。"),
            format!("The percentage points are not those between the two rates: {formula}."),
            Some(formula),
        );
        found.terms = Terms::equal(&[more], &[less, step]);
        found
    });
    let span = page.passage.origin(&(at..at + printed.digits));
    let mut check = page.check(rules::GROWTH_DIFFERS, "growth", &[now, then], found);
    let mark = Evidence {
        value: Some(step),
        ..Evidence::words(span, *word)
    };
    check.evidence.insert(0, mark);
    Some(check)
}

/// Which of two percentages is the earlier one: `由98.2%提高到99.1%`, `92.7%,较上年的91.2%`, `92.7%,比2021年(91.2%)`.
fn years(page: &Page, one: usize, other: usize) -> Option<[usize; 2]> {
    let gap = page.gap(one, other);
    let against = gap.trim_start_matches([',', '(']);
    let year = |c: char| of_years(c) || "的(".contains(c);
    if against.starts_with(['比', '较', '与', '同']) && against.chars().all(year) {
        return Some([other, one]);
    }
    (starts(page.label(one)) && rises(gap).is_some()).then_some([one, other])
}
