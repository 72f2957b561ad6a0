//! The year of a report and its period, in figures or words.

/// A year in digits or in Chinese numerals.
pub(super) fn parse_year(text: &str) -> Option<u16> {
    let printed = text.chars().filter(|character| *character != ' ');
    let digits: String = printed
        .map(|character| match character {
            '〇' | '零' | '○' | 'O' => '0',
            '一' => '1',
            '二' => '2',
            '三' => '3',
            '四' => '4',
            '五' => '5',
            '六' => '6',
            '七' => '7',
            '八' => '8',
            '九' => '9',
            other => other,
        })
        .collect();
    digits.parse().ok()
}

/// The year of the stated period, 1 January to 31 December, where the title names none.
#[must_use]
pub fn period(text: &str) -> Option<u16> {
    text.match_indices("1月1日").find_map(|(at, day)| {
        let before = text[..at].trim_end_matches('年');
        let rest = text[at + day.len()..].trim_start_matches(['起', '零', '时', '0']);
        let goes_on = rest.starts_with(['至', '-', '到', '~', '—']);
        let year = before.get(before.len().checked_sub(4)?..)?;
        year.parse()
            .ok()
            .filter(|year| goes_on && (1990..2100).contains(year))
    })
}
