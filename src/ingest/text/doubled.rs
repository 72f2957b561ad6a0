//! Tables whose cells two tabs part, as some programs that read pages write them.

/// The least number of such pairs, so that single blank cells are none.
const LEAST: usize = 12;

/// The text with one tab for each two; nothing where tabs do not always come in pairs.
pub(super) fn single(text: &str) -> Option<String> {
    if !text.contains("\t\t") {
        return None;
    }
    let mut pairs = 0;
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| byte == b'\t') {
        rest = &rest[at..];
        let run = rest.iter().take_while(|&&byte| byte == b'\t').count();
        if run % 2 != 0 {
            return None;
        }
        pairs += run / 2;
        rest = &rest[run..];
    }
    (pairs >= LEAST).then(|| text.replace("\t\t", "\t"))
}

#[cfg(test)]
mod tests {
    use super::single;

    #[test]
    fn tabs_that_always_come_in_pairs_part_two_cells() {
        let row = "甲\t\t1\t\t\t\t2\n".repeat(4);
        assert_eq!(single(&row), Some("甲\t1\t\t2\n".repeat(4)));
        assert_eq!(single(&format!("{row}乙\t3\n")), None);
        assert_eq!(single("甲\t\t1"), None);
    }
}
