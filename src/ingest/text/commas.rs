//! Tables as comma-separated values, as spreadsheets and converters write them: `规章,,3,"1,204"`.

use super::quoted::append;
use crate::text::words::has;

/// So many rows in a run are no chance.
const LEAST_ROWS: usize = 3;

/// The text with tabs for the commas that part cells; nothing where it has no such table.
pub(super) fn tabbed(text: &str) -> Option<String> {
    if !has(text, ",,") && !text.lines().any(is_head) {
        return None;
    }
    let mut out = String::new();
    let mut changed = false;
    let mut run: Vec<(&str, Vec<String>)> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (length, cells) = record(rest);
        let (line, behind) = rest.split_at(length);
        if run
            .first()
            .is_some_and(|(_, first)| first.len() != cells.len())
        {
            changed |= finish(&mut run, &mut out);
        }
        run.push((line, cells));
        rest = behind;
    }
    changed |= finish(&mut run, &mut out);
    changed.then_some(out)
}

/// The text with tabs for the Chinese commas between the numbers at the ends of lines: `规章，0，0，7`.
pub(super) fn parted(text: &str) -> Option<String> {
    // A nought is rarer than a comma.
    if !has(text, "0，") || !has(text, "，0，") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    for line in text.split_inclusive('\n') {
        let figure = |cell: &&str| !cell.is_empty() && cell.bytes().all(is_figure);
        let cells = line.trim_end().rsplit('，').map(str::trim);
        let count = cells.take_while(figure).count();
        let mut pieces = line.rsplitn(count + 1, '，').collect::<Vec<_>>();
        pieces.reverse();
        let is_row = count >= LEAST_ROWS;
        changed |= is_row;
        out.push_str(&if is_row {
            pieces.join("\t")
        } else {
            line.into()
        });
    }
    changed.then_some(out)
}

fn is_figure(byte: u8) -> bool {
    byte.is_ascii_digit() || byte == b'.'
}

/// Adds a run of lines that are cut alike, as rows if they are such; says whether they were.
fn finish(run: &mut Vec<(&str, Vec<String>)>, out: &mut String) -> bool {
    let width = run.first().map_or(0, |(_, cells)| cells.len());
    let figure = |cell: &String| {
        cell.bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b',')
    };
    let valued = |(_, cells): &&(&str, Vec<String>)| cells.iter().any(figure);
    let rows = width > 2
        && run.len() >= LEAST_ROWS
        && 2 * run.iter().filter(valued).count() >= run.len()
        && run
            .iter()
            .any(|(line, _)| is_head(line) || line.contains(",,"));
    for (line, cells) in run.drain(..) {
        if rows {
            out.push_str(&cells.join("\t"));
            out.push('\n');
        } else {
            out.push_str(line);
        }
    }
    rows
}

/// Whether commas stand in a line that do not part the thousands of a number.
fn is_head(line: &str) -> bool {
    let mut pieces = line.split(',').peekable();
    let mut before = pieces.next().unwrap_or_default();
    let mut parts = 0;
    for piece in pieces {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(before.chars().next_back()) && digit(piece.chars().next()) {
            return false;
        }
        parts += 1;
        before = piece;
    }
    parts > 1
}

/// The length of the first record of a text, which may have several lines in quotation marks, and its cells.
fn record(text: &str) -> (usize, Vec<String>) {
    let line = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (cell, length) = match rest.strip_prefix('"').and_then(quoted) {
            Some((cell, length)) => (cell, length + 1),
            None => {
                let length = rest.find([',', '\n']).unwrap_or(rest.len());
                (rest[..length].trim().replace('\t', " "), length)
            }
        };
        cells.push(cell);
        at += length;
        match text[at..].chars().next() {
            Some(',') => at += 1,
            Some('\n') => return (at + 1, cells),
            None => return (at, cells),
            Some(_) => return (line, Vec::new()),
        }
    }
}

/// A cell in quotation marks, behind the first of them, and its length with the last.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut end = text.find('"')?;
    while text[end + 1..].starts_with('"') {
        end += 2 + text[end + 2..].find('"')?;
    }
    let mut cell = String::new();
    for line in text[..end].replace("\"\"", "\"").lines() {
        append(&mut cell, line);
    }
    let carriage = usize::from(text[end + 1..].starts_with("\r\n"));
    Some((cell, end + 1 + carriage))
}

#[cfg(test)]
mod tests {
    use super::tabbed;

    #[test]
    fn rows_of_commas_are_rows_but_thousands_and_prose_are_not() {
        let text = "说明,一句\n指标,\"单\n位\",数\n甲,件,\"1,204\"\r\n乙,,3\n完,了";
        assert_eq!(
            tabbed(text).as_deref(),
            Some("说明,一句\n指标\t单位\t数\n甲\t件\t1,204\n乙\t\t3\n完,了")
        );
        assert_eq!(tabbed("甲 1,204,300\n乙 2,000,100\n丙 3,000,000"), None);
        assert_eq!(
            tabbed("加强领导,落实,到位\n完善制度,做好,公开\n健全,机制,了"),
            None
        );
    }
}
