//! Headings of sections that a copy has glued behind the last value of a table.

use crate::text::character::is_han;

/// How the headings of the statutory sections end.
const ENDS: [&str; 5] = ["情况", "情況", "事项", "事項", "措施"];
/// What stands for no value.
const MARKS: [&str; 3] = ["/", "—", "——"];
/// The ordinals of the sections.
const ORDINALS: &str = "一二三四五六七";
/// The longest heading, in letters.
const LONGEST: usize = 40;
/// The ordinal before them and its mark.
const BEFORE: usize = 2;

/// Where the heading begins in a line that ends with one right behind a number; the line's end where there is none.
pub(super) fn start(line: &str) -> usize {
    let whole = line.trim_end();
    if !ENDS.iter().any(|end| whole.ends_with(end)) {
        return line.len();
    }
    let is_heading = |&at: &usize| {
        let (before, heading) = whole.split_at(at);
        let ordinal = heading.chars().next().is_some_and(|c| ORDINALS.contains(c));
        let words = heading.trim_start_matches(|c: char| ORDINALS.contains(c));
        let words = words.strip_prefix('、').unwrap_or_default();
        ordinal
            && (1..=LONGEST).contains(&words.chars().count())
            && words.chars().all(|c| is_han(c) || c == '、')
            && (before.trim_end().ends_with(char::is_numeric) || is_mark(before))
    };
    let places = whole.char_indices().rev().take(LONGEST + BEFORE);
    let mut places = places.map(|(at, _)| at).filter(|&at| at > 0);
    places.find(is_heading).unwrap_or(line.len())
}

/// Whether a text is a mark for no value, or ends with one behind a space.
fn is_mark(text: &str) -> bool {
    let last = text.trim_end().rsplit(char::is_whitespace).next();
    last.is_some_and(|last| MARKS.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::start;

    fn parts(line: &str) -> (&str, &str) {
        line.split_at(start(line))
    }

    #[test]
    fn a_heading_behind_a_number_is_a_line_of_its_own() {
        let line = "四、结转下年度继续办理\t1\t0\t1四、政府信息公开行政复议、行政诉讼情况";
        let (row, heading) = parts(line);
        assert_eq!(row, "四、结转下年度继续办理\t1\t0\t1");
        assert_eq!(heading, "四、政府信息公开行政复议、行政诉讼情况");
        assert_eq!(parts("12 五、存在的主要问题及改进情况").0, "12 ");
        assert_eq!(parts("—三、收到和处理政府信息公开申请情况").0, "—");
    }

    #[test]
    fn other_lines_stay_whole() {
        for line in [
            "四、政府信息公开行政复议、行政诉讼情况",
            "2023年共公开12件。三、收到和处理政府信息公开申请情况",
            "全年处理12件，见三、收到和处理情况",
            "（三）2023年情况",
            "",
        ] {
            assert_eq!(parts(line), (line, ""));
        }
    }
}
