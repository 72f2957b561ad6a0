//! Numbers of pages in a text that has a form feed behind each page, as programs that read PDF write it.

use std::ops::Range;

/// The text without the numbers that end its pages, or begin them; nothing where not every page has one, each more by one.
pub(super) fn without_numbers(text: &str) -> Option<String> {
    if !text.contains('\u{c}') {
        return None;
    }
    let pages: Vec<&str> = text.split('\u{c}').collect();
    without(&pages, last_line).or_else(|| without(&pages, first_line))
}

fn without(pages: &[&str], edge: impl Fn(&str) -> Range<usize>) -> Option<String> {
    let (mut first, mut numbered) = (None, 0);
    let mut rest = String::new();
    for (at, page) in pages.iter().enumerate() {
        if at > 0 {
            rest.push('\u{c}');
        }
        if page.trim().is_empty() {
            continue;
        }
        let line = edge(page);
        let number: usize = page[line.clone()].trim().parse().ok()?;
        if number.checked_sub(at)? != *first.get_or_insert(number) {
            return None;
        }
        numbered += 1;
        rest.push_str(&page[..line.start]);
        rest.push_str(&page[line.end..]);
    }
    (numbered > 1).then_some(rest)
}

fn last_line(page: &str) -> Range<usize> {
    let end = page.trim_end().len();
    page[..end].rfind('\n').map_or(0, |at| at + 1)..end
}

fn first_line(page: &str) -> Range<usize> {
    let start = page.len() - page.trim_start().len();
    start..page[start..].find('\n').map_or(page.len(), |at| start + at)
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
    }
}
