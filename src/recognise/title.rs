//! The report's title: whose, and of which year.

use super::folds::Folds;
use crate::{
    document::Document,
    text::{
        Folded, Span,
        folded::fold_str,
        pattern::{Captures, Regex},
    },
};
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
/// Finds the title: a line, or few lines together, that reads like one; of several, as in a list of reports around the
/// text, the one of the stated period, else the first. In a text without line breaks it may stand at the beginning of
/// a long line.
#[must_use]
pub fn find(document: &Document, folds: &Folds) -> Option<Title> {
    let period = period(&fold_str(head(document.text())));
    let dated = lines(document, folds, &TITLE);
    let wanted = dated
        .iter()
        .position(|title| period.is_some() && title.year == period);
    dated
        .into_iter()
        .nth(wanted.unwrap_or(0))
        .or_else(|| within(document))
        .or_else(|| lines(document, folds, &UNDATED).into_iter().next())
}

/// All lines of a document that are a dated title.
pub(super) fn all(document: &Document, folds: &Folds) -> Vec<Span> {
    let spans = document.blocks().iter();
    let titles = spans.filter_map(|&span| read(document, folds, &TITLE, span));
    titles.map(|title| title.span).collect()
}

/// The titles that stand in lines of their own.
fn lines(document: &Document, folds: &Folds, pattern: &Regex) -> Vec<Title> {
    let blocks = document.blocks();
    let head = blocks.len().min(HEAD);
    for lines in 1..=3 {
        let spans =
            (0..head.saturating_sub(lines - 1)).map(|at| blocks[at].join(blocks[at + lines - 1]));
        let found: Vec<Title> = spans
            .filter_map(|span| read(document, folds, pattern, span))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A title at the beginning of a long line.
fn within(document: &Document) -> Option<Title> {
    let long = |span: &&Span| span.end - span.start > 8 * LONGEST;
    let span = document.blocks().iter().take(HEAD).find(long)?;
    let cut = head(document.quote(*span)).len();
    let folded = Folded::new(document.text(), Span::new(span.start, span.start + cut));
    let groups = TITLE.captures(folded.text())?;
    let whole = groups.get(0)?;
    let clean = !whole
        .as_str()
        .contains(['。', '，', ',', ';', '；', '《', '>', '、']);
    clean.then(|| title(&folded, &groups))
}

/// The first characters of a text: enough for a title and the stated period.
fn head(text: &str) -> &str {
    let mut end = text.len().min(6000);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn read(document: &Document, folds: &Folds, pattern: &Regex, span: Span) -> Option<Title> {
    if span.end - span.start > 8 * LONGEST || !may_be_title(document.quote(span)) {
        return None;
    }
    let folded = folds.stretch(document, span);
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
    Some(title(&folded, &groups))
}

/// Whether a text has the characters that every title has, in either script; a glance before a pattern is tried.
fn may_be_title(text: &str) -> bool {
    let open = text.find("公开").or_else(|| text.find("公開"));
    open.is_some_and(|at| text[at..].contains(['报', '報']))
}

fn title(folded: &Folded, groups: &Captures<'_>) -> Title {
    let named = |at: usize| {
        groups
            .get(at)
            .filter(|name| name.as_str().chars().count() >= 2)
            .map(|name| folded.origin(name.range()))
    };
    Title {
        span: folded.origin(groups.get(0).map_or(0..0, |whole| whole.range())),
        organization: named(1).or_else(|| named(3)),
        year: groups.get(2).and_then(|year| parse_year(year.as_str())),
    }
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
        find(&document, &Folds::new(&document)).map(|title| {
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
