//! One line or cell: which of its characters are values, which are letters of labels.

mod scanner;

use crate::{
    facts::State,
    text::{Number, Span, character::is_han},
};
use scanner::{Scanner, look_alikes::are_digits};

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
        /// The number that it looks like, where letters stand in it for digits.
        guess: Option<Number>,
        /// How many yuan its unit stands for.
        yuan: Option<u32>,
        /// Where it stands.
        span: Span,
    },
}

impl Event {
    /// A cell without a number.
    pub(in crate::recognise) fn no_number(state: State, span: Span) -> Self {
        Self::Value {
            state,
            number: None,
            digits: None,
            guess: None,
            yuan: None,
            span,
        }
    }
}

/// A text of more letters than this is prose, in which a lone dash is a dash.
const PROSE: usize = 40;

/// Whether a folded line has neither figures nor marks that stand for a value.
#[must_use]
pub fn is_wordy(text: &str) -> bool {
    let figure = |byte: u8| byte.is_ascii_digit();
    let mark = |c: char| matches!(c, '-' | '−' | '–' | '—' | '/' | '\\' | '无' | '不' | '空');
    let is_prose = || text.chars().filter(|&c| is_han(c)).nth(PROSE).is_some();
    let is_row = || {
        let mut solid = text.chars().filter(|c| !c.is_whitespace());
        let mut before = solid.next();
        solid.any(|c| before.replace(c) == Some(c) && mark(c))
    };
    !text.bytes().any(figure)
        && (!text.contains(mark) || is_prose() && !is_row())
        && !are_digits(text)
}

/// The events of a line that stands at byte `base` of the document, behind one that leaves a cell `open` for a bar to
/// close.
#[must_use]
pub fn events(text: &str, base: usize, open: bool) -> Vec<Event> {
    match digits_alone(text, base) {
        Some(value) => vec![value],
        None => Scanner::new(text, base, open).run(),
    }
}

/// The value of a text that is nothing but digits, as most cells are.
fn digits_alone(text: &str, base: usize) -> Option<Event> {
    const MOST: usize = 18;
    let digits = text.len() <= MOST && text.bytes().all(|byte| byte.is_ascii_digit());
    let number: u64 = digits.then(|| text.parse().ok())??;
    Some(Event::Value {
        state: State::Number,
        number: Some(number.into()),
        digits: Some(text.to_owned()),
        guess: None,
        yuan: None,
        span: Span::new(base, base + text.len()),
    })
}

/// The events of a table cell. A cell has one value; a number before other letters is debris of the label
/// (`5 政处罚 362175`), letters after it are a remark. 增 or 减 alone is a change that nothing was filled in for.
#[must_use]
pub fn cell_events(text: &str, base: usize) -> Vec<Event> {
    if matches!(text, "增" | "减") {
        let span = Span::new(base, base + text.len());
        return vec![Event::no_number(State::NotApplicable, span)];
    }
    let all = events(text, base, true);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        shown(events(text, 0, true))
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
    fn a_date_is_no_values() {
        assert_eq!(values("浏览 2024-01-31"), ["浏览20240131"]);
        assert_eq!(values("2024-13-1"), ["#2024", "#-13", "#-1"]);
    }

    #[test]
    fn numbers_marks_and_letters_are_told_apart() {
        assert_eq!(values("１，２３４"), ["#1234"]);
        assert_eq!(values("减6"), ["#-6"]);
        assert_eq!(values("679.7万元"), ["#679.7"]);
        assert_eq!(values("8（其中修订5件）"), ["#8"]);
        assert_eq!(values("8\n（其中修订5件） 9"), ["#8", "#9"]);
        assert_eq!(values("8 （六）其他 9"), ["#8", "六其他", "#9"]);
        assert_eq!(values("- |"), ["#"]);
        assert_eq!(
            values("2.重复申请 0 0 / 1"),
            ["2重复申请", "#0", "#0", "#", "#1"]
        );
        assert_eq!(
            values("15新闻发布会发布信息数 |"),
            ["15新闻发布会发布信息数"]
        );
        assert_eq!(values("2.重复申请 0 \\ \\"), ["2重复申请", "#0", "#", "#"]);
        assert_eq!(values("\\ |"), ["#"]);
        assert_eq!(values("\\ \\ \\"), [""; 0]);
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
    fn what_a_bracket_of_the_line_before_says_is_no_value() {
        for line in ["计1次）次 12", "计 1 次 ） 次 12"] {
            assert_eq!(values(line), ["计1次次", "#12"], "{line}");
        }
        assert_eq!(values("会议 8 次"), ["会议", "#8", "次"]);
    }

    #[test]
    fn a_space_behind_the_comma_of_thousands_parts_no_number_that_is_alone() {
        assert_eq!(shown(cell_events("52, 309", 0)), ["#52309"]);
        assert_eq!(shown(cell_events("1, 052, 309", 0)), ["#1052309"]);
        assert_eq!(shown(cell_events("12, 3", 0)), ["#12", "#3"]);
        assert_eq!(shown(cell_events("7 12, 345", 0)), ["#7", "#12", "#345"]);
    }

    #[test]
    fn debris_in_a_cell_is_no_value() {
        assert_eq!(
            shown(cell_events("5 政处罚 362175", 0)),
            ["政处罚", "#362175"]
        );
        assert_eq!(shown(cell_events("8 其中修订", 0)), ["#8", "其中修订"]);
        assert_eq!(shown(cell_events("增", 0)), ["#"]);
    }
}
