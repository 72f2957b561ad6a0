//! Labels that their values have cut in two: `5.要求行政 | 0 0 0 | 机关确认`, as where a reader of PDF meets the values in the
//! middle of a label's lines.

use super::{
    Stream,
    chunk::{Chunk, LABELS, ends_with_any_label},
};
use crate::{
    recognise::similar,
    text::{
        order::{Order, of_letter},
        words::Searched,
    },
};
use std::sync::LazyLock;

/// Shorter labels end and begin like too many others.
const SHORTEST: usize = 6;

/// The places inside the longer labels, in the order of the letters that stand there.
static PLACES: LazyLock<Vec<(char, (&str, usize))>> = LazyLock::new(|| {
    let mut places = Vec::new();
    let long = LABELS
        .iter()
        .filter(|label| label.chars().count() >= SHORTEST);
    for &label in long {
        for (at, letter) in label.char_indices().skip(1) {
            places.push((letter, (label, at)));
        }
    }
    places.order();
    places
});

/// The labels with numbers inside, cut before and behind them.
static NUMBERED: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let digit = |c: char| c.is_ascii_digit();
    let cut = |label: &&'static str| {
        let (head, rest) = label.split_at(label.find(digit).filter(|&at| at > 0)?);
        let (number, rest) = rest.split_at(rest.find(|c| !digit(c))?);
        Some([head, number, rest])
    };
    LABELS.iter().filter_map(cut).collect()
});

/// Whether a number is no value but one that stands inside a label: `不同方式回应同一热点或舆情计`, `1`, `次`.
pub(super) fn is_inside_label(before: &str, digits: &str, behind: &str) -> bool {
    NUMBERED.iter().any(|[head, number, rest]| {
        *number == digits
            && before.ends_with(head)
            && (behind.starts_with(similar::without_unit(rest)) || behind.starts_with(rest))
    })
}

/// Gives each chunk that stands inside a label the whole of it, and takes the rest from the label of the next. Blank cells
/// inside a label have none: it is that of the values behind it.
pub(super) fn rejoin<'a>(stream: &'a Stream, chunks: &mut [Chunk<'a>]) {
    let (mut taken, mut whole) = (0, None);
    for chunk in chunks {
        let gap = stream.gaps[chunk.values.start].letters.as_str();
        let before = &gap[std::mem::take(&mut taken)..];
        if before.len() < gap.len() && *chunk.label == *gap {
            chunk.label = Searched::new(before);
        }
        if let Some(label) = whole.take() {
            chunk.label = Searched::new(label);
            continue;
        }
        let behind = stream.gaps[chunk.values.end].letters.as_str();
        if chunk.prose || *chunk.label != *before || ends_with_any_label(before) {
            continue;
        }
        match around(before, behind) {
            Some((label, cut)) if chunk.filled == 0 => {
                whole = (label.len() - cut == behind.len()).then_some(label);
            }
            Some((label, cut)) => {
                chunk.label = Searched::new(label);
                taken = label.len() - cut;
            }
            None => {}
        }
    }
}

/// The one label that ends one text, a unit aside, and begins the next, and where it is cut.
fn around(before: &str, behind: &str) -> Option<(&'static str, usize)> {
    let bare = similar::without_last_unit(before);
    let places = of_letter(&PLACES, behind.chars().next()?);
    let fits = |&(label, at): &(&str, usize)| {
        let (head, rest) = label.split_at(at);
        behind.starts_with(rest) && (before.ends_with(head) || bare.ends_with(head))
    };
    places
        .iter()
        .map(|&(_, place)| place)
        .filter(fits)
        .max_by_key(|(label, _)| label.len())
}
