//! Glyphs to lines, and lines to columns of text.

use super::Glyph;
use crate::text::order::Order;

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its characters; wide gaps are tabs.
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
    /// Its place among bands of columns: three to a band, one across the page, then left and right.
    pub(super) column: usize,
    /// Where the lines around it begin and end at most.
    pub(super) margin: (f64, f64),
    /// How far down the page it stands, from 0 to 1.
    pub(super) place: f64,
}

/// A gap that parts columns of a table, in sizes of the font.
const WIDE: f64 = 1.5;

/// A gap between letters or digits that is a space.
const SPACE: f64 = 0.2;

/// The lines of some glyphs, from top to bottom; two columns of prose are taken apart.
pub(super) fn lines(glyphs: Vec<Glyph>, width: f64) -> Vec<Line> {
    let rows = rows(glyphs);
    let gutter = gutter(&rows, width);
    let mut lines = Vec::new();
    let (mut band, mut parted) = (0, false);
    for row in rows {
        let cut = gutter.and_then(|x| cut(&row, x));
        if cut.is_none() && parted {
            band += 1;
        }
        parted = cut.is_some();
        match cut {
            Some(at) => {
                lines.extend(line(&row[..at], 3 * band + 1));
                lines.extend(line(&row[at..], 3 * band + 2));
            }
            None => lines.extend(line(&row, 3 * band)),
        }
    }
    set_margins(&mut lines);
    lines
}

/// Glyphs that stand on one line, each row from left to right.
fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.order_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    let mut base: Option<Glyph> = None;
    for glyph in glyphs {
        let near = base.is_some_and(|base| {
            glyph.baseline - base.baseline <= 0.4 * glyph.size.min(base.size).max(2.0)
        });
        match rows.last_mut() {
            Some(row) if near => {
                // A larger glyph says more about where the line is than a raised small one.
                if base.is_some_and(|base| glyph.size > base.size * 1.3) {
                    base = Some(glyph);
                }
                row.push(glyph);
            }
            _ => {
                base = Some(glyph);
                rows.push(vec![glyph]);
            }
        }
    }
    for row in &mut rows {
        row.order_by(|a, b| a.x.total_cmp(&b.x));
        row.dedup_by(|b, a| is_overprint(a, b));
    }
    rows
}

/// Whether a glyph is drawn twice to look bold.
fn is_overprint(a: &Glyph, b: &Glyph) -> bool {
    a.character == b.character
        && !a.character.is_whitespace()
        && b.x - a.x < 0.15 * a.size
        && (a.size - b.size).abs() < 0.1
}

/// A row's text; nothing for blanks only.
fn line(row: &[Glyph], column: usize) -> Option<Line> {
    let first = row.iter().find(|glyph| !glyph.character.is_whitespace())?;
    let mut text = String::new();
    let (mut last, mut blank, mut size) = (None::<&Glyph>, 0.0, 0.0_f64);
    let mut sizes = 0.0;
    for glyph in row {
        if glyph.character.is_whitespace() {
            blank += glyph.width;
            continue;
        }
        if let Some(last) = last {
            text.push_str(between(last, glyph, blank));
        }
        text.push(glyph.character);
        size += glyph.size * glyph.width.max(0.1);
        sizes += glyph.width.max(0.1);
        (last, blank) = (Some(glyph), 0.0);
    }
    let last = last?;
    Some(Line {
        text,
        left: first.x,
        right: last.right(),
        baseline: last.baseline.max(first.baseline),
        size: size / sizes,
        column,
        margin: (first.x, last.right()),
        place: 0.0,
    })
}

/// What stands between two glyphs; `blank` is the width of the spaces that the file draws there.
fn between(last: &Glyph, next: &Glyph, blank: f64) -> &'static str {
    let size = last.size.max(next.size).max(0.1);
    let gap = (next.x - last.right()) / size;
    if gap > WIDE && gap > blank / size * 1.2 + 0.5 {
        return "\t";
    }
    let narrow = |c: char| c.is_ascii() || !c.is_alphanumeric() && (c as u32) < 0x2000;
    let words = narrow(last.character) && narrow(next.character);
    let drawn = blank > 0.0 && gap > 0.1;
    match () {
        () if gap > WIDE => "  ",
        () if drawn || words && gap > SPACE || gap > 0.9 => " ",
        () => "",
    }
}

/// Where a gutter runs between two columns of prose.
fn gutter(rows: &[Vec<Glyph>], width: f64) -> Option<f64> {
    const FEWEST: usize = 10;
    let across: Vec<&Vec<Glyph>> = rows
        .iter()
        .filter(|row| {
            row.first().is_some_and(|g| g.x < width * 0.4)
                && row.last().is_some_and(|g| g.right() > width * 0.6)
        })
        .collect();
    if across.len() < FEWEST {
        return None;
    }
    let middle = (35..=65).map(|percent| width * f64::from(percent) / 100.0);
    let parted = |x: f64| across.iter().filter(|row| cut(row, x).is_some()).count();
    let (count, x) = middle.map(|x| (parted(x), x)).max_by(|a, b| {
        a.0.cmp(&b.0).then(
            (b.1 - width / 2.0)
                .abs()
                .total_cmp(&(a.1 - width / 2.0).abs()),
        )
    })?;
    let prose = |row: &&&Vec<Glyph>| {
        let Some(at) = cut(row, x) else { return false };
        let letters = |side: &[Glyph]| side.iter().filter(|g| g.character.is_alphabetic()).count();
        letters(&row[..at]) >= 8 && letters(&row[at..]) >= 8
    };
    let both = across.iter().filter(prose).count();
    (count >= FEWEST && count * 10 >= across.len() * 8 && both * 10 >= count * 6).then_some(x)
}

/// Where a row is cut by a vertical line at `x` that runs through a gap.
fn cut(row: &[Glyph], x: f64) -> Option<usize> {
    let at = row.partition_point(|glyph| glyph.x + glyph.width / 2.0 < x);
    let left = row[..at]
        .iter()
        .rev()
        .find(|glyph| !glyph.character.is_whitespace());
    let right = row[at..]
        .iter()
        .find(|glyph| !glyph.character.is_whitespace());
    let free = |glyph: &Glyph, end: f64| (end - x).abs() > 0.3 * glyph.size;
    match (left, right) {
        (Some(left), Some(right)) => {
            let gap = right.x - left.right();
            (left.right() < x && right.x > x && gap > 1.2 * left.size).then_some(at)
        }
        (Some(left), None) => (left.right() < x && free(left, left.right())).then_some(at),
        (None, Some(right)) => (right.x > x && free(right, right.x)).then_some(at),
        (None, None) => None,
    }
}

/// Tells each line how far the lines of its column reach.
fn set_margins(lines: &mut [Line]) {
    let side = |line: &Line| line.column % 3;
    for column in 0..3 {
        let own = || {
            lines
                .iter()
                .filter(|line| side(line) == column && line.text.chars().count() > 1)
        };
        let left = own().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = own().map(|line| line.right).fold(0.0, f64::max);
        for line in lines.iter_mut().filter(|line| side(line) == column) {
            line.margin = (left.min(line.left), right.max(line.right));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::ingest::layout::Glyph;

    /// Glyphs of a text from `x` on; ASCII is half as wide.
    pub(crate) fn glyphs(text: &str, x: f64, baseline: f64) -> Vec<Glyph> {
        let mut at = x;
        let mut all = Vec::new();
        for character in text.chars() {
            let width = if character.is_ascii() { 5.0 } else { 10.0 };
            all.push(Glyph {
                character,
                x: at,
                baseline,
                width,
                size: 10.0,
            });
            at += width;
        }
        all
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(glyphs, 500.0)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn digits_drawn_apart_are_one_number_and_distant_ones_are_not() {
        let mut all = glyphs("1", 100.0, 50.0);
        all.extend(glyphs("34", 105.2, 50.3));
        all.extend(glyphs("件", 115.0, 49.8));
        all.extend(glyphs("7", 160.0, 50.0));
        assert_eq!(texts(all), ["134件\t7"]);
    }

    #[test]
    fn stretched_lines_have_no_spaces_in_them() {
        let mut all = Vec::new();
        for (at, text) in ["公", "开", "12", "件"].iter().enumerate() {
            all.extend(glyphs(text, 100.0 + at as f64 * 14.0, 50.0));
        }
        assert_eq!(texts(all), ["公开12件"]);
    }

    #[test]
    fn bold_by_printing_twice_is_read_once() {
        let mut all = glyphs("总计11", 100.0, 50.0);
        all.extend(glyphs("总计11", 100.4, 50.0));
        assert_eq!(texts(all), ["总计11"]);
    }

    #[test]
    fn two_columns_of_prose_are_read_one_after_the_other() {
        let mut all = glyphs(
            "这是横贯两栏的标题这是横贯两栏的标题这是横贯两栏的标题",
            100.0,
            20.0,
        );
        for row in 0..12 {
            let baseline = 50.0 + 15.0 * f64::from(row);
            all.extend(glyphs("左栏左栏左栏左栏左栏左栏左栏", 50.0, baseline));
            all.extend(glyphs("右栏右栏右栏右栏右栏右栏右栏", 280.0, baseline));
        }
        let all: Vec<usize> = lines(all, 500.0).iter().map(|line| line.column).collect();
        assert_eq!(all[..3], [0, 1, 2]);
    }
}
