//! The terms of a sum.

use super::{Result, keys};
use crate::forms::{Table, Term};
use std::{collections::HashMap, sync::Arc};

pub(super) fn terms(
    table: &Table,
    slots: &HashMap<Arc<str>, usize>,
    side: &str,
    before: &str,
    after: &str,
) -> Result<Vec<Term>> {
    let mut terms = Vec::new();
    let mut negative = false;
    let mut id = String::new();
    for word in side.split_whitespace() {
        match word {
            "+" => negative = false,
            "-" => negative = true,
            "0" => {}
            _ => {
                let names = expand(table, word);
                for name in names {
                    id.clear();
                    id.extend([table.id, ".", before, name, after]);
                    let slot = slots.get(id.as_str()).copied();
                    let slot = slot.ok_or_else(|| format!("no slot {id}"))?;
                    terms.push(Term { negative, slot });
                }
            }
        }
    }
    Ok(terms)
}

pub(super) fn expand<'a>(table: &'a Table, word: &'a str) -> Vec<&'a str> {
    match word.strip_suffix('*') {
        Some(prefix) => keys(table)
            .into_iter()
            .filter(|key| key.starts_with(prefix))
            .collect(),
        None => vec![word],
    }
}
