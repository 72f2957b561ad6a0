//! Hard-wrapped lines joined into passages, folded, with the way back.

use super::lead_in::{announces, divides, shape};
use crate::{
    claims::{
        Context,
        lexicon::roles::{OTHERS, RECEIVED},
    },
    text::{Folded, Span, character::is_han, words::any},
};
use std::{ops::Range, sync::Arc};

/// A paragraph or list item of the prose, folded.
#[derive(Debug, Default)]
pub(in crate::claims) struct Passage {
    /// The folded text.
    pub(in crate::claims) text: String,
    /// The lines that it is joined from.
    lines: Vec<Line>,
    /// Whether it is a heading.
    pub(in crate::claims) heading: bool,
    /// Whether it begins as a list item or heading does.
    pub(in crate::claims) item: bool,
    /// Whether its last lines are the parts of a list that 其中: announced.
    listed: bool,
}

/// A line of the prose in a passage.
#[derive(Debug, Clone)]
struct Line {
    /// Where it begins in the passage's text.
    at: usize,
    /// What of the folded line the passage has from there on.
    from: usize,
    folded: Arc<Folded>,
}

/// The longest passage that is looked at as one, in bytes of folded text.
const LONGEST: usize = 24_000;
/// A passage of so many bytes of folded text goes on no further in paragraphs of one sentence.
const JOINED: usize = 3_000;
/// A line of so many characters was filled to its end: digits on both sides of the break are one number's, for in
/// prose no two numbers stand side by side.
const FULL: usize = 20;
/// How long a line may be and still be taken for a heading, in bytes of folded text.
const HEADING: usize = 120;
/// Where a line has ended a sentence.
const ENDS: &[char] = &['。', '!', '?', ';', ':', '”', '"', '|'];
/// What a list item or heading begins with.
const ORDINALS: &[char] = &[
    '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '(', '第', '-', '●', '◆', '■', '·',
    '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩', '⑴', '⑵', '⑶', '⑷', '⑸', '⑹', '㈠', '㈡',
    '㈢', '㈣', '㈤', '㈥', '#',
];

impl Passage {
    fn add(&mut self, folded: &Arc<Folded>) {
        let digits = |c: char| c.is_ascii_digit();
        let full = || self.last_width() >= FULL;
        let last = self.lines.last().map_or(0, |line| line.at);
        let entry = self.text[last..].rsplit('。').next().is_some_and(is_entry);
        if entry && is_entry(folded.text()) {
            self.text.push(';');
        } else if self.text.ends_with(digits) && folded.text().starts_with(digits) && !full() {
            self.text.push(' ');
        }
        self.lines.push(Line {
            at: self.text.len(),
            from: 0,
            folded: Arc::clone(folded),
        });
        self.text.push_str(folded.text());
    }

    /// How many characters its last line has.
    fn last_width(&self) -> usize {
        let last = self.lines.last().map_or(0, |line| line.at);
        self.text[last..].chars().count()
    }

    /// Whether a semicolon only happens to end its last line, which is as long as those before it: `…2.4%;⏎文件28条;⏎`.
    fn is_filled(&self) -> bool {
        let [.., one, last] = self.lines.as_slice() else {
            return false;
        };
        let before = self.text[one.at..last.at].chars().count();
        let width = self.last_width();
        self.text.ends_with(';') && width >= FULL && before.abs_diff(width) < 5
    }

    /// Cuts an overlong passage at sentence ends, so that relations are sought in bounded text.
    fn split(self) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut from = 0;
        while self.text.len() - from > LONGEST {
            let mut to = from + LONGEST;
            while !self.text.is_char_boundary(to) {
                to -= 1;
            }
            let piece = &self.text[from..to];
            let cut = piece.rfind(['。', ';']).map(|at| from + at);
            let next = cut.and_then(|at| Some(at + self.text[at..].chars().next()?.len_utf8()));
            let to = next.unwrap_or(to);
            pieces.push(self.piece(from..to));
            from = to;
        }
        pieces.push(self.piece(from..self.text.len()));
        pieces
    }

    fn piece(&self, range: Range<usize>) -> Self {
        let first = self.line_at(range.start);
        let lines = self.lines.iter().skip(first);
        let lines = lines
            .take_while(|line| line.at < range.end)
            .map(|line| Line {
                at: line.at.saturating_sub(range.start),
                from: line.from + range.start.saturating_sub(line.at),
                folded: Arc::clone(&line.folded),
            });
        Self {
            lines: lines.collect(),
            text: self.text[range].to_owned(),
            heading: self.heading,
            item: self.item,
            listed: self.listed,
        }
    }

    /// The last line that begins at or before byte `at`.
    fn line_at(&self, at: usize) -> usize {
        let next = self.lines.partition_point(|line| line.at <= at);
        next.saturating_sub(1)
    }

    /// The original stretch of a stretch of the folded text.
    pub(in crate::claims) fn origin(&self, range: &Range<usize>) -> Span {
        let start = self.character(range.start).start;
        match range.end.checked_sub(1) {
            Some(last) if !range.is_empty() => {
                Span::new(start, self.character(last).end.max(start))
            }
            _ => Span::new(start, start),
        }
    }

    /// The original of the character that byte `at` belongs to, the last one's past the end; what is put between two
    /// lines stands for the character before it.
    fn character(&self, at: usize) -> Span {
        let at = at.min(self.text.len().saturating_sub(1));
        let Some(line) = self.lines.get(self.line_at(at)) else {
            return Span::new(0, 0);
        };
        let text = line.folded.text();
        let inside = (line.from + at - line.at).min(text.len().saturating_sub(1));
        let start = text.floor_char_boundary(inside);
        let length = text[start..].chars().next().map_or(0, char::len_utf8);
        line.folded.origin(start..start + length)
    }
}

/// Joins the lines of the prose into passages.
pub(in crate::claims) fn passages(context: &Context<'_>) -> Vec<Passage> {
    let mut all: Vec<Passage> = Vec::new();
    let mut last_end = None;
    for (&span, folded) in context.prose.iter().zip(context.folded) {
        if folded.text().is_empty() {
            last_end = None;
            continue;
        }
        let item = begins(folded.text());
        let near = last_end.is_some_and(|end| span.start <= end + 2);
        match all.last_mut() {
            Some(open) if near && !item && (open_ended(open) || lists(open, folded.text())) => {
                open.listed = lists(open, folded.text());
                if open.listed && open.text.ends_with('。') {
                    // The same in a list whose parts are sentences: a semicolon stands for the stop, at its place.
                    open.text.pop();
                    open.text.push(';');
                }
                open.add(folded);
                open.heading = false;
            }
            Some(open) if near && !item && (open.is_filled() || goes_on(open, folded.text())) => {
                open.add(folded);
            }
            _ => {
                let mut next = Passage {
                    heading: item && is_heading(folded.text()),
                    item,
                    ..Passage::default()
                };
                next.add(folded);
                all.push(next);
            }
        }
        last_end = Some(span.end);
    }
    all.into_iter().flat_map(Passage::split).collect()
}

/// Whether a line is one entry of a list: `部分公开:108件`.
fn is_entry(line: &str) -> bool {
    const UNIT: usize = 2;
    line.split_once(':').is_some_and(|(name, value)| {
        let unit = value.trim_start_matches(|c: char| c.is_ascii_digit());
        unit.len() < value.len()
            && unit.chars().count() <= UNIT
            && unit.chars().chain(name.chars()).all(is_han)
    })
}

fn open_ended(passage: &Passage) -> bool {
    !passage.heading && !passage.text.ends_with(ENDS)
}

/// Whether a line is a part of the list that a passage announces: `其中:`, then `同意公开21件;` and so on, a line each.
fn lists(open: &Passage, line: &str) -> bool {
    let text = open.text.as_str();
    let last = open.lines.last().map_or("", |line| &text[line.at..]);
    // 网站30条,占60%。⏎公报20条,占40%。⏎
    let same = || shape(last).is_some() && shape(last) == shape(line);
    let goes_on = || match text.ends_with('。') {
        true => same(),
        false => !text.ends_with([':', '!', '?', '|']),
    };
    let short = line.len() <= HEADING && line.contains(|c: char| c.is_ascii_digit());
    short && (announces(text) && !open.heading || open.listed && goes_on())
}

/// Whether a paragraph of one sentence goes on about the requests of the one before it: `办结73件,结转下年3件。`
fn goes_on(open: &Passage, line: &str) -> bool {
    let text = open.text.as_str();
    if text.len() < JOINED && divides(text, line) {
        return true;
    }
    let one = || { line.strip_suffix('。') }.is_some_and(|rest| !rest.contains('。'));
    text.len() < JOINED
        && one()
        && text.ends_with('。')
        && text.matches('。').count() <= open.lines.len()
        && (line.starts_with("其中")
            || text.contains("申请") && any(line, &["结转", "办结", "答复", "申请"]))
        && ![text, line].iter().any(|text| any(text, OTHERS))
        && !any(line, RECEIVED)
        && !line.contains("涉及")
}

/// Whether a line begins something new.
fn begins(text: &str) -> bool {
    let mut rest = text.chars();
    let first = rest.next();
    if first.is_some_and(|c| c.is_ascii_digit()) {
        let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let mut rest = after.chars();
        return match rest.next() {
            Some('.') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
            Some('、') => true,
            _ => false,
        };
    }
    match first {
        Some('(') => text.chars().take(6).any(|c| c == ')'),
        Some('第') => text
            .chars()
            .skip(1)
            .take(4)
            .any(|c| matches!(c, ',' | '、')),
        Some('-' | '●' | '◆' | '■' | '·' | '#') => true,
        Some(c) if ORDINALS.contains(&c) => {
            let tail = text.trim_start_matches(ORDINALS);
            !"一二三四五六七八九十".contains(c) || tail.starts_with(['、', '.', '是'])
        }
        _ => false,
    }
}

fn is_heading(text: &str) -> bool {
    text.len() <= HEADING && !text.contains([',', '。', ';', '%', '是'])
}
