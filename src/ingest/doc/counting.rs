//! Numbers written as lists of old Word documents write them: 一, 十二, ①, IV.

use crate::ingest::numerals::{
    BRANCHES, DIGITS, LEGAL, STEMS, counted, digits, enclosed, full_width, letters, roman,
};

/// A number in one of the formats of lists ([MS-OSHARED] 2.2.1.3); in digits where the format has no such number.
pub(super) fn number(count: u32, format: u8) -> String {
    let n = count as usize;
    let up_to = |most: usize| (1..=most).contains(&n);
    let nth = |signs: &str| n.checked_sub(1).and_then(|at| signs.chars().nth(at));
    let written = match format {
        1 => up_to(3999).then(|| roman(n)),
        2 => up_to(3999).then(|| roman(n).to_lowercase()),
        3 => up_to(26 * 30).then(|| letters(n, b'A')),
        4 => up_to(26 * 30).then(|| letters(n, b'a')),
        10 | 17 | 36 | 40 => Some(digits(n)),
        11 | 33 | 35 | 37 | 39 => {
            up_to(9999).then(|| counted(n, &DIGITS, ["十", "百", "千", "万"], true))
        }
        16 | 34 | 38 => up_to(9999).then(|| counted(n, &LEGAL, ["拾", "佰", "仟", "万"], false)),
        14 => Some(full_width(n)),
        18 | 28 => enclosed(n, '①' as u32, 20),
        26 => enclosed(n, '⒈' as u32, 20),
        27 => enclosed(n, '⑴' as u32, 20),
        29 => enclosed(n, '㈠' as u32, 10),
        30 => nth(STEMS).map(String::from),
        31 => nth(BRANCHES).map(String::from),
        22 => Some(format!("{count:02}")),
        255 => Some(String::new()),
        _ => None,
    };
    written.unwrap_or_else(|| count.to_string())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_as_lists_write_them() {
        let chinese: Vec<_> = [1, 10, 11, 20, 21, 105, 110, 1010]
            .into_iter()
            .map(|count| number(count, 37))
            .collect();
        assert_eq!(
            chinese,
            [
                "一",
                "十",
                "十一",
                "二十",
                "二十一",
                "一百零五",
                "一百一十",
                "一千零一十"
            ]
        );
        assert_eq!(number(10, 10), "一〇");
        assert_eq!(number(3, 28), "③");
        assert_eq!(number(2, 27), "⑵");
        assert_eq!(number(4, 1), "IV");
        assert_eq!(number(27, 4), "aa");
        assert_eq!(number(0, 37), "0");
        assert_eq!(number(30, 18), "30");
    }
}
