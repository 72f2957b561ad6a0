//! One line or cell: which of its characters are values, which are letters of labels.

use super::ordinals::{ORDINAL_LETTERS, is_ordinal, known_inside};
use crate::{
    facts::State,
    text::{
        Number, Span,
        folded::fold,
        gloss::readable,
        label::{is_han, is_letter},
    },
};

/// What stands in a line or cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// Letters of a label or of prose, folded.
    Letters {
        /// The letters.
        letters: String,
        /// Where they stand.
        span: Span,
    },
    /// A number or a mark for no number.
    Value {
        /// A number or not applicable.
        state: State,
        /// The number.
        number: Option<Number>,
        /// Its digits, where it is nothing but digits.
        digits: Option<String>,
        /// How many yuan its unit stands for.
        yuan: Option<u32>,
        /// Where it stands.
        span: Span,
    },
}

/// Units that may follow a value; the longer ones first.
const UNITS: [(&str, Option<u32>); 26] = [
    ("万元", Some(10_000)),
    ("亿元", Some(100_000_000)),
    ("元", Some(1)),
    ("件次", None),
    ("条次", None),
    ("人次", None),
    ("件", None),
    ("条", None),
    ("次", None),
    ("个", None),
    ("人", None),
    ("篇", None),
    ("份", None),
    ("部", None),
    ("项", None),
    ("起", None),
    ("宗", None),
    ("场", None),
    ("期", None),
    ("家", None),
    ("册", None),
    ("名", None),
    ("批", None),
    ("套", None),
    ("处", None),
    ("例", None),
];

/// Characters after a number that make it part of a date, a reference or an address.
const NO_VALUE_BEFORE: &str = "年月日号时分页楼室路级届";

/// The longest remark in brackets that may follow a value.
const LONGEST_NOTE: usize = 30;

/// A text of more letters than this is prose, in which a lone dash is a dash.
const PROSE: usize = 40;

#[derive(Clone, Copy)]
struct Char {
    plain: char,
    start: usize,
    end: usize,
}

/// Whether a line is nothing but a page number between dashes.
#[must_use]
pub fn is_page_number(line: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―');
    let line = line.trim();
    let inner = line.trim_matches(is_dash);
    line.starts_with(is_dash)
        && line.ends_with(is_dash)
        && !inner.is_empty()
        && inner.trim().chars().all(|c| c.is_ascii_digit())
}

/// Whether a folded line has neither figures nor marks that stand for a value.
#[must_use]
pub fn is_wordy(text: &str) -> bool {
    let figure = |byte: u8| byte.is_ascii_digit();
    let mark = |c: char| matches!(c, '-' | '−' | '–' | '—' | '/' | '无' | '不');
    let is_prose = || text.chars().filter(|&c| is_han(c)).nth(PROSE).is_some();
    !text.bytes().any(figure) && (is_prose() || !text.contains(mark))
}

/// The events of a line that stands at byte `base` of the document.
#[must_use]
pub fn events(text: &str, base: usize) -> Vec<Event> {
    Scanner::new(text, base).run()
}

/// The events of a table cell. A cell has one value; a number before other letters is debris of the label
/// (`5 政处罚 351867`), letters after it are a remark.
#[must_use]
pub fn cell_events(text: &str, base: usize) -> Vec<Event> {
    let all = events(text, base);
    let is_value = |event: &Event| matches!(event, Event::Value { .. });
    let letters: usize = all
        .iter()
        .map(|event| {
            if let Event::Letters { letters, .. } = event {
                letters.chars().count()
            } else {
                0
            }
        })
        .sum();
    if letters == 0 || letters > PROSE {
        return all;
    }
    let Some(last) = all.iter().rposition(is_value) else {
        return all;
    };
    let first = all.iter().position(is_value).unwrap_or(last);
    if !all[first..last].iter().any(|event| !is_value(event)) {
        if last + 1 < all.len() && first > 0 {
            return all.into_iter().filter(|event| !is_value(event)).collect();
        }
        return all;
    }
    if first == 0 {
        let tail = matches!(all.last(), Some(Event::Value { .. }));
        if !tail {
            return all.into_iter().take(1).collect();
        }
    }
    all.into_iter()
        .enumerate()
        .filter(|(at, event)| *at == last || !is_value(event))
        .map(|(_, event)| event)
        .collect()
}

struct Scanner {
    chars: Vec<Char>,
    at: usize,
    events: Vec<Event>,
    letters: String,
    letters_from: usize,
    letters_to: usize,
    prose: bool,
    /// Whether commas part the line's cells.
    listed: bool,
}

impl Scanner {
    fn new(text: &str, base: usize) -> Self {
        let chars: Vec<Char> = readable(text)
            .map(|(at, c)| Char {
                plain: fold(c),
                start: base + at,
                end: base + at + c.len_utf8(),
            })
            .collect();
        let prose = chars
            .iter()
            .filter(|c| is_han(c.plain))
            .nth(PROSE)
            .is_some();
        Self {
            chars,
            at: 0,
            events: Vec::new(),
            letters: String::new(),
            letters_from: 0,
            letters_to: 0,
            prose,
            listed: false,
        }
        .with_list()
    }

    /// Notes whether the line is a list of numbers parted by commas, which then part no thousands.
    fn with_list(mut self) -> Self {
        let digit = |at: usize| self.peek(at).is_ascii_digit();
        let commas = (1..self.chars.len()).filter(|&at| self.peek(at) == ',');
        let runs = commas.filter(|&at| digit(at - 1) && digit(at + 1));
        let lengths = runs.map(|at| (at + 1..).take_while(|&next| digit(next)).count());
        let odd = lengths.filter(|&length| length != 3).count();
        self.listed = odd > 0;
        self
    }

    fn run(mut self) -> Vec<Event> {
        while self.at < self.chars.len() {
            let done = match self.chars[self.at].plain {
                '0'..='9' | '减' | '增' | '+' => self.number(),
                '-' | '−' | '–' => self.number() || self.mark(),
                '不' | '—' | '/' | '无' => self.mark(),
                _ => false,
            };
            if !done {
                self.letter();
            }
        }
        self.flush();
        self.events
    }

    fn peek(&self, at: usize) -> char {
        self.chars.get(at).map_or('\0', |c| c.plain)
    }

    fn before(&self, at: usize) -> char {
        if at == 0 { '\0' } else { self.peek(at - 1) }
    }

    fn letter(&mut self) {
        let current = self.chars[self.at];
        if is_letter(current.plain) {
            if self.letters.is_empty() {
                self.letters_from = current.start;
            }
            self.letters.push(current.plain);
            self.letters_to = current.end;
        }
        self.at += 1;
    }

    fn flush(&mut self) {
        if !self.letters.is_empty() {
            let letters = std::mem::take(&mut self.letters);
            self.events.push(Event::Letters {
                letters,
                span: Span::new(self.letters_from, self.letters_to),
            });
        }
    }

    fn number(&mut self) -> bool {
        if let Some(end) = self.telephone_end() {
            while self.at < end {
                self.letter();
            }
            return true;
        }
        let signed = self.sign();
        let from = self.at + usize::from(signed.is_some());
        let mut to = self.digits_end(from);
        if to == from {
            return false;
        }
        if let Some(ordinal) = self.ordinal(from, to) {
            if ordinal == to - from {
                for _ in self.at..to {
                    self.letter();
                }
                return true;
            }
            to -= ordinal;
        } else if self.is_part_of_text(from, to) {
            for _ in self.at..to {
                self.letter();
            }
            return true;
        }
        self.value(signed, from, to);
        true
    }

    /// Where a telephone number with its area code ends that begins here: `0555-1234567`.
    fn telephone_end(&self) -> Option<usize> {
        let digits = |from: usize| {
            (from..)
                .take_while(|&at| self.peek(at).is_ascii_digit())
                .count()
        };
        let code = digits(self.at);
        let dash = self.at + code;
        let starts = self.peek(self.at) == '0' && !self.before(self.at).is_ascii_digit();
        if !starts || !(3..=4).contains(&code) || !"-—–−".contains(self.peek(dash)) {
            return None;
        }
        let local = digits(dash + 1);
        (7..=8).contains(&local).then_some(dash + 1 + local)
    }

    /// A sign before digits: `减6`, `增128`, `+19`, `-8`.
    fn sign(&self) -> Option<bool> {
        let negative = match self.peek(self.at) {
            '减' | '-' | '−' | '–' => true,
            '增' | '+' => false,
            _ => return None,
        };
        let before = self.before(self.at);
        let word = matches!(self.peek(self.at), '减' | '增' | '+');
        let alone = before == '\0' || before.is_whitespace() || "|,;".contains(before);
        let bound = before.is_ascii_alphanumeric() && !before.is_ascii_digit();
        let begins = alone || before.is_ascii_digit() || !word && !bound;
        (begins && self.peek(self.at + 1).is_ascii_digit()).then_some(negative)
    }

    /// The end of digits, thousands separators and decimals that begin at `from`.
    fn digits_end(&self, from: usize) -> usize {
        let mut at = from;
        while self.peek(at).is_ascii_digit() {
            at += 1;
        }
        if at == from {
            return from;
        }
        if at - from <= 3 && self.peek(from) != '0' && !self.listed {
            while let Some(next) = self.thousands(at) {
                at = next;
            }
        }
        if self.peek(at) == '.' && self.peek(at + 1).is_ascii_digit() {
            at += 1;
            while self.peek(at).is_ascii_digit() {
                at += 1;
            }
        }
        at
    }

    fn thousands(&self, at: usize) -> Option<usize> {
        if self.peek(at) != ',' {
            return None;
        }
        let mut next = at + 1;
        while self.peek(next) == '\n' {
            next += 1;
        }
        let group = (next..next + 3).all(|i| self.peek(i).is_ascii_digit());
        (group && !self.peek(next + 3).is_ascii_digit()).then_some(next + 3)
    }

    /// How many of the last digits are an ordinal of the label that follows: `6.属于四类过程性信息`.
    fn ordinal(&self, from: usize, to: usize) -> Option<usize> {
        let solid = (to..self.chars.len()).find(|&at| !self.peek(at).is_whitespace())?;
        let mark = self.peek(solid);
        let is_mark = matches!(mark, '.' | '、' | ')' | '．');
        if !is_mark && (solid > to || !is_han(mark)) {
            return None;
        }
        let run = (from..to)
            .rev()
            .take_while(|&i| self.peek(i).is_ascii_digit())
            .count();
        let after = &self.chars[solid..];
        if !after
            .iter()
            .filter(|c| !c.plain.is_whitespace())
            .take(3)
            .any(|c| is_han(c.plain))
        {
            return None;
        }
        let letters: String = after
            .iter()
            .map(|c| c.plain)
            .filter(|&c| is_letter(c))
            .take(ORDINAL_LETTERS)
            .collect();
        for length in [2, 1] {
            if length <= run && self.peek(to - length) != '0' {
                let number = (to - length..to).fold(0, |n, at| 10 * n + self.digit(at));
                if is_ordinal(number, &letters) {
                    return Some(length);
                }
            }
        }
        let plain = to - from == run && run <= 2;
        (plain && !is_han(mark) && !self.peek(solid + 1).is_ascii_digit()).then_some(run)
    }

    fn digit(&self, at: usize) -> u32 {
        self.peek(at).to_digit(10).unwrap_or(0)
    }

    /// Whether the digits belong to a word or a date rather than being a value of their own.
    fn is_part_of_text(&self, from: usize, to: usize) -> bool {
        let after = self.peek(to);
        if self.is_inside_label(from, to)
            || self.closes_bracket(to)
            || NO_VALUE_BEFORE.contains(after)
            || after.is_ascii_alphabetic()
            || after == '%'
            || self.before(from) == '第'
        {
            return true;
        }
        let starts = self.letters.is_empty() && self.events.is_empty();
        starts && from == self.at && to - from <= 2 && is_han(after) && self.unit_at(to).is_none()
    }

    /// Whether a form has these digits inside a label: `不超过20个工作日`. Spaces may stand anywhere.
    fn is_inside_label(&self, from: usize, to: usize) -> bool {
        let solid = |at: &usize| !self.peek(*at).is_whitespace();
        let digit = |at: &usize| self.peek(*at).is_ascii_digit();
        let mut behind = (to..self.chars.len()).filter(solid).skip_while(digit);
        let Some(next) = behind.next().filter(|&at| is_han(self.peek(at))) else {
            return false;
        };
        let mut before = (0..from).rev().filter(solid).skip_while(digit);
        let Some(first) = before.nth(1) else {
            return false;
        };
        let around: String = (first..=next)
            .filter(solid)
            .map(|at| self.peek(at))
            .collect();
        known_inside().contains(&around)
    }

    /// Whether a bracket closes behind the unit of these digits that did not open in this line.
    fn closes_bracket(&self, to: usize) -> bool {
        let Some((length, _)) = self.unit_at(to) else {
            return false;
        };
        let opened = self.chars[..to].iter().any(|c| c.plain == '(');
        self.peek(to + length) == ')' && !opened
    }

    fn unit_at(&self, at: usize) -> Option<(usize, Option<u32>)> {
        if !is_han(self.peek(at)) {
            return None;
        }
        UNITS.iter().find_map(|&(unit, yuan)| {
            let mut end = at;
            for letter in unit.chars() {
                if self.peek(end) != letter {
                    return None;
                }
                end += 1;
            }
            (!is_han(self.peek(end))).then_some((end - at, yuan))
        })
    }

    fn value(&mut self, signed: Option<bool>, from: usize, to: usize) {
        self.flush();
        let start = self.chars[self.at].start;
        let printed: String = self.chars[from..to]
            .iter()
            .map(|c| c.plain)
            .filter(|c| !matches!(c, ',' | '\n'))
            .collect();
        let plain = signed.is_none()
            && self.chars[from..to]
                .iter()
                .all(|c| c.plain.is_ascii_digit());
        let mut number: Option<Number> = match printed.parse::<u64>() {
            Ok(whole) => Some(whole.into()),
            Err(_) => printed.parse().ok(),
        };
        if printed.contains('.') && printed.starts_with('0') && !printed.starts_with("0.") {
            number = None;
        }
        if signed == Some(true) {
            number = number.map(|n| -n);
        }
        let mut end = to;
        let mut yuan = None;
        if let Some((length, unit)) = self.unit_at(to) {
            end = to + length;
            yuan = unit;
        }
        let state = if number.is_some() {
            State::Number
        } else {
            State::Unreadable
        };
        let span = Span::new(start, self.chars[end - 1].end);
        let digits = plain.then_some(printed);
        self.events.push(Event::Value {
            state,
            number,
            digits,
            yuan,
            span,
        });
        self.at = self.note_end(end);
    }

    /// The end of a remark in brackets behind a value, such as `（其中修订5件）`, or `at`.
    fn note_end(&self, at: usize) -> usize {
        if self.peek(at) != '(' {
            return at;
        }
        let Some(close) =
            (at..self.chars.len().min(at + LONGEST_NOTE)).find(|&i| self.peek(i) == ')')
        else {
            return at;
        };
        let inner = &self.chars[at + 1..close];
        let is_note = inner.len() > 2
            && inner
                .iter()
                .any(|c| c.plain.is_ascii_digit() || matches!(c.plain, '含' | '其' | '注'));
        if is_note { close + 1 } else { at }
    }

    /// A mark that stands for no value, alone between spaces.
    fn mark(&mut self) -> bool {
        if self.prose {
            return false;
        }
        let length = ["不适用", "——", "--", "/", "-", "—", "–", "无"]
            .iter()
            .find_map(|mark| {
                let length = mark.chars().count();
                mark.chars()
                    .enumerate()
                    .all(|(i, c)| self.peek(self.at + i) == c)
                    .then_some(length)
            });
        let Some(length) = length else { return false };
        let is_edge = |c: char| c == '\0' || c.is_whitespace() || c == '|';
        if !is_edge(self.before(self.at)) || !is_edge(self.peek(self.at + length)) {
            return false;
        }
        self.flush();
        let span = Span::new(
            self.chars[self.at].start,
            self.chars[self.at + length - 1].end,
        );
        let state = State::NotApplicable;
        self.events.push(Event::Value {
            state,
            number: None,
            digits: None,
            yuan: None,
            span,
        });
        self.at += length;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        shown(events(text, 0))
    }

    fn shown(events: Vec<Event>) -> Vec<String> {
        events
            .into_iter()
            .map(|event| match event {
                Event::Letters { letters, .. } => letters,
                Event::Value {
                    digits: Some(digits),
                    ..
                } => format!("#{digits}"),
                Event::Value {
                    number: Some(number),
                    ..
                } => format!("#{number}"),
                Event::Value { .. } => "#".into(),
            })
            .collect()
    }

    #[test]
    fn numbers_marks_and_letters_are_told_apart() {
        assert_eq!(values("１，２３４"), ["#1234"]);
        assert_eq!(values("减6"), ["#-6"]);
        assert_eq!(values("679.7万元"), ["#679.7"]);
        assert_eq!(values("8（其中修订5件）"), ["#8"]);
        assert_eq!(values("- |"), ["#"]);
        assert_eq!(
            values("2.重复申请 0 0 / 1"),
            ["2重复申请", "#0", "#0", "#", "#1"]
        );
        assert_eq!(
            values("15新闻发布会发布信息数 |"),
            ["15新闻发布会发布信息数"]
        );
        assert_eq!(values("12,\n345"), ["#12345"]);
    }

    #[test]
    fn glued_ordinals_are_cut_off() {
        assert_eq!(
            values("信息00000006.属于四类过程性信息0"),
            ["信息", "#0000000", "6属于四类过程性信息", "#0"]
        );
        assert_eq!(
            values("312.没有现成信息需要另行制作"),
            ["#31", "2没有现成信息需要另行制作"]
        );
        assert_eq!(
            values("申请数量451000046二、上年"),
            ["申请数量", "#451000046", "二上年"]
        );
    }

    #[test]
    fn debris_in_a_cell_is_no_value() {
        assert_eq!(
            shown(cell_events("5 政处罚 351867", 0)),
            ["政处罚", "#351867"]
        );
        assert_eq!(shown(cell_events("8 其中修订", 0)), ["#8", "其中修订"]);
    }

    #[test]
    fn page_numbers_are_known() {
        assert!(is_page_number("- 4 -"));
        assert!(!is_page_number("-4"));
        assert!(!is_page_number("-"));
    }
}
