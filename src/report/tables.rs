//! The tables as read, and the facts in them.

use super::places::Places;
use crate::{
    document::Document,
    facts::State,
    locate::Explained,
    recognise::{Status, TableRead},
    text::{Number, number::plain},
    view,
};

pub(super) fn table_view(
    document: &Document,
    table: &TableRead,
    at: usize,
    explained: &Explained,
) -> view::Table {
    let form = &table.form;
    let rows = form.rows.iter().map(|row| {
        let mut facts = vec![None; form.columns.len()];
        let mut recomputed = vec![None; form.columns.len()];
        for slot in row.slots.clone() {
            let column = form.slots[slot].column;
            facts[column] = Some(form.slots[slot].id.to_string());
            let told = explained.values.get(&(at, slot));
            recomputed[column] = told
                .copied()
                .unwrap_or_else(|| table.recomputed(slot))
                .map(plain);
        }
        view::TableRow {
            label: row.printed.to_string(),
            level: row.level,
            facts,
            recomputed,
        }
    });
    let place = table.region.or(table.picture);
    view::Table {
        id: form.id,
        title: form.title.to_string(),
        status: match table.status {
            Status::Read => "read",
            Status::Incomplete => "incomplete",
            Status::Picture => "picture",
            Status::Missing => "missing",
        },
        block: place.map(|span| document.block_at(span.start)),
        columns: form.columns.iter().map(ToString::to_string).collect(),
        rows: rows.collect(),
    }
}

/// A number with all its places after the point, as printed.
pub(super) fn as_printed(number: Number) -> String {
    if number.scale() == 0 {
        plain(number)
    } else {
        number.to_string()
    }
}

pub(super) fn fact_view(places: &Places<'_>, fact: &crate::facts::Fact) -> view::Fact {
    let evidence = |span| places.view(span, &fact.label, fact.value);
    view::Fact {
        id: fact.id.to_string(),
        value: fact.value.map(as_printed),
        state: match fact.state {
            State::Number => "number",
            State::Blank => "blank",
            State::NotApplicable => "not-applicable",
            State::Unreadable => "unreadable",
            State::Missing => "missing",
        },
        inferred: fact.inferred,
        unit: fact.unit.name(),
        evidence: fact.span.map(evidence),
    }
}
