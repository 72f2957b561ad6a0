//! Tables whose figures are all last year's (Y105).

use super::rules;
use crate::{
    facts::Fact,
    recognise::{Recognised, TableRead},
    rule::{Bilingual, Check, Compared, Evidence, Finding},
    text::Number,
};

/// Fewer figures may well be the same by chance,
const FEW: usize = 3;
/// and so may figures that are all less than this.
const SMALL: u32 = 10;
/// Columns and rows that may well stay as they are: what is in force, what there is, items of the year before.
const STANDING: [&str; 5] = ["valid", "total", "prior", "change", "cumulative"];
/// The group of the form of 2014 that counts offices and staff.
const OFFICES: &str = "f2014.8";

pub(super) fn check(now: &Recognised, last: &Recognised, found: &mut Vec<Compared>) {
    let tables = now.tables.iter();
    found.extend(tables.filter_map(|table| unchanged(table, now, last)));
}

fn unchanged(table: &TableRead, now: &Recognised, last: &Recognised) -> Option<Compared> {
    let name = table.form.id;
    let flows = |fact: &&Fact| {
        let own = fact.id.strip_prefix(name);
        let column = fact.id.rsplit('.').next();
        own.is_some_and(|rest| rest.starts_with('.'))
            && !fact.id.starts_with(OFFICES)
            && (name != "t2" && name != "f2008"
                || column.is_some_and(|column| !STANDING.contains(&column)))
    };
    let (mut count, mut same, mut most) = (0, true, Number::ZERO);
    let (mut evidence, mut then) = (Vec::<Evidence>::new(), Vec::new());
    for fact in now.facts.all().iter().filter(flows) {
        let former = last.facts.get(&fact.id)?;
        let (value, before) = (fact.in_sum()?, former.in_sum()?);
        if value.is_zero() && before.is_zero() {
            continue;
        }
        count += 1;
        same &= value == before;
        most = most.max(value);
        evidence.extend(fact.evidence());
        then.extend(former.evidence());
    }
    if count < FEW || most < Number::from(SMALL) {
        return None;
    }
    let message = Bilingual::new(
        format!(
            "“{}”的 {count} 个非零数字与上年报告完全相同，请核对是否沿用了上年的数据。",
            table.form.title
        ),
        format!(
            "All {count} figures of “{}” other than 0 are those of last year's report.",
            table.form.title
        ),
    );
    let finding = same.then(|| Finding::new(rules::Y105.severity, message));
    if !same {
        (evidence, then) = (Vec::new(), Vec::new());
    }
    let check = Check::of(&rules::Y105, evidence, finding);
    Some(Compared { check, last: then })
}
