//! Cells of a grid that have words beside a number or none: remarks, debris.

use super::{
    chunk::{ends_with_any_label, is_label},
    field::Event,
};
use crate::text::character::is_han;

/// Whether a cell has something that is neither a value nor a word.
pub(super) fn is_debris(text: &str, events: &[Event]) -> bool {
    let letters = |event: &Event| matches!(event, Event::Letters { .. });
    !events.is_empty() && events.iter().all(letters) && !text.chars().any(is_han)
}

/// Whether a cell has a number in words of its own, as what is noted behind the values of a row: `含上年结转1件`.
pub(super) fn is_remark(events: &[Event]) -> bool {
    const SHORTEST: usize = 3;
    let [Event::Letters { letters, .. }, rest @ ..] = events else {
        return false;
    };
    letters.chars().count() >= SHORTEST
        && rest
            .iter()
            .any(|event| matches!(event, Event::Value { .. }))
        && !(is_label(letters) || ends_with_any_label(letters))
}

/// Whether a line is nothing but what a bracket says of the number before it: `（其中修订5件）`.
pub(super) fn is_note(line: &str) -> bool {
    (line.starts_with("(其中") || line.starts_with("(含")) && line.ends_with(')')
}

/// The letters of a cell that has no value, where it has any.
pub(super) fn words(events: &[Event]) -> Option<String> {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Letters { letters, .. } => words.push_str(letters),
            Event::Value { .. } => return None,
        }
    }
    (!words.is_empty()).then_some(words)
}
