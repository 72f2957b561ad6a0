//! Where a document's text can be cut, so that a mark may stand between two of its characters.

use crate::{
    document::BlockId,
    ingest::docx::{
        Mapped,
        place::{Piece, Run},
    },
};
use std::ops::Range;

/// A place for marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// Between runs.
    Between { at: usize },
    /// Between the elements of a run, which becomes two.
    Run { at: usize, run: usize },
    /// Between two characters of a run's text; both become two.
    Text {
        at: usize,
        run: usize,
        tag: (usize, usize),
    },
}

impl Cut {
    /// The offset in the part.
    pub(super) fn at(self) -> usize {
        match self {
            Self::Between { at } | Self::Run { at, .. } | Self::Text { at, .. } => at,
        }
    }
}

/// A piece of text and the stretch of it that is meant, in bytes of the piece.
pub(super) type Meant<'a> = (&'a Piece, Range<usize>);

/// The pieces of text in a stretch of a block, in order.
pub(super) fn pieces<'a>(
    mapped: &'a Mapped<'_>,
    block: BlockId,
    range: Range<usize>,
) -> Vec<Meant<'a>> {
    let from = mapped.lines.partition_point(|place| place.block < block);
    let lines = mapped.lines[from..].iter();
    let mut meant = Vec::new();
    for place in lines.take_while(|place| place.block == block) {
        let pieces = mapped.places.lines.get(place.node);
        for piece in pieces.into_iter().flatten() {
            let at = place.at + piece.at;
            let start = range.start.max(at);
            let end = range.end.min(at + piece.length);
            if start < end {
                meant.push((piece, start - at..end - at));
            }
        }
    }
    meant
}

/// The places before the first and after the last of some pieces.
pub(super) fn around(mapped: &Mapped<'_>, pieces: &[Meant<'_>]) -> Option<(Cut, Cut)> {
    let (first, from) = pieces.first()?;
    let (last, to) = pieces.last()?;
    let before = cut(mapped, first, from.start, false)?;
    let after = cut(mapped, last, to.end, true)?;
    if before.at() < after.at() {
        return Some((before, after));
    }
    // Read in another order than they stand in the file: the first one must do.
    Some((before, cut(mapped, first, from.end, true)?))
}

/// The place at an offset of a piece; where the piece cannot be cut, before it or `after` it.
fn cut(mapped: &Mapped<'_>, piece: &Piece, at: usize, after: bool) -> Option<Cut> {
    let run = mapped.places.runs.get(piece.run)?;
    if !run.divisible {
        let at = if after {
            run.outer.end
        } else {
            run.outer.start
        };
        return Some(Cut::Between { at });
    }
    if let Some(cut) = within(mapped, piece, at) {
        return Some(cut);
    }
    let element = &piece.element;
    let at = if after { element.end } else { element.start };
    Some(beside(&mapped.text, run, piece.run, at))
}

/// The place between two characters of a text.
fn within(mapped: &Mapped<'_>, piece: &Piece, at: usize) -> Option<Cut> {
    let text = piece.text.as_ref()?;
    let at = text.start + at;
    let (before, after) = (mapped.text.get(..at)?, mapped.text.get(at..)?);
    let (last, next) = (before.chars().next_back()?, after.chars().next()?);
    let inner = last != '>' && next != '<';
    // Where white space at the ends of a text is not kept, it must not come to stand there.
    let kept = text.keeps_space || !(last.is_ascii_whitespace() || next.is_ascii_whitespace());
    (inner && kept).then_some(Cut::Text {
        at,
        run: piece.run,
        tag: (text.tag.start, text.tag.end),
    })
}

/// The place between two elements of a run; before or behind the run where nothing of it is beyond.
fn beside(xml: &str, run: &Run, number: usize, at: usize) -> Cut {
    let empty = |range: Range<usize>| xml.get(range).is_some_and(|text| text.trim().is_empty());
    if empty(run.content.start..at) {
        Cut::Between {
            at: run.outer.start,
        }
    } else if empty(at..run.content.end) {
        Cut::Between { at: run.outer.end }
    } else {
        Cut::Run { at, run: number }
    }
}
