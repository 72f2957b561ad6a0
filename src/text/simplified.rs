//! Traditional characters, variants and look-alike radicals to simplified characters, one to one.
//!
//! The pairs stand in `simplified.txt`. They are compiled into one bit for each character, which says
//! whether it changes, and the changed ones in their order; so most characters cost one look at one bit,
//! and none costs a search.

/// The first and the last character that a bit is kept for: from the CJK radicals to the compatibility ideographs.
const FIRST: usize = 0x2e80;
const LAST: usize = 0xfaff;
const WORDS: usize = (LAST - FIRST) / 64 + 1;

const SOURCE: &[u8] = include_bytes!("simplified.txt");
const COUNT: usize = count();

static TABLE: Table = build();

struct Table {
    /// One bit a character: whether it changes.
    changes: [u64; WORDS],
    /// For each word of bits the number of changing characters before it.
    before: [u16; WORDS],
    /// What they change to, in the order of the characters that change: the upper halves of their codes, and the lower.
    /// Apart they are packed to a sixth less for the browser.
    upper: [u8; COUNT],
    lower: [u8; COUNT],
}

/// The simplified form of `character`, or the character itself.
#[must_use]
pub fn simplified(character: char) -> char {
    let code = character as usize;
    if !(FIRST..=LAST).contains(&code) {
        return character;
    }
    let (word, bit) = ((code - FIRST) / 64, (code - FIRST) % 64);
    let bits = TABLE.changes[word];
    if bits >> bit & 1 == 0 {
        return character;
    }
    let place = rank(&TABLE, word, bit);
    let to = u16::from_be_bytes([TABLE.upper[place], TABLE.lower[place]]);
    char::from_u32(to.into()).unwrap_or(character)
}

/// How many changing characters come before the one at this bit.
const fn rank(table: &Table, word: usize, bit: usize) -> usize {
    let below = table.changes[word] & ((1 << bit) - 1);
    table.before[word] as usize + below.count_ones() as usize
}

const fn build() -> Table {
    let mut table = Table {
        changes: [0; WORDS],
        before: [0; WORDS],
        upper: [0; COUNT],
        lower: [0; COUNT],
    };
    let mut at = 0;
    while let Some((key, _, next)) = pair(at) {
        table.changes[(key - FIRST) / 64] |= 1 << ((key - FIRST) % 64);
        at = next;
    }
    let mut word = 1;
    while word < WORDS {
        table.before[word] = table.before[word - 1] + table.changes[word - 1].count_ones() as u16;
        word += 1;
    }
    at = 0;
    while let Some((key, value, next)) = pair(at) {
        let place = rank(&table, (key - FIRST) / 64, (key - FIRST) % 64);
        [table.upper[place], table.lower[place]] = (value as u16).to_be_bytes();
        at = next;
    }
    table
}

const fn count() -> usize {
    let (mut at, mut count) = (0, 0);
    while let Some((_, _, next)) = pair(at) {
        count += 1;
        at = next;
    }
    count
}

/// The first pair at or after `at` in the source, and where it ends.
const fn pair(mut at: usize) -> Option<(usize, usize, usize)> {
    while at < SOURCE.len() && SOURCE[at] < 0x80 {
        if SOURCE[at] == b'#' {
            while SOURCE[at] != b'\n' {
                at += 1;
            }
        }
        at += 1;
    }
    if at < SOURCE.len() {
        Some((code(at), code(at + 3), at + 6))
    } else {
        None
    }
}

/// The character at `at` of the source; all of them take three bytes.
const fn code(at: usize) -> usize {
    assert!(SOURCE[at] >> 4 == 0xe, "a character of three bytes");
    (SOURCE[at] as usize & 0xf) << 12
        | (SOURCE[at + 1] as usize & 0x3f) << 6
        | SOURCE[at + 2] as usize & 0x3f
}

#[cfg(test)]
mod tests {
    use super::simplified;

    fn all(text: &str) -> String {
        text.chars().map(simplified).collect()
    }

    #[test]
    fn traditional_copies_read_as_simplified() {
        assert_eq!(
            all("規範性檔案、網際網路、視窗、欄位、優化、計畫"),
            "规范性档案、网际网路、视窗、栏位、优化、计画"
        );
        assert_eq!(
            all("行政複議、行政訴訟；徵收臺賬於後"),
            "行政复议、行政诉讼；征收台账于后"
        );
    }

    #[test]
    fn conversions_gone_too_far_are_undone() {
        assert_eq!(
            all("髮布 全麵 製度 關係 答覆 反覆 彙總 髒 佈 裡 週"),
            "发布 全面 制度 关系 答复 反复 汇总 脏 布 里 周"
        );
    }

    #[test]
    fn look_alike_radicals_are_undone() {
        assert_eq!(
            all("增⻓、⼈⺠、⻅、⻔、⻛、⼯、⽐、⾏、⿓、⾒"),
            "增长、人民、见、门、风、工、比、行、龙、见"
        );
        assert_eq!(all("\u{f9b4}\u{f98a}"), "领力");
    }

    #[test]
    fn every_pair_of_the_source_is_found_and_is_final() {
        let source = include_str!("simplified.txt");
        let lines = source.lines().filter(|line| !line.starts_with('#'));
        for pair in lines.flat_map(str::split_whitespace) {
            let [key, value] = pair.chars().collect::<Vec<_>>()[..] else {
                panic!("{pair} is no pair");
            };
            assert_eq!(simplified(key), value, "{pair}");
            assert_eq!(simplified(value), value, "{pair}");
        }
    }
}
