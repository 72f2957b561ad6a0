//! Numbers of pages in a text that has a form feed behind each page, as programs that read PDF write it.

/// The text without the numbers that end its pages; nothing where not every page ends with one, each more by one.
pub(super) fn without_numbers(text: &str) -> Option<String> {
    if !text.contains('\u{c}') {
        return None;
    }
    let pages: Vec<&str> = text.split('\u{c}').collect();
    let mut first = None;
    let mut numbered = 0;
    for (at, page) in pages.iter().enumerate() {
        if page.trim().is_empty() {
            continue;
        }
        let number: usize = last_line(page).parse().ok()?;
        if number.checked_sub(at)? != *first.get_or_insert(number) {
            return None;
        }
        numbered += 1;
    }
    let pages: Vec<&str> = pages.into_iter().map(without_last_line).collect();
    (numbered > 1).then(|| pages.join("\u{c}"))
}

fn without_last_line(page: &str) -> &str {
    &page[..page.trim_end().len() - last_line(page).len()]
}

fn last_line(page: &str) -> &str {
    page.trim_end()
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .trim()
}

#[cfg(test)]
mod tests {
    use super::without_numbers;

    #[test]
    fn only_numbers_that_count_all_pages_are_none() {
        let text = "甲\n1\n3\n\n\u{c}乙\n4\n\u{c}";
        assert_eq!(
            without_numbers(text).as_deref(),
            Some("甲\n1\n\u{c}乙\n\u{c}")
        );
        assert_eq!(without_numbers("甲\n3\n\u{c}乙\n3\n\u{c}"), None);
        assert_eq!(without_numbers("甲\n1\n\u{c}乙\n"), None);
        assert_eq!(without_numbers("甲\n1\n\u{c}"), None);
    }
}
