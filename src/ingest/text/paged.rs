//! Numbers of pages in a text that has a form feed behind each page, as programs that read PDF write it.

use std::ops::Range;

/// The text without the numbers that end its pages, or begin them; nothing where not every page has one, each more by one.
pub(super) fn without_numbers(text: &str) -> Option<String> {
    if !text.contains('\u{c}') {
        return None;
    }
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let edges = [last_line, first_line, last_words];
    edges.iter().find_map(|edge| without(&pages, edge))
}

fn without(pages: &[&str], edge: impl Fn(&str) -> (Range<usize>, &str)) -> Option<String> {
    let (mut first, mut numbered) = (None, 0);
    let mut rest = String::new();
    for (at, page) in pages.iter().enumerate() {
        if at > 0 {
            rest.push('\u{c}');
        }
        if page.trim().is_empty() {
            continue;
        }
        let (place, number) = edge(page);
        let number: usize = number.parse().ok()?;
        if number.checked_sub(at)? != *first.get_or_insert(number) {
            return None;
        }
        numbered += 1;
        rest.push_str(&page[..place.start]);
        rest.push_str(&page[place.end..]);
    }
    (numbered > 1).then_some(rest)
}

fn last_line(page: &str) -> (Range<usize>, &str) {
    let end = page.trim_end().len();
    let line = page[..end].rfind('\n').map_or(0, |at| at + 1)..end;
    (line.clone(), page[line].trim())
}

fn first_line(page: &str) -> (Range<usize>, &str) {
    let start = page.len() - page.trim_start().len();
    let line = start..page[start..].find('\n').map_or(page.len(), |at| start + at);
    (line.clone(), page[line].trim())
}

/// A number between dashes behind other words, as where the line breaks of a page are lost.
fn last_words(page: &str) -> (Range<usize>, &str) {
    const DASHES: [char; 4] = ['-', '—', '–', '－'];
    let body = page.trim_end();
    let inside = body.trim_end_matches(DASHES).trim_end();
    let before = inside.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = inside[before.len()..].trim();
    let opened = before.trim_end();
    let rest = opened.trim_end_matches(DASHES);
    let alone = rest
        .trim_end_matches([' ', '\t', '\u{3000}'])
        .ends_with('\n');
    let dashed = inside.len() < body.len() && rest.len() < opened.len();
    let number = if dashed && !alone { number } else { "" };
    (rest.len()..body.len(), number)
}

#[cfg(test)]
mod tests {
    use super::without_numbers;

    #[test]
    fn only_numbers_that_count_all_pages_are_none() {
        let text = "甲\n1\n3\n\n\u{c}乙\n4\n\u{c}";
        assert_eq!(
            without_numbers(text).as_deref(),
            Some("甲\n1\n\n\n\u{c}乙\n\n\u{c}")
        );
        assert_eq!(
            without_numbers("1\n甲\n\u{c}2\n乙\n\u{c}").as_deref(),
            Some("\n甲\n\u{c}\n乙\n\u{c}")
        );
        assert_eq!(without_numbers("甲\n3\n\u{c}乙\n3\n\u{c}"), None);
        assert_eq!(without_numbers("甲\n1\n\u{c}乙\n"), None);
        assert_eq!(without_numbers("甲\n1\n\u{c}"), None);
        assert_eq!(
            without_numbers("甲 5 - 1 - \u{c}乙 7 - 2 -\u{c}").as_deref(),
            Some("甲 5  \u{c}乙 7 \u{c}")
        );
        assert_eq!(without_numbers("甲 5 1\u{c}乙 7 2\u{c}"), None);
    }
}
