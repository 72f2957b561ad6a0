//! Amounts of money that may be in yuan where ten thousand yuan belong.

use super::catalogue::F209;
use crate::{
    facts::Unit,
    recognise::{Status, TableRead},
    rule::{Bilingual, Cause, Check, Finding},
    text::Number,
};

/// For tables and columns, the whole amount in 万元 that no body of the kind is likely to reach.
const UNLIKELY: [(&str, u32); 4] = [
    ("t2.fees", 1_000_000),
    ("t2.procurement", 20_000_000),
    ("f2014.7", 10_000),
    ("f2014.8.4", 10_000),
];

/// Each amount that is printed as a number.
pub(super) fn apply(table: &TableRead, checks: &mut Vec<Check>) {
    if matches!(table.status, Status::Missing | Status::Picture) {
        return;
    }
    for (slot, form) in table.form.slots.iter().enumerate() {
        if form.unit != Unit::TenThousandYuan {
            continue;
        }
        let held = table.held[slot].as_ref();
        let Some((held, number)) = held.and_then(|held| Some((held, held.number?))) else {
            continue;
        };
        let Some(evidence) = table.evidence(slot) else {
            continue;
        };
        let message = if held.yuan == Some(1) {
            Some(in_yuan(&form.label, number))
        } else if held.yuan.is_none() && is_unlikely(&form.id, number) {
            Some(large(&form.label, number))
        } else {
            None
        };
        checks.push(match message {
            None => Check::holds(&F209, vec![evidence]),
            Some(message) => {
                let mut finding = Finding::of(&F209, Cause::Report, message);
                finding.found = Some(number.normalize().to_string());
                finding.expected = Some(in_ten_thousands(number));
                Check::violated(&F209, vec![evidence], finding)
            }
        });
    }
}

/// A whole number beyond what is likely; amounts in 万元 of that size have decimals.
fn is_unlikely(id: &str, number: Number) -> bool {
    let limit = UNLIKELY.iter().find(|(prefix, _)| id.starts_with(prefix));
    limit.is_some_and(|&(_, limit)| number.fract().is_zero() && number >= Number::from(limit))
}

fn in_ten_thousands(number: Number) -> String {
    (number / Number::from(10_000)).normalize().to_string()
}

fn in_yuan(label: &str, number: Number) -> Bilingual {
    let amount = in_ten_thousands(number);
    Bilingual::new(
        format!("“{label}”以元填写（{number} 元），表样的单位是万元，合 {amount} 万元。"),
        format!(
            "“{label}” is given in yuan ({number}); the form counts in ten thousand yuan: {amount}."
        ),
    )
}

fn large(label: &str, number: Number) -> Bilingual {
    let amount = in_ten_thousands(number);
    Bilingual::new(
        format!(
            "“{label}”印为 {number}，单位是万元；数额很大，如以元填写，应为 {amount} 万元，请核对。"
        ),
        format!(
            "“{label}” is printed as {number}, in ten thousand yuan; if it was meant in yuan, it is {amount}. Please check."
        ),
    )
}
