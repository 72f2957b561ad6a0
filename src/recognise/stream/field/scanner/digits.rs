//! What digits are: a value with its sign, separators, unit and remark, an ordinal, or part of a word.

use super::Scanner;
use crate::{
    recognise::stream::{
        named_cells::are_between,
        ordinals::{ORDINAL_LETTERS, is_ordinal, known_inside},
    },
    text::{
        character::{is_han, is_letter},
        order::of_letter,
    },
};

/// How many letters a unit has at the most.
const LONGEST_UNIT: usize = 2;

/// Units of one letter that count things.
fn is_counting(unit: char) -> bool {
    matches!(
        unit,
        '件' | '条' | '次' | '个' | '人' | '篇' | '份' | '部' | '项' | '起' | '宗' | '场'
    ) || matches!(unit, '期' | '家' | '册' | '名' | '批' | '套' | '处' | '例')
}

/// Characters after a number that make it part of a date, a reference or an address.
fn is_no_unit(sign: char) -> bool {
    matches!(
        sign,
        '年' | '月' | '日' | '号' | '时' | '分' | '页' | '楼' | '室' | '路' | '级' | '届'
    )
}

/// Words before a number that make it part of a reference, or of what a remark says of how to fill in a cell: `如-8`.
const NO_VALUE_BEHIND: [&str; 5] = ["附件", "附表", "如", "填", "保留"];

/// The longest remark in brackets that may follow a value.
const LONGEST_NOTE: usize = 30;

impl Scanner {
    /// Where a telephone number with its area code ends that begins here: `0539-1234567`.
    pub(super) fn telephone_end(&self) -> Option<usize> {
        let digits = |from: usize| {
            (from..)
                .take_while(|&at| self.peek(at).is_ascii_digit())
                .count()
        };
        let code = digits(self.at);
        let dash = self.at + code;
        let starts = self.peek(self.at) == '0' && !self.before(self.at).is_ascii_digit();
        if !starts || !(3..=4).contains(&code) || !matches!(self.peek(dash), '-' | '—' | '–' | '−')
        {
            return None;
        }
        let local = digits(dash + 1);
        (7..=8).contains(&local).then_some(dash + 1 + local)
    }

    /// Where a date that begins here ends, `2024-01-31`: no value of a table is printed so.
    pub(super) fn date_end(&self) -> Option<usize> {
        let digits = |from: usize, most: usize| {
            let digits = (from..).map_while(|at| self.peek(at).to_digit(10));
            let (mut count, mut number) = (0, 0);
            for digit in digits.take(most + 1) {
                (count, number) = (count + 1, 10 * number + digit);
            }
            (count <= most).then_some((from + count, number))
        };
        let behind_dash = |(at, _): (usize, u32), last: u32| {
            let part = (self.peek(at) == '-').then(|| digits(at + 1, 2))??;
            (1..=last).contains(&part.1).then_some(part)
        };
        let begins = self.peek(self.at) == '2' && !self.before(self.at).is_ascii_digit();
        let year = begins.then(|| digits(self.at, 4))??;
        let month = behind_dash(year, 12).filter(|_| (2000..2100).contains(&year.1))?;
        behind_dash(month, 31).map(|(end, _)| end)
    }

    /// A sign before digits: `减6`, `增128`, `+19`, `-8`.
    pub(super) fn sign(&self) -> Option<bool> {
        let negative = match self.peek(self.at) {
            '减' | '-' | '−' | '–' => true,
            '增' | '+' => false,
            _ => return None,
        };
        let before = self.before(self.at);
        let word = matches!(self.peek(self.at), '减' | '增' | '+');
        let alone = before == '\0'
            || before.is_whitespace()
            || matches!(before, '|' | ',' | ';' | '、' | ':');
        let bound = before.is_ascii_alphanumeric() && !before.is_ascii_digit();
        let begins = alone || before.is_ascii_digit() || !word && !bound || self.is_behind_count();
        (begins && self.peek(self.at + 1).is_ascii_digit()).then_some(negative)
    }

    /// How long words or signs of a fall are that begin a cell and lead to its digits: `减少6`, `减 6`, `下降:6`, `↓6`.
    pub(super) fn fall(&self) -> Option<usize> {
        const FALLS: [&str; 6] = ["净减少", "减少", "净减", "下降", "减", "↓"];
        let before = self.before(self.at);
        let begins = before == '\0' || before.is_whitespace() || before == '|';
        let behind = || before.is_ascii_digit() || self.is_behind_count();
        if self.prose || !begins && !behind() {
            return None;
        }
        let said = |word: &&&str| {
            let mut at = self.at..;
            word.chars()
                .all(|c| at.next().map(|at| self.peek(at)) == Some(c))
        };
        let word = FALLS.iter().find(said)?.chars().count();
        let gap = (self.at + word..)
            .take_while(|&at| matches!(self.peek(at), ' ' | ':'))
            .count();
        let length = word + gap;
        (self.peek(self.at + length).is_ascii_digit()).then_some(length)
    }

    /// Whether a number stands right before, with its unit or a stroke behind it.
    fn is_behind_count(&self) -> bool {
        let unit = |c: char| matches!(c, '/' | '元') || is_counting(c);
        let behind = |at: usize| at.checked_sub(1).filter(|&at| unit(self.peek(at)));
        let Some(mut at) = behind(self.at) else {
            return false;
        };
        at -= usize::from(at > 0 && self.peek(at) == '元' && self.peek(at - 1) == '万');
        at > 0 && self.peek(at - 1).is_ascii_digit()
    }

    /// Whether a comma and three digits stand here.
    fn is_thousand(&self, at: usize) -> bool {
        let digits = (at + 1..).take_while(|&at| self.peek(at).is_ascii_digit());
        self.peek(at) == ',' && digits.count() == 3
    }

    /// The end of digits, thousands separators and decimals that begin at `from`.
    pub(super) fn digits_end(&self, from: usize) -> usize {
        let mut at = from;
        while self.peek(at).is_ascii_digit() {
            at += 1;
        }
        if at == from {
            return from;
        }
        if self.peek(from) == '0' && at - from > 1 && !self.listed && self.is_thousand(at) {
            return at + 4;
        }
        if self.peek(from) != '0' && !self.listed {
            let alone = matches!(self.before(from), '\0' | '\t' | '\n' | '|');
            while let Some(next) = self.thousands(at, alone) {
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

    /// The end of a comma and a group of three digits, behind which the next cell's may stand; a space may part them where the number is `alone` in its cell.
    fn thousands(&self, at: usize, alone: bool) -> Option<usize> {
        if self.peek(at) != ',' {
            return None;
        }
        let spaced = alone && self.peek(at + 1) == ' ';
        let mut next = at + 1 + usize::from(spaced);
        while self.peek(next) == '\n' {
            next += 1;
        }
        let (end, after) = (next + 3, self.peek(next + 3));
        let group = (next..end).all(|i| self.peek(i).is_ascii_digit());
        let ends = !spaced || matches!(after, '\0' | '\t' | '\n' | '|' | ',');
        (group && ends && !(spaced && after.is_ascii_digit())).then_some(end)
    }

    /// How many of the last digits are an ordinal of the label that follows: `6.属于四类过程性信息`.
    pub(super) fn ordinal(&self, from: usize, to: usize) -> Option<usize> {
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
        let mut letters = ['\0'; ORDINAL_LETTERS];
        let found = after.iter().map(|c| c.plain).filter(|&c| is_letter(c));
        let count = letters.iter_mut().zip(found).map(|(to, c)| *to = c).count();
        let letters = &letters[..count];
        for length in [2, 1] {
            if length <= run && self.peek(to - length) != '0' {
                let number = self.last_digits(to, length);
                let next = is_mark && length < run && self.counted == Some(number.wrapping_sub(1));
                if next || is_ordinal(number, letters, is_mark) {
                    return Some(length);
                }
            }
        }
        let plain = to - from == run && run <= 2 && is_mark;
        let parted = plain && !self.peek(solid + 1).is_ascii_digit();
        (parted && !self.is_between_columns(solid)).then_some(run)
    }

    /// Whether the letters before the digits end with the name of a column, and those from `at` on begin with one.
    fn is_between_columns(&self, at: usize) -> bool {
        let behind = self.chars[at..].iter().map(|c| c.plain);
        are_between(
            |name| self.is_behind(name),
            &behind.filter(|&c| is_letter(c)),
        )
    }

    /// The number that the last digits before `to` write.
    pub(super) fn last_digits(&self, to: usize, length: usize) -> u32 {
        (to - length..to).fold(0, |number, at| 10 * number + self.digit(at))
    }

    fn digit(&self, at: usize) -> u32 {
        self.peek(at).to_digit(10).unwrap_or(0)
    }

    /// Whether the digits belong to a word or a date rather than being a value of their own.
    pub(super) fn is_part_of_text(&self, from: usize, to: usize) -> bool {
        let after = self.peek(to);
        if self.is_inside_label(from, to)
            || self.closes_bracket(to)
            || is_no_unit(after)
            || self.is_year(from, to)
            || after.is_ascii_alphabetic()
            || after == '%'
            || self.before(from) == '第'
            || !self.run.is_empty() && NO_VALUE_BEHIND.iter().any(|word| self.is_behind(word))
        {
            return true;
        }
        let starts = self.run.is_empty() && self.events.is_empty();
        let begins = starts && from == self.at && to - from <= 2 && is_han(after);
        begins && self.unit_at(to).is_none() && self.note_mark_end(to) == to
    }

    /// Whether a space parts these digits of a year from its word: `2023 年`.
    fn is_year(&self, from: usize, to: usize) -> bool {
        let behind = || (to..).find(|&at| self.peek(at) != ' ');
        to - from == 4
            && (self.peek(from), self.peek(from + 1), self.peek(to)) == ('2', '0', ' ')
            && behind().is_some_and(|at| self.peek(at) == '年')
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
        let (head, tail) = (self.peek(first), self.peek(next));
        let around = || (first..=next).filter(solid).map(|at| self.peek(at));
        let mut known = of_letter(known_inside(), head).iter();
        known.any(|(_, known)| known.last() == Some(&tail) && known.iter().copied().eq(around()))
    }

    /// Whether a bracket closes behind the unit of these digits that did not open in this line: `计 1 次）`.
    fn closes_bracket(&self, to: usize) -> bool {
        let solid = |from: usize| (from..).find(|&at| !self.peek(at).is_whitespace());
        let closes = |unit: usize| {
            let (length, _) = self.unit_at(unit)?;
            solid(unit + length).filter(|&at| self.peek(at) == ')')
        };
        let opened = || self.chars[..to].iter().any(|c| c.plain == '(');
        solid(to).and_then(closes).is_some() && !opened()
    }

    pub(super) fn unit_at(&self, at: usize) -> Option<(usize, Option<u32>)> {
        let letters: [char; LONGEST_UNIT + 1] = std::array::from_fn(|next| self.peek(at + next));
        let length = letters.iter().position(|&c| !is_han(c))?;
        let yuan = match (length, letters[0], letters[1]) {
            (1, '元', _) => Some(1),
            (2, '万', '元') => Some(10_000),
            (2, '亿', '元') => Some(100_000_000),
            (2, '件' | '条' | '人', '次') => None,
            (1, unit, _) if is_counting(unit) => None,
            _ => return None,
        };
        Some((length, yuan))
    }

    /// The unit of an amount that a space parts from its digits, and the length of both: `36,248,900.00 元`.
    pub(super) fn money_behind(&self, at: usize) -> Option<(usize, Option<u32>)> {
        let gap = (at..).take_while(|&at| self.peek(at) == ' ').count();
        let (length, yuan) = (gap > 0).then(|| self.unit_at(at + gap))??;
        yuan.map(|yuan| (gap + length, Some(yuan)))
    }

    /// The end of a remark in brackets behind a value, such as `（其中修订5件）`, or of the mark of a note, or `at`.
    pub(super) fn note_end(&self, at: usize) -> usize {
        let blank = |&i: &usize| self.peek(i).is_whitespace();
        let open = at + (at..).take_while(blank).count();
        if self.peek(open) != '(' {
            return self.note_mark_end(at);
        }
        let Some(close) =
            (open..self.chars.len().min(open + LONGEST_NOTE)).find(|&i| self.peek(i) == ')')
        else {
            return at;
        };
        let inner = &self.chars[open + 1..close];
        let beside = open == at
            || matches!(
                (self.peek(open + 1), self.peek(open + 2)),
                ('其', '中') | ('含', _)
            );
        let is_note = beside
            && (inner.len() > 2 || self.peek(open + 1) == '注')
            && inner
                .iter()
                .any(|c| c.plain.is_ascii_digit() || matches!(c.plain, '含' | '其' | '注'));
        if is_note { close + 1 } else { at }
    }

    /// The end of the mark of a note right behind a value, `注1` or `[1]`, or `at`.
    fn note_mark_end(&self, at: usize) -> usize {
        let digit = |at: &usize| self.peek(*at).is_ascii_digit();
        let digits = (at + 1..).take_while(digit).count();
        let end = at + 1 + digits;
        match (self.peek(at), digits, self.peek(end)) {
            ('[', 1..=2, ']') => end + 1,
            ('注', _, '\0' | '|' | ' ' | '\t') => end,
            _ => at,
        }
    }
}
