//! Cells with line breaks, as a spreadsheet copies them: in quotation marks, between tabs.

/// The text with the lines of such cells put together; nothing where it has none.
pub(super) fn joined(text: &str) -> Option<String> {
    if !text.contains('"') || !text.contains('\t') {
        return None;
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('"') {
        let (before, quoted) = (&rest[..at], &rest[at + 1..]);
        out.push_str(before);
        let inner = quoted.find('"').map(|end| quoted.split_at(end));
        match inner.filter(|(cell, behind)| {
            (out.is_empty() || out.ends_with(['\t', '\n']))
                && cell.contains('\n')
                && !cell.contains('\t')
                && (behind.len() == 1 || behind[1..].starts_with(['\t', '\r', '\n']))
        }) {
            Some((cell, behind)) => {
                let mut whole = String::new();
                for line in cell.lines() {
                    append(&mut whole, line);
                }
                out.push_str(&whole);
                rest = &behind[1..];
            }
            None => {
                out.push('"');
                rest = quoted;
            }
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Adds a line of a cell to what stands before it; digits that a line break parts stay apart.
pub(super) fn append(text: &mut String, line: &str) {
    let line = line.trim();
    let meet = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if meet(text.chars().next_back()) && meet(line.chars().next()) {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn the_lines_of_a_cell_are_put_together_but_digits_stay_apart() {
        let text = "\"规\n章\"\t1\t\"2\n3\"\n\"甲\"文\t4\t\"乙\"\n称\"丙\n丁\"";
        assert_eq!(
            joined(text).as_deref(),
            Some("规章\t1\t2 3\n\"甲\"文\t4\t\"乙\"\n称\"丙\n丁\"")
        );
        assert_eq!(joined("\"甲\n乙\""), None);
    }
}
