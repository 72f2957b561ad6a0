//! Which row is part of which: by numbering and by the word 其中.

use super::sheet::Line;
use crate::recognise::outline::marker::numeral;

/// How a row is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `一、`
    Han,
    /// `（一）`
    HanParen,
    /// `1.`
    Arabic,
    /// `（1）`
    Paren,
    /// `①`
    Circled,
    /// `Ⅰ`
    Roman,
    /// Not numbered, but said to be a part.
    Within,
    /// Not numbered.
    Plain,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    /// The row that it is part of.
    pub(super) parent: Option<usize>,
    /// How it is numbered.
    pub(super) style: Style,
    /// Its number.
    pub(super) number: Option<usize>,
    /// Whether the print leaves no doubt that it is a part of its parent.
    pub(super) sure: bool,
    /// Whether it cuts across a list of parts that stands before it.
    pub(super) cross: bool,
}

/// The rows as a tree.
pub(super) fn levels(lines: &[Line]) -> Vec<Node> {
    let marks: Vec<(Style, Option<usize>)> = lines.iter().map(mark).collect();
    let mut builder = Builder {
        marks: &marks,
        open: Vec::new(),
        nodes: Vec::new(),
    };
    for (row, line) in lines.iter().enumerate() {
        let node = builder.place(row, line.within);
        builder.nodes.push(node);
    }
    builder.nodes
}

/// For each row the rows that are part of it.
pub(super) fn parts(nodes: &[Node]) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new(); nodes.len()];
    for (row, node) in nodes.iter().enumerate() {
        if let Some(parent) = node.parent {
            parts[parent].push(row);
        }
    }
    parts
}

fn mark(line: &Line) -> (Style, Option<usize>) {
    match marker(&line.label) {
        Some((style, number, _)) => (style, Some(number)),
        None if line.within => (Style::Within, None),
        None => (Style::Plain, None),
    }
}

struct Builder<'a> {
    marks: &'a [(Style, Option<usize>)],
    /// The rows that later ones may be part of or stand beside, the outermost first.
    open: Vec<usize>,
    nodes: Vec<Node>,
}

impl Builder<'_> {
    fn place(&mut self, row: usize, within: bool) -> Node {
        let (style, number) = self.marks[row];
        let (depth, sure, cross) = match style {
            Style::Han => (0, true, false),
            Style::Within => self.part(row),
            Style::Plain => self.plain(),
            _ if within => (self.open.len(), true, false),
            _ => self.numbered(style, number),
        };
        self.open.truncate(depth);
        let parent = self.open.last().copied();
        self.open.push(row);
        Node {
            parent,
            style,
            number,
            sure: sure && parent.is_some(),
            cross,
        }
    }

    /// The place in the open rows of the innermost one of a style.
    fn innermost(&self, is: impl Fn(Style) -> bool) -> Option<usize> {
        self.open.iter().rposition(|&row| is(self.marks[row].0))
    }

    /// A numbered row goes on its list, or begins one under the row before it.
    fn numbered(&self, style: Style, number: Option<usize>) -> (usize, bool, bool) {
        match self.innermost(|other| other == style) {
            Some(at) => {
                let before = self.marks[self.open[at]].1;
                let next = before.map(|before| before + 1) == number;
                (if next { at } else { 0 }, next, false)
            }
            None if number == Some(1) => (self.open.len(), true, false),
            None => (0, false, false),
        }
    }

    /// A row that says 其中: part of the row before it; of the list's whole where a list has just ended.
    fn part(&self, row: usize) -> (usize, bool, bool) {
        if let Some(at) = self.innermost(|other| other == Style::Within) {
            return (at, true, false);
        }
        let Some(&last) = self.open.last() else {
            return (0, false, false);
        };
        let (style, number) = self.marks[last];
        let listed = number.is_some_and(|number| number > 1);
        let goes_on = self.marks[row + 1..]
            .iter()
            .find(|other| !matches!(other.0, Style::Plain | Style::Within))
            .is_some_and(|other| other.0 == style && other.1 == number.map(|number| number + 1));
        let cross = listed && !goes_on && self.open.len() > 1;
        (self.open.len() - usize::from(cross), true, cross)
    }

    /// A row without a number: beside its like, or at the top.
    fn plain(&self) -> (usize, bool, bool) {
        let outer = self.open.first().map(|&row| self.marks[row].0);
        if matches!(outer, None | Some(Style::Plain | Style::Within)) {
            return (0, false, false);
        }
        match self.innermost(|other| matches!(other, Style::Within | Style::Plain)) {
            Some(at) => {
                let before = &self.nodes[self.open[at]];
                (at, before.sure, before.cross)
            }
            None => (self.open.len(), false, false),
        }
    }
}

/// The ordinal that a folded label begins with: its style, its number and where the label goes on.
pub(super) fn marker(label: &str) -> Option<(Style, usize, usize)> {
    han(label)
        .or_else(|| bracketed(label))
        .or_else(|| arabic(label))
        .or_else(|| single(label))
}

fn han(label: &str) -> Option<(Style, usize, usize)> {
    let (number, length) = numeral(label)?;
    let mark = label[length..]
        .chars()
        .next()
        .filter(|c| "、.,:".contains(*c))?;
    Some((Style::Han, usize::from(number), length + mark.len_utf8()))
}

fn bracketed(label: &str) -> Option<(Style, usize, usize)> {
    let inner = label.strip_prefix('(')?;
    let close = inner.find(')')?;
    let end = close + 2;
    if let Ok(number) = inner[..close].parse::<usize>() {
        return (number < 100).then_some((Style::Paren, number, end));
    }
    let (number, length) = numeral(inner)?;
    (length == close).then_some((Style::HanParen, usize::from(number), end))
}

fn arabic(label: &str) -> Option<(Style, usize, usize)> {
    let length = label.bytes().take_while(u8::is_ascii_digit).count();
    let number = label[..length].parse().ok().filter(|_| length <= 2)?;
    let rest = &label[length..];
    let mark = rest.chars().next().filter(|c| ".、,)".contains(*c))?;
    let goes_on = rest[mark.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    let style = if mark == ')' {
        Style::Paren
    } else {
        Style::Arabic
    };
    (!goes_on).then_some((style, number, length + mark.len_utf8()))
}

/// Ordinals of one character.
fn single(label: &str) -> Option<(Style, usize, usize)> {
    const FIRST: [(Style, char); 5] = [
        (Style::Circled, '①'),
        (Style::Paren, '⑴'),
        (Style::Arabic, '⒈'),
        (Style::HanParen, '㈠'),
        (Style::Roman, 'Ⅰ'),
    ];
    let character = label.chars().next()?;
    FIRST.into_iter().find_map(|(style, first)| {
        let steps = (character as usize).checked_sub(first as usize)?;
        (steps < 10).then_some((style, steps + 1, character.len_utf8()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(labels: &[&str]) -> Vec<(Option<usize>, bool)> {
        let line = |text: &&str| {
            let (label, within) = super::super::cell::label(text);
            Line {
                label,
                within,
                ..Line::default()
            }
        };
        let lines: Vec<Line> = labels.iter().map(line).collect();
        levels(&lines)
            .iter()
            .map(|node| (node.parent, node.sure))
            .collect()
    }

    #[test]
    fn numbers_and_words_make_levels() {
        assert_eq!(
            tree(&[
                "申请总数",
                "其中:1.当面申请数",
                "2.信函申请数",
                "答复总数",
                "其中:1.同意公开",
                "2.否决",
                "其中:(1)不存在",
                "(2)其他",
                "行政复议数"
            ]),
            [
                (None, false),
                (Some(0), true),
                (Some(0), true),
                (None, false),
                (Some(3), true),
                (Some(3), true),
                (Some(5), true),
                (Some(5), true),
                (None, false)
            ]
        );
    }

    #[test]
    fn a_second_part_after_a_list_cuts_across() {
        let found = tree(&["5.总数", "⑴甲", "⑵其他", "其中:乙", "6.丙"]);
        assert_eq!(found[3].0, Some(0));
        assert_eq!(found[4].0, None);
        let inside = tree(&["1.甲", "(1)乙", "(2)丙", "其中:丁", "(3)戊"]);
        assert_eq!(inside[3].0, Some(2));
        assert_eq!(inside[4].0, Some(0));
    }

    #[test]
    fn parts_without_numbers_do_not_end_the_list_that_goes_on_behind_them() {
        let found = tree(&["(一)总数", "1.甲", "2.乙", "其中:丙", "丁", "3.戊"]);
        assert_eq!(
            [found[3].0, found[4].0, found[5].0],
            [Some(2), Some(2), Some(0)]
        );
        let ended = tree(&["(一)总数", "1.甲", "2.乙", "其中:丙", "丁", "(二)戊"]);
        assert_eq!(ended[3].0, Some(0));
    }

    #[test]
    fn what_is_not_numbered_after_a_part_is_not_certain() {
        assert_eq!(
            tree(&["主动公开数", "其中:全文电子化", "新增文件数"])[2],
            (None, false)
        );
        assert_eq!(
            tree(&["一、公开数", "其中:人事类", "其他类", "二、申请数"])[2],
            (Some(0), true)
        );
    }
}
