//! A report with numbers drawn at random that satisfy all sums, and what is read of it.

use crate::{Layout, Values};
use gouji::{
    Options, check,
    facts::Unit,
    forms::{self, Form, Table},
    view::Report,
};
use std::sync::Arc;

/// Numbers of a small linear congruential generator: the same on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, below: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as i64) % below
    }
}

/// A form with values that satisfy its sums.
pub(crate) fn invented(edition: &str, seed: u64) -> (&'static Form, Values) {
    let form = forms::edition(edition).expect("a known edition");
    let mut dice = Dice(seed + 1);
    let mut values = Values::new();
    for table in &form.tables {
        for slot in &table.slots {
            let value = match (dice.roll(3), slot.unit) {
                (_, Unit::Change) => dice.roll(9),
                (0, _) => dice.roll(80) + 10,
                (1, _) => dice.roll(9),
                _ => 0,
            };
            values.insert(slot.id.clone(), value);
        }
        settle(table, &mut values);
    }
    (form, values)
}

/// Makes the table's totals right, then what they are carried over from.
pub(crate) fn settle(table: &Table, values: &mut Values) {
    let id = |slot: usize| table.slots[slot].id.clone();
    for rule in ["T303", "T302", "T401"] {
        for relation in table
            .relations
            .iter()
            .filter(|relation| relation.rule == rule)
        {
            let sum = relation
                .right
                .iter()
                .map(|term| values[&id(term.slot)])
                .sum();
            values.insert(id(relation.left[0].slot), sum);
        }
    }
    for relation in table
        .relations
        .iter()
        .filter(|relation| relation.rule == "T301")
    {
        let handled: i64 = relation
            .right
            .iter()
            .map(|term| values[&id(term.slot)])
            .sum();
        values.insert(id(relation.left[0].slot), handled);
        values.insert(id(relation.left[1].slot), 0);
    }
    for name in ["rules", "normative"] {
        for (small, large) in [("made", "valid"), ("published", "total")] {
            let small = values.get(&*format!("t2.{name}.{small}")).copied();
            if let (Some(small), Some(large)) =
                (small, values.get_mut(&*format!("t2.{name}.{large}")))
            {
                *large += small;
            }
        }
    }
}

pub(crate) fn read(form: &Form, values: &Values, layout: Layout) -> Report {
    read_with(form, values, layout)
}

pub(crate) fn read_with(
    form: &Form,
    values: &Values,
    mut layout: impl FnMut(&[Vec<String>]) -> Vec<String>,
) -> Report {
    let year = form.from + 1;
    let mut lines = vec![
        format!("云溪市{year}年政府信息公开工作年度报告"),
        "一、总体情况".to_owned(),
        format!("{year}年，云溪市按照要求公开各类信息，方便群众查阅。"),
    ];
    for (heading, table) in [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]
    .iter()
    .zip(&form.tables)
    {
        lines.push((*heading).to_owned());
        lines.extend(layout(&rows(table, values)));
    }
    lines.push("五、存在的主要问题及改进情况".to_owned());
    lines.push("公开的主动性还需加强，下一步加强培训。".to_owned());
    lines.push("六、其他需要报告的事项".to_owned());
    lines.push("本年度没有收取信息处理费。".to_owned());
    check(lines.join("\n").as_bytes(), &Options::default()).expect("plain text opens")
}

/// The table as printed: its head, then each row's label and values.
fn rows(table: &Table, values: &Values) -> Vec<Vec<String>> {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    if table.rows.len() == 3 {
        let head = "行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉";
        let numbers = table.slots.iter().map(|slot| values[&slot.id].to_string());
        return vec![words(head), numbers.collect()];
    }
    let mut rows = vec![
        words("信息内容"),
        table.columns.iter().map(ToString::to_string).collect(),
    ];
    for row in &table.rows {
        let numbers = row
            .slots
            .clone()
            .map(|slot| values[&table.slots[slot].id].to_string());
        rows.push(
            std::iter::once(row.printed.to_string())
                .chain(numbers)
                .collect(),
        );
    }
    rows
}

/// The cells whose value is not the printed one.
pub(crate) fn wrong_values(values: &Values, report: &Report) -> Vec<String> {
    let differs = |(id, printed): (&Arc<str>, &i64)| {
        let fact = report.facts.iter().find(|fact| *fact.id == **id)?;
        let value = fact.value.as_deref()?;
        (value != printed.to_string()).then(|| format!("{id} is {printed}, read {value}"))
    };
    values.iter().filter_map(differs).collect()
}

/// The cells read wrong or lost, and the number of those left undecided.
pub(crate) fn compare(values: &Values, report: &Report) -> (Vec<String>, usize) {
    let (mut wrong, mut undecided) = (Vec::new(), 0);
    for (id, printed) in values {
        let fact = report.facts.iter().find(|fact| *fact.id == **id);
        match fact.map(|fact| (fact.value.as_deref(), fact.state)) {
            Some((Some(value), _)) if value == printed.to_string() => {}
            Some((None, "unreadable")) => undecided += 1,
            other => wrong.push(format!("{id} is {printed}, read {other:?}")),
        }
    }
    wrong.sort();
    (wrong, undecided)
}
