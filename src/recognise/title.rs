//! The report's title: whose, and of which year.

use crate::{
    document::Document,
    text::{Folded, Span},
};
use regex::Regex;
use std::sync::LazyLock;

/// A report's title as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// Where it stands.
    pub span: Span,
    /// The reporting body's name, where the title has one.
    pub organization: Option<Span>,
    /// The year reported on.
    pub year: Option<u16>,
}

/// How many lines from the top a title may begin.
const HEAD: usize = 80;
/// The longest title, in letters.
const LONGEST: usize = 64;

const REPORT: &str = "(?:政府)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度|年)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)";
const YEAR: &str = "(?:19|20)[0-9]{2}|[二2][〇0零○O][〇0零○O一二三四五六七八九1-9]{2}";

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "^(?:关于)?(.{{0,30}}?)[(〔]?({YEAR})[)〕]?年?度?(.{{0,30}}?){REPORT}"
    ))
    .expect("a valid pattern")
});
static UNDATED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^(.{{2,30}}?){REPORT}")).expect("a valid pattern"));
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("((?:19|20)[0-9]{2})年?1月1日(?:起)?(?:至|-|—|到|起至)").expect("a valid pattern")
});

/// Finds the title: the first line, or few lines together, that reads like one.
#[must_use]
pub fn find(document: &Document) -> Option<Title> {
    let blocks = document.blocks();
    let head = blocks.len().min(HEAD);
    for pattern in [&TITLE, &UNDATED] {
        for lines in 1..=3 {
            for at in 0..head.saturating_sub(lines - 1) {
                let span = blocks[at].join(blocks[at + lines - 1]);
                if let Some(title) = read(document, pattern, span) {
                    return Some(title);
                }
            }
        }
    }
    None
}

fn read(document: &Document, pattern: &Regex, span: Span) -> Option<Title> {
    if span.end - span.start > 8 * LONGEST {
        return None;
    }
    let folded = Folded::new(document.text(), span);
    let text = folded.text();
    let groups = pattern.captures(text)?;
    let whole = groups.get(0)?;
    let rest = &text[whole.end()..];
    let sentence = text.contains(['。', '，', ',', ';', '；', '《', '>']);
    if sentence
        || rest.chars().count() > 8
        || rest.contains(['函', '知'])
        || text.chars().count() > LONGEST
    {
        return None;
    }
    let year = groups.get(2).and_then(|year| parse_year(year.as_str()));
    let named = |at: usize| {
        groups
            .get(at)
            .filter(|name| name.as_str().chars().count() >= 2)
            .map(|name| folded.origin(name.range()))
    };
    let organization = named(1).or_else(|| named(3));
    Some(Title {
        span: folded.origin(whole.range()),
        organization,
        year,
    })
}

/// A year in digits or in Chinese numerals.
fn parse_year(text: &str) -> Option<u16> {
    let digits: String = text
        .chars()
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
    PERIOD.captures(text)?.get(1)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    fn title(lines: &[&str]) -> Option<(Option<String>, Option<u16>)> {
        let mut builder = Builder::new(Format::Text, None);
        for line in lines {
            builder.paragraph(line, None);
        }
        let document = builder.finish();
        find(&document).map(|title| {
            (
                title
                    .organization
                    .map(|span| document.quote(span).to_owned()),
                title.year,
            )
        })
    }

    #[test]
    fn titles_name_body_and_year() {
        let read = |text: &str| title(&[text]).unwrap();
        assert_eq!(
            read("青石县 2023 年政府信息公开工作年度报告"),
            (Some("青石县".into()), Some(2023))
        );
        assert_eq!(
            read("2022年度云溪市统计局政府信息公开工作年度报告"),
            (Some("云溪市统计局".into()), Some(2022))
        );
        assert_eq!(read("青石县二〇二〇年政府信息公开年度报告").1, Some(2020));
        assert_eq!(
            title(&["青石区人民政府2013年", "政府信息公开工作年度报告"])
                .unwrap()
                .1,
            Some(2013)
        );
    }

    #[test]
    fn sentences_and_letters_are_no_titles() {
        assert_eq!(
            title(&["根据《条例》，现公布青石县2023年政府信息公开工作年度报告。"]),
            None
        );
        assert_eq!(
            title(&["关于报送青石县2023年政府信息公开工作年度报告的函"]),
            None
        );
    }
}
