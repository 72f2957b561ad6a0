//! The statutory headings in one line, or inside a long one.

use super::{
    Section,
    lines::Line,
    marker::{self, Style, marker},
    words::{LONGEST, Named, classify, count, known, longer},
};
use crate::{
    document::Document,
    recognise::{
        folds::Folds,
        outline::{SECTIONS, SectionForm},
    },
    text::{Folded, Span},
};

/// The shortest text without line breaks in which headings are looked for inside, in letters.
const LONG_LINE: usize = 300;

/// A statutory heading that may count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) named: Named,
    pub(super) style: Option<Style>,
    number: Option<u8>,
    span: Span,
}

impl Candidate {
    fn is_plain(&self) -> bool {
        self.named.strict && self.style.is_some_and(Style::is_top)
    }

    pub(super) fn sections(&self) -> impl Iterator<Item = Section> {
        let Self { number, span, .. } = *self;
        let plain = self.is_plain();
        self.named.forms().map(move |form| Section {
            form,
            ordinal: number,
            heading: span,
            plain,
        })
    }
}

/// Reads the headings in a line.
pub(super) fn read(document: &Document, folds: &Folds, line: Line, found: &mut Vec<Candidate>) {
    let folded = folds.stretch(document, line.span);
    let text = folded.text();
    let ordinal = marker(text).or_else(|| bare(text));
    let rest = &text[ordinal.map_or(0, |marker| marker.end)..];
    let style = ordinal.map(|marker| marker.style);
    let number = ordinal.map(|marker| marker.number);
    let whole = !longer(rest, LONGEST) && !rest.contains(['。', '；', ';']);
    let candidate = |named, span| Candidate {
        named,
        style,
        number,
        span,
    };
    if whole {
        let top = style.is_some_and(Style::is_top);
        let may_be = match style {
            _ if line.framed => top,
            None => line.marked || is_name(rest),
            Some(_) => true,
        };
        let named = may_be.then(|| classify(rest, number)).flatten();
        let named = named.filter(|named| named.strict || !line.framed);
        found.extend(named.map(|named| candidate(named, line.span)));
    } else if !line.framed && !is_index(text) {
        let hit = run_in(rest, style, number);
        let before = found.len();
        found.extend(hit.map(|(named, length)| {
            let end = text.len() - rest.len() + length;
            candidate(named, folded.origin(0..end))
        }));
        let all = found.len() == before || longer(text, LONG_LINE);
        inside(&folded, all, found);
    }
}

/// Whether a line is a list of the headings: little else stands between them, or each follows a comma.
fn is_index(text: &str) -> bool {
    const LIST: usize = 160;
    const WITH_COMMAS: usize = 500;
    let ordinal = |(at, mark): (usize, &str)| {
        let (start, _) = ordinal_before(text, at, mark)?;
        Some((start, known(&text[at + mark.len()..]).is_some()))
    };
    let heads: Vec<(usize, bool)> = text.match_indices('、').filter_map(ordinal).collect();
    let named = heads.iter().filter(|(_, known)| *known).count();
    let parted = heads.iter().filter(|head| text[..head.0].ends_with(','));
    named >= 3 && !text.contains('。') && !longer(text, LIST)
        || named >= 2 && parted.count() >= 3 && !longer(text, WITH_COMMAS)
}

/// An ordinal without a mark, directly before a known heading: `一 总体情况`.
fn bare(text: &str) -> Option<marker::Marker> {
    let (number, end) = marker::numeral(text)?;
    known(&text[end..]).map(|_| marker::Marker {
        style: Style::Han,
        number,
        end,
    })
}

/// Whether a line without an ordinal is nothing but a known heading.
fn is_name(text: &str) -> bool {
    const REST: usize = 14;
    let text = text.trim_end_matches([':', '。']);
    let exact = |form: &SectionForm| form.heading == text;
    let begins = known(text).is_some_and(|(_, length)| !longer(&text[length..], REST));
    SECTIONS.iter().any(exact) || begins && !text.contains([',', ':', '“'])
}

/// A heading with its text in the same line, and its length.
fn run_in(text: &str, style: Option<Style>, number: Option<u8>) -> Option<(Named, usize)> {
    const HEAD: usize = 24;
    // An item of a list that says what the report contains.
    if text
        .find([';', '；'])
        .is_some_and(|at| !longer(&text[at..], 0))
    {
        return None;
    }
    if style.is_none() {
        let (_, length) = known(text)?;
        return text[length..]
            .starts_with(['。', ':'])
            .then(|| classify(&text[..length], None).map(|named| (named, length)))?;
    }
    let stop = |c: char| matches!(c, '。' | ':' | ',' | '，' | ';') || c.is_ascii_digit();
    let end = text.find(stop).unwrap_or(text.len());
    let head = &text[..end];
    if (2..=HEAD).contains(&count(head))
        && let Some(named) = classify(head, number)
    {
        return Some((named, end));
    }
    let (_, length) = known(text)?;
    classify(&text[..length], number).map(|named| (named, length))
}

/// Headings inside a long line, as in a text without line breaks: `all`, or those behind a sentence or a table.
fn inside(folded: &Folded, all: bool, found: &mut Vec<Candidate>) {
    let text = folded.text();
    let mut hits: Vec<(usize, usize, Candidate)> = Vec::new();
    for (at, mark) in text.match_indices(['、', '.', '分']) {
        let Some((start, number)) = ordinal_before(text, at, mark) else {
            continue;
        };
        let from = at + mark.len();
        let rest = &text[from..];
        let length = known(rest).map(|(_, length)| length);
        let Some(length) = length.or_else(|| worded_otherwise(rest, number)) else {
            continue;
        };
        let end = from + length;
        if let Some(named) = classify(&text[from..end], Some(number)) {
            let candidate = Candidate {
                named,
                style: Some(Style::Han),
                number: Some(number),
                span: folded.origin(start..end),
            };
            hits.push((start, end, candidate));
        }
    }
    let near = |one: usize, other: usize| {
        let [(_, end, before), (start, _, behind)] = [one, other].map(|at| hits[at]);
        let short = start.saturating_sub(end) < 40 && !text[end..start].contains('。');
        short && before.number < behind.number
    };
    let listed = |at: usize| at > 0 && near(at - 1, at) || at + 1 < hits.len() && near(at, at + 1);
    for (at, hit) in hits.iter().enumerate() {
        let known = |one: &Candidate| one.span.start == hit.2.span.start;
        let ends = |c: char| c == '。' || c.is_ascii_digit();
        let counts = all || text[..hit.0].ends_with(ends);
        if counts && !listed(at) && !found.iter().any(known) {
            found.push(hit.2);
        }
    }
}

/// The length of a heading in other words, or with a slip, that has the ordinal of its section in the form.
fn worded_otherwise(text: &str, number: u8) -> Option<usize> {
    const MOST: usize = 24;
    const LAST: &str = "情况";
    let end = text.find(LAST)? + LAST.len();
    let heading = &text[..end];
    let sentence = heading.contains(['。', ',', ':', ';']);
    if sentence || longer(heading, MOST) || heading.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let named = classify(heading, None).filter(|named| named.strict)?;
    let own = named.forms().next() == Some(usize::from(number) - 1);
    own.then_some(end)
}

/// The ordinal whose mark stands at `at`, and where it begins.
fn ordinal_before(text: &str, at: usize, mark: &str) -> Option<(usize, u8)> {
    let before = &text[..at];
    let before = if mark == "分" {
        before.strip_suffix('部')?
    } else {
        before
    };
    let (start, numeral) = before.char_indices().next_back()?;
    let number = marker::numeral_value(numeral)?;
    let parted = before[..start].ends_with('第');
    (parted == (mark == "分") && !before[..start].ends_with('十')).then_some((start, number))
}
