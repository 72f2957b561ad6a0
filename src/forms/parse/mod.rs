//! Reads a `.form` file. Each line is one statement:
//!
//! ```text
//! edition 2021                      the edition's name
//! years 2021-2023                   the years it is for; open without an end
//! notice 〔2021〕30号                the notice, as cited
//! signs A | B                       labels that only this edition has
//! table t3 TITLE                    begins a table
//! columns key[:unit] LABEL | …      the columns of the rows that follow; units: wan (万元), change; a lone key may be `-`
//! row key [level] LABEL / VARIANT   a row with values
//! group [level] LABEL               a label without values
//! sum RULE each row: a = b + c      also `each column`, `once`; `x.*` stands for all rows below x
//! settled RULE …: a = b + c         the same, where the parts may fall short as long as cases are pending
//! most RULE …: a <= b               least RULE …: a - b >= 0
//! expect RULE …: a <= b             the same, where a report may have a good reason to differ
//! ```

mod labels;
mod terms;

use super::{Comparison, Form, Relation, Row, Slot, Table};
use crate::{facts::Unit, text::label::letters};
use labels::{labels, level};
use std::{collections::HashMap, sync::Arc};
use terms::terms;

type Result<T> = std::result::Result<T, String>;

#[derive(Clone, Copy)]
struct Column {
    key: &'static str,
    label: &'static str,
    unit: Unit,
}

/// The key of a table's only column, which names nothing.
const UNNAMED: &str = "-";

impl Column {
    /// What the name of a slot ends in.
    fn suffix(self) -> String {
        match self.key {
            "" => String::new(),
            key => [".", key].concat(),
        }
    }
}

/// Reads one form.
///
/// # Errors
/// A sentence that quotes the line.
pub(super) fn form(source: &'static str) -> Result<Form> {
    let mut reader = Reader::default();
    for line in source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        reader
            .statement(line)
            .map_err(|error| format!("{error}: {line}"))?;
    }
    Ok(reader.form)
}

struct Reader {
    form: Form,
    columns: Vec<Column>,
    /// The slots of the table by their names.
    slots: HashMap<Arc<str>, usize>,
}

impl Default for Reader {
    fn default() -> Self {
        let form = Form {
            edition: "",
            from: 0,
            to: None,
            notice: None,
            signs: Vec::new(),
            tables: Vec::new(),
        };
        Self {
            form,
            columns: Vec::new(),
            slots: HashMap::new(),
        }
    }
}

/// What excuses a report that breaks a relation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Allowance {
    None,
    /// A good reason that a person must judge.
    Reason,
    /// Cases that are pending.
    Pending,
}

impl Reader {
    fn statement(&mut self, line: &'static str) -> Result<()> {
        let (word, rest) = line.split_once(' ').ok_or("a statement needs an operand")?;
        let rest = rest.trim();
        match word {
            "edition" => self.form.edition = rest,
            "years" => self.years(rest)?,
            "notice" => self.form.notice = Some(rest),
            "signs" => self.form.signs = rest.split('|').map(letters).collect(),
            "table" => self.table(rest)?,
            "columns" => self.columns = rest.split('|').map(column).collect::<Result<_>>()?,
            "row" => self.row(rest)?,
            "group" => self.group(rest)?,
            "sum" => self.relation(Comparison::Equal, "=", rest, Allowance::None)?,
            "settled" => self.relation(Comparison::Equal, "=", rest, Allowance::Pending)?,
            "most" => self.relation(Comparison::AtMost, "<=", rest, Allowance::None)?,
            "expect" => self.relation(Comparison::AtMost, "<=", rest, Allowance::Reason)?,
            "least" => self.relation(Comparison::AtLeast, ">=", rest, Allowance::None)?,
            _ => return Err("unknown statement".into()),
        }
        Ok(())
    }

    fn years(&mut self, rest: &str) -> Result<()> {
        let (from, to) = rest.split_once('-').ok_or("years need a dash")?;
        self.form.from = from.parse().map_err(|_| "no year")?;
        self.form.to = if to.is_empty() {
            None
        } else {
            Some(to.parse().map_err(|_| "no year")?)
        };
        Ok(())
    }

    fn table(&mut self, rest: &'static str) -> Result<()> {
        let (id, title) = rest.split_once(' ').ok_or("a table needs a title")?;
        let table = Table {
            id,
            title: title.into(),
            rows: Vec::new(),
            slots: Vec::new(),
            columns: Vec::new(),
            relations: Vec::new(),
        };
        self.form.tables.push(table);
        self.columns.clear();
        self.slots.clear();
        Ok(())
    }

    fn group(&mut self, rest: &'static str) -> Result<()> {
        let (level, printed) = level(rest);
        let table = self.form.tables.last_mut().ok_or("no table yet")?;
        let end = table.slots.len();
        table.rows.push(Row {
            key: "".into(),
            printed: printed.into(),
            labels: labels(printed, printed),
            level,
            slots: end..end,
        });
        Ok(())
    }

    fn row(&mut self, rest: &'static str) -> Result<()> {
        let (key, rest) = rest.split_once(' ').ok_or("a row needs a label")?;
        let (level, all) = level(rest.trim());
        let printed = all.split(" / ").next().unwrap_or(all);
        let table = self.form.tables.last_mut().ok_or("no table yet")?;
        let start = table.slots.len();
        for &column in &self.columns {
            let slot = slot(table, key, printed, column);
            self.slots
                .entry(Arc::clone(&slot.id))
                .or_insert(table.slots.len());
            table.slots.push(slot);
        }
        let slots = start..table.slots.len();
        table.rows.push(Row {
            key: key.into(),
            printed: printed.into(),
            labels: labels(printed, all),
            level,
            slots,
        });
        Ok(())
    }

    fn relation(
        &mut self,
        comparison: Comparison,
        sign: &str,
        rest: &'static str,
        allowance: Allowance,
    ) -> Result<()> {
        let (rule, rest) = rest.split_once(' ').ok_or("a relation needs a rule")?;
        let (each, sides) = rest.split_once(": ").ok_or("a relation needs a colon")?;
        let (left, right) = sides.split_once(sign).ok_or("a relation needs two sides")?;
        let table = self.form.tables.last_mut().ok_or("no table yet")?;
        let scopes: Vec<(String, String)> = match each {
            "each row" => keys(table)
                .into_iter()
                .map(|row| (format!("{row}."), String::new()))
                .collect(),
            "each column" => self
                .columns
                .iter()
                .map(|c| (String::new(), c.suffix()))
                .collect(),
            "once" => vec![(String::new(), String::new())],
            _ => return Err("unknown scope".into()),
        };
        for (before, after) in scopes {
            let terms = |side| terms(table, &self.slots, side, &before, &after);
            let (left, right) = (terms(left)?, terms(right)?);
            table.relations.push(Relation {
                rule,
                comparison,
                soft: allowance == Allowance::Reason,
                pending: allowance == Allowance::Pending,
                left,
                right,
            });
        }
        Ok(())
    }
}

fn keys(table: &Table) -> Vec<&str> {
    table
        .rows
        .iter()
        .map(|row| &*row.key)
        .filter(|key| !key.is_empty())
        .collect()
}

fn column(text: &'static str) -> Result<Column> {
    let (key, label) = text
        .trim()
        .split_once(' ')
        .ok_or("a column needs a label")?;
    let (key, unit) = key.split_once(':').unwrap_or((key, ""));
    let unit = match unit {
        "" => Unit::Count,
        "change" => Unit::Change,
        "wan" => Unit::TenThousandYuan,
        _ => return Err("unknown unit".into()),
    };
    let key = if key == UNNAMED { "" } else { key };
    Ok(Column { key, label, unit })
}

fn slot(table: &mut Table, key: &str, printed: &str, column: Column) -> Slot {
    let index = table
        .columns
        .iter()
        .position(|label| *label == column.label)
        .unwrap_or_else(|| {
            table.columns.push(column.label.into());
            table.columns.len() - 1
        });
    Slot {
        id: [table.id, ".", key, &column.suffix()].concat().into(),
        row: table.rows.len(),
        column: index,
        label: [printed, "·", column.label].concat().into(),
        unit: column.unit,
    }
}
