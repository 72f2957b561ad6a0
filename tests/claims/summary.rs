//! How well the prose is understood, relation by relation, and how many slips are told.

use super::{Case, all_cases, run, severity, values};
use gouji::{
    claims::Claims,
    rule::{Check, Verdict},
    text::Number,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the cases show of one relation.
#[derive(Default)]
struct Row {
    labelled: usize,
    found: usize,
    told: usize,
    wanted: usize,
    slips: usize,
    caught: usize,
    firmly: usize,
}

/// The relation that a rule speaks of.
fn relation(code: &str) -> &'static str {
    match code {
        "N101" | "N102" | "N103" => "link",
        "N201" => "sum",
        "N202" | "N208" => "share",
        "N203" => "growth",
        "N204" | "N207" => "rate",
        "N205" => "balance",
        "N206" => "proportion",
        "N209" => "same",
        _ => "statement",
    }
}

/// A slip of the pen in a printed number: two digits swapped where they differ, else one more.
fn slip(quote: &str, scaled: bool) -> Option<String> {
    let number: String = quote
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let rest = &quote[number.len()..];
    let value: Number = number.parse().ok()?;
    let places = value.scale();
    let slipped = if places > 0 || rest.starts_with(['%', '％']) {
        let step = if scaled {
            Number::from(3)
        } else {
            Number::new(13, 1)
        };
        let other = if value > Number::from(50) {
            value - step
        } else {
            value + step
        };
        format!("{:.*}", places as usize, other.round_dp(places))
    } else {
        let mut digits: Vec<char> = number.chars().collect();
        let last = digits.len() - 1;
        if last > 0 && digits[last] != digits[last - 1] && (last > 1 || digits[last] != '0') {
            digits.swap(last, last - 1);
            digits.into_iter().collect()
        } else {
            (value + Number::ONE).to_string()
        }
    };
    (slipped != number).then(|| format!("{slipped}{rest}"))
}

/// The findings of a text, as a person would read them.
fn findings(claims: &Claims) -> BTreeSet<(String, String, &'static str)> {
    let told = claims.checks.iter().filter_map(|check| {
        let finding = check.finding.as_ref()?;
        Some((
            check.rule.code.to_owned(),
            finding.message.zh.clone(),
            severity(finding),
        ))
    });
    told.collect()
}

/// Each text of a case with one number of a relation that holds spoiled.
fn spoiled(case: &Case, check: &Check) -> Vec<(String, Vec<String>)> {
    let mut starts = Vec::new();
    let mut from = 0;
    for line in &case.text {
        starts.push(from);
        from += line.len() + 1;
    }
    let mut all = Vec::new();
    for evidence in &check.evidence {
        let Some(line) = starts
            .iter()
            .rposition(|start| *start <= evidence.span.start)
        else {
            continue;
        };
        let start = evidence.span.start - starts[line];
        let end = evidence.span.end - starts[line];
        let Some(quote) = case.text[line].get(start..end) else {
            continue;
        };
        let scaled = case.text[line][end..].starts_with(['万', '亿']);
        if let Some(slipped) = slip(quote, scaled) {
            let mut text = case.text.clone();
            text[line].replace_range(start..end, &slipped);
            all.push((format!("{quote} => {slipped}"), text));
        }
    }
    all
}

/// Whether a relation of a kind still holds, of as many numbers, the spoiled one in the place of another.
fn still(claims: &Claims, kind: &str, old: &Check) -> bool {
    let before = values(old);
    claims.checks.iter().any(|check| {
        let kept = values(check)
            .iter()
            .filter(|value| before.contains(value))
            .count();
        check.verdict == Verdict::Holds
            && check.claim == Some(kind)
            && check.evidence.len() == old.evidence.len()
            && kept + 1 >= before.len()
    })
}

fn judge(rows: &mut BTreeMap<String, Row>, missed: &mut Vec<String>, file: &str, case: &Case) {
    let claims = run(case, &case.text);
    let before = findings(&claims);
    for (code, message, severity) in &before {
        let row = rows.entry(relation(code).to_owned()).or_default();
        row.told += 1;
        let wanted = case
            .finds
            .iter()
            .any(|want| want[0] == *code && want[1] == *severity);
        row.wanted += usize::from(wanted);
        if !wanted {
            missed.push(format!("{file}: {}: invented {message}", case.name));
        }
    }
    for (kind, numbers) in &case.holds {
        let wanted: Vec<Number> = numbers.iter().filter_map(|n| n.parse().ok()).collect();
        let row = rows.entry(kind.clone()).or_default();
        row.labelled += 1;
        let check = claims.checks.iter().find(|check| {
            check.verdict == Verdict::Holds
                && check.claim == Some(kind.as_str())
                && wanted.iter().all(|number| values(check).contains(number))
        });
        let Some(check) = check else { continue };
        row.found += 1;
        if case.open {
            continue;
        }
        for (slip, text) in spoiled(case, check) {
            let spoiled = run(case, &text);
            let after = findings(&spoiled);
            if after == before && still(&spoiled, kind, check) {
                continue; // What is printed now is true as well: 12 of 40 instead of 14.
            }
            row.slips += 1;
            let new: Vec<_> = after.difference(&before).collect();
            row.caught += usize::from(!new.is_empty());
            row.firmly += usize::from(new.iter().any(|(_, _, severity)| *severity != "notice"));
            if new.is_empty() {
                missed.push(format!("{file}: {}: {kind} {slip}", case.name));
            }
        }
    }
}

#[test]
fn summary() {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut missed = Vec::new();
    let (mut count, mut traps) = (0, 0);
    for (file, case) in all_cases() {
        count += 1;
        traps +=
            usize::from(case.finds.is_empty() && case.twins.is_empty() && case.holds.is_empty());
        judge(&mut rows, &mut missed, &file, &case);
    }
    for line in &missed {
        println!("not told: {line}");
    }
    println!("{count} cases, {traps} of them traps");
    println!(
        "{:12} {:>16} {:>16} {:>22}",
        "relation", "found/labelled", "wanted/told", "slips told (firmly)"
    );
    let mut all = Row::default();
    for (kind, row) in &rows {
        print(kind, row);
        all.labelled += row.labelled;
        all.found += row.found;
        all.told += row.told;
        all.wanted += row.wanted;
        all.slips += row.slips;
        all.caught += row.caught;
        all.firmly += row.firmly;
    }
    print("all", &all);
    assert_eq!(all.told, all.wanted, "nothing may be invented");
    assert!(
        all.found * 100 >= all.labelled * 95,
        "labelled relations are found"
    );
    assert!(all.caught * 100 >= all.slips * 95, "slips are told");
}

fn print(kind: &str, row: &Row) {
    let found = format!("{}/{}", row.found, row.labelled);
    let told = format!("{}/{}", row.wanted, row.told);
    let slips = format!("{}/{} ({})", row.caught, row.slips, row.firmly);
    println!("{kind:12} {found:>16} {told:>16} {slips:>22}");
}
