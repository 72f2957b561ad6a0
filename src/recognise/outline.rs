//! The statutory sections of a report, by their headings.

pub mod marker;
mod words;

use super::folds::Folds;
use crate::{
    document::{Document, Part},
    text::{Folded, Span, label::is_letter},
};
use marker::{Style, marker};
use words::{LONGEST, Named, classify, known};

/// A statutory section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionForm {
    /// Its name in the JSON report.
    pub id: &'static str,
    /// The heading as the form prints it, without its ordinal.
    pub heading: &'static str,
    /// The heading in English.
    pub english: &'static str,
    /// The table that belongs to it.
    pub table: Option<&'static str>,
}

/// The six sections of the editions of 2019 and 2021.
pub const SECTIONS: [SectionForm; 6] = [
    SectionForm {
        id: "overview",
        heading: "总体情况",
        english: "Overview",
        table: None,
    },
    SectionForm {
        id: "disclosure",
        heading: "主动公开政府信息情况",
        english: "Proactive disclosure",
        table: Some("t2"),
    },
    SectionForm {
        id: "requests",
        heading: "收到和处理政府信息公开申请情况",
        english: "Requests received and handled",
        table: Some("t3"),
    },
    SectionForm {
        id: "litigation",
        heading: "政府信息公开行政复议、行政诉讼情况",
        english: "Review and litigation",
        table: Some("t4"),
    },
    SectionForm {
        id: "problems",
        heading: "存在的主要问题及改进情况",
        english: "Problems and improvements",
        table: None,
    },
    SectionForm {
        id: "other",
        heading: "其他需要报告的事项",
        english: "Other matters",
        table: None,
    },
];

/// A heading of a statutory section. A heading that merges several is there once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Which of [`SECTIONS`].
    pub form: usize,
    /// Its ordinal, where it has one.
    pub ordinal: Option<u8>,
    /// Where the heading stands.
    pub heading: Span,
    /// Whether it is numbered as top-level headings are and worded as the form words it, or nearly so.
    pub plain: bool,
}

/// A line numbered as top-level headings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Its ordinal.
    pub number: u8,
    /// Where it stands.
    pub span: Span,
    /// The statutory section that it plainly names.
    pub form: Option<usize>,
}

/// The longest heading without a statutory name, in letters.
const LONGEST_OTHER: usize = 30;
/// The shortest text without line breaks in which headings are looked for inside, in letters.
const LONG_LINE: usize = 300;

/// A line that may be a heading.
#[derive(Debug, Clone, Copy)]
struct Line {
    span: Span,
    marked: bool,
    /// Whether it stands in a table: there only a plain heading counts.
    framed: bool,
}

/// A statutory heading that may count.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    named: Named,
    style: Option<Style>,
    number: Option<u8>,
    span: Span,
}

impl Candidate {
    fn is_plain(&self) -> bool {
        self.named.strict && self.style.is_some_and(Style::is_top)
    }

    fn sections(&self) -> impl Iterator<Item = Section> {
        let Self { number, span, .. } = *self;
        let plain = self.is_plain();
        self.named.forms().map(move |form| Section {
            form,
            ordinal: number,
            heading: span,
            plain,
        })
    }
}

/// The statutory headings in the order of the text; lines inside `tables` count only where they are plainly headings.
#[must_use]
pub fn sections(document: &Document, folds: &Folds, tables: &[Span]) -> Vec<Section> {
    let mut candidates = Vec::new();
    let lines = lines(document, tables);
    let mut at = 0;
    while at < lines.len() {
        let before = candidates.len();
        read(document, folds, lines[at], &mut candidates);
        if candidates.len() == before
            && let Some(joined) = joined(document, folds, &lines[at..])
        {
            read(document, folds, joined, &mut candidates);
            at += usize::from(candidates.len() > before);
        }
        at += 1;
    }
    let mut found: Vec<Section> = top_level(&candidates)
        .iter()
        .flat_map(Candidate::sections)
        .collect();
    found.sort_by_key(|section| (section.heading, section.form));
    prefer_plain(&mut found);
    without_index(document, &found)
}

/// All lines numbered `一、` or `第一部分`, statutory or not, outside tables.
#[must_use]
pub(super) fn headings(document: &Document, folds: &Folds, tables: &[Span]) -> Vec<Heading> {
    lines(document, tables)
        .into_iter()
        .filter(|line| !line.framed)
        .filter_map(|line| heading(document, folds, line.span))
        .collect()
}

fn heading(document: &Document, folds: &Folds, span: Span) -> Option<Heading> {
    if span.end - span.start > 8 * LONGEST_OTHER {
        return None;
    }
    let folded = folds.stretch(document, span);
    let text = folded.text();
    let marker = marker(text).filter(|marker| marker.style.is_top())?;
    let rest = &text[marker.end..];
    let letters = count(rest);
    if !(2..=LONGEST_OTHER).contains(&letters) || rest.contains(['。', '；', ';', '，', ',']) {
        return None;
    }
    let named = classify(rest, Some(marker.number)).filter(|named| named.strict);
    Some(Heading {
        number: marker.number,
        span,
        form: named.and_then(|named| named.forms().next()),
    })
}

fn lines(document: &Document, tables: &[Span]) -> Vec<Line> {
    let framed = |span: Span| tables.iter().any(|table| table.contains(span));
    let mut lines = Vec::new();
    for part in document.parts() {
        match part {
            Part::Paragraph { block, heading } => {
                let span = document.block(*block);
                lines.push(Line {
                    span,
                    marked: heading.is_some(),
                    framed: framed(span),
                });
            }
            Part::Grid(grid) => {
                let cells = grid.cells.iter().map(|cell| document.block(cell.block));
                lines.extend(
                    cells
                        .filter(|span| span.end - span.start <= 8 * LONGEST)
                        .map(|span| Line {
                            span,
                            marked: false,
                            framed: true,
                        }),
                );
            }
            Part::Picture { .. } => {}
        }
    }
    lines
}

/// A line with the next one, where its heading may go on there: `一、` alone, or a heading cut in two.
fn joined(document: &Document, folds: &Folds, lines: &[Line]) -> Option<Line> {
    const SHORT: usize = 120;
    let [one, other, ..] = lines else { return None };
    let small = |line: &Line| line.span.end - line.span.start <= SHORT && !line.framed;
    if !small(one) || !small(other) {
        return None;
    }
    let text = folds.stretch(document, one.span);
    let alone = marker::numeral(text.text()).is_some_and(|(_, end)| end == text.text().len());
    let numbered = marker(text.text()).is_some_and(|marker| marker.style.is_top());
    let next = folds.stretch(document, other.span);
    let goes_on = marker(next.text()).is_none() || alone;
    let ends = ['。', '；', ';'];
    ((numbered || alone) && goes_on && !text.text().ends_with(ends)).then_some(Line {
        span: one.span.join(other.span),
        ..*one
    })
}

fn count(text: &str) -> usize {
    text.chars().filter(|&c| is_letter(c)).count()
}

/// Reads the headings in a line.
fn read(document: &Document, folds: &Folds, line: Line, found: &mut Vec<Candidate>) {
    let folded = folds.stretch(document, line.span);
    let text = folded.text();
    let ordinal = marker(text).or_else(|| bare(text));
    let rest = &text[ordinal.map_or(0, |marker| marker.end)..];
    let style = ordinal.map(|marker| marker.style);
    let number = ordinal.map(|marker| marker.number);
    let whole = count(rest) <= LONGEST && !rest.contains(['。', '；', ';']);
    let candidate = |named, span| Candidate {
        named,
        style,
        number,
        span,
    };
    if whole {
        let top = style.is_some_and(Style::is_top);
        let may_be = match style {
            _ if line.framed => top,
            None => line.marked || is_name(rest),
            Some(_) => true,
        };
        let named = may_be.then(|| classify(rest, number)).flatten();
        let named = named.filter(|named| named.strict || !line.framed);
        found.extend(named.map(|named| candidate(named, line.span)));
    } else if !line.framed && !is_index(text) {
        let hit = run_in(rest, style, number);
        let before = found.len();
        found.extend(hit.map(|(named, length)| {
            let end = text.len() - rest.len() + length;
            candidate(named, folded.origin(0..end))
        }));
        if count(text) > LONG_LINE || found.len() == before {
            inside(&folded, found);
        }
    }
}

/// Whether a line is a list of the headings: little else stands between them, or each follows a comma.
fn is_index(text: &str) -> bool {
    const LIST: usize = 160;
    const WITH_COMMAS: usize = 500;
    let ordinal = |(at, mark): (usize, &str)| {
        let (start, _) = ordinal_before(text, at, mark)?;
        Some((start, known(&text[at + mark.len()..]).is_some()))
    };
    let heads: Vec<(usize, bool)> = text.match_indices('、').filter_map(ordinal).collect();
    let named = heads.iter().filter(|(_, known)| *known).count();
    let parted = heads.iter().filter(|head| text[..head.0].ends_with(','));
    let letters = count(text);
    named >= 3 && letters <= LIST && !text.contains('。')
        || named >= 2 && parted.count() >= 3 && letters <= WITH_COMMAS
}

/// An ordinal without a mark, directly before a known heading: `一 总体情况`.
fn bare(text: &str) -> Option<marker::Marker> {
    let (number, end) = marker::numeral(text)?;
    known(&text[end..]).map(|_| marker::Marker {
        style: Style::Han,
        number,
        end,
    })
}

/// Whether a line without an ordinal is nothing but a known heading.
fn is_name(text: &str) -> bool {
    const REST: usize = 14;
    let text = text.trim_end_matches([':', '。']);
    let exact = |form: &SectionForm| form.heading == text;
    let begins = known(text).is_some_and(|(_, length)| count(&text[length..]) <= REST);
    SECTIONS.iter().any(exact) || begins && !text.contains([',', ':', '“'])
}

/// A heading with its text in the same line, and its length.
fn run_in(text: &str, style: Option<Style>, number: Option<u8>) -> Option<(Named, usize)> {
    const HEAD: usize = 24;
    if style.is_none() {
        let (_, length) = known(text)?;
        return text[length..]
            .starts_with(['。', ':'])
            .then(|| classify(&text[..length], None).map(|named| (named, length)))?;
    }
    let stop = |c: char| matches!(c, '。' | ':' | ',' | '，' | ';') || c.is_ascii_digit();
    let end = text.find(stop).unwrap_or(text.len());
    let head = &text[..end];
    if (2..=HEAD).contains(&count(head))
        && let Some(named) = classify(head, number)
    {
        return Some((named, end));
    }
    let (_, length) = known(text)?;
    classify(&text[..length], number).map(|named| (named, length))
}

/// Headings inside a long line, as in a text without line breaks.
fn inside(folded: &Folded, found: &mut Vec<Candidate>) {
    let text = folded.text();
    let mut hits: Vec<(usize, usize, Candidate)> = Vec::new();
    for (at, mark) in text.match_indices(['、', '.', '分']) {
        let Some((start, number)) = ordinal_before(text, at, mark) else {
            continue;
        };
        let from = at + mark.len();
        let Some((_, length)) = known(&text[from..]) else {
            continue;
        };
        let end = from + length;
        if let Some(named) = classify(&text[from..end], Some(number)) {
            let candidate = Candidate {
                named,
                style: Some(Style::Han),
                number: Some(number),
                span: folded.origin(start..end),
            };
            hits.push((start, end, candidate));
        }
    }
    let near = |one: usize, other: usize| hits[other].0.saturating_sub(hits[one].1) < 40;
    let listed = |at: usize| at > 0 && near(at - 1, at) || at + 1 < hits.len() && near(at, at + 1);
    for (at, hit) in hits.iter().enumerate() {
        let known = |one: &Candidate| one.span.start == hit.2.span.start;
        if !listed(at) && !found.iter().any(known) {
            found.push(hit.2);
        }
    }
}

/// The ordinal whose mark stands at `at`, and where it begins.
fn ordinal_before(text: &str, at: usize, mark: &str) -> Option<(usize, u8)> {
    let before = &text[..at];
    let before = if mark == "分" {
        before.strip_suffix('部')?
    } else {
        before
    };
    let (start, numeral) = before.char_indices().next_back()?;
    let number = marker::numeral_value(numeral)?;
    let parted = before[..start].ends_with('第');
    (parted == (mark == "分") && !before[..start].ends_with('十')).then_some((start, number))
}

/// The candidates that are numbered as the report numbers its sections.
fn top_level(candidates: &[Candidate]) -> Vec<Candidate> {
    let of = |wanted: &dyn Fn(Option<Style>) -> bool| -> Vec<Candidate> {
        let fits = |one: &&Candidate| wanted(one.style);
        candidates.iter().filter(fits).copied().collect()
    };
    let mut base = of(&|style| style.is_none_or(Style::is_top));
    if distinct(&base) < 3 {
        for lower in [Style::Paren, Style::Arabic] {
            let others = of(&|style| style == Some(lower));
            if distinct(&others) >= 4 {
                base.extend(others);
                return base;
            }
        }
    }
    let named = forms(&base);
    let lost = candidates.iter().filter(|one| {
        let lower = one.style.is_some_and(|style| !style.is_top());
        lower && one.named.strict && one.named.forms().all(|form| !named[form])
    });
    base.extend(lost.copied().collect::<Vec<_>>());
    base
}

fn forms(candidates: &[Candidate]) -> [bool; 6] {
    let mut named = [false; 6];
    for form in candidates.iter().flat_map(|one| one.named.forms()) {
        named[form] = true;
    }
    named
}

fn distinct(candidates: &[Candidate]) -> usize {
    forms(candidates).iter().filter(|&&found| found).count()
}

/// Of the headings of one section, drops those that are merely like it where a plain one is there.
fn prefer_plain(found: &mut Vec<Section>) {
    let mut plain = [false; 6];
    for section in found.iter().filter(|section| section.plain) {
        plain[section.form] = true;
    }
    found.retain(|section| section.plain || !plain[section.form]);
}

/// Drops an index of the headings: three or more that directly follow each other and all come again elsewhere.
fn without_index(document: &Document, found: &[Section]) -> Vec<Section> {
    let follows = |one: &Section, other: &Section| {
        let between = one.heading.end..other.heading.start;
        document
            .text()
            .get(between)
            .is_none_or(|between| count(between) < 5)
    };
    let mut kept = Vec::new();
    let mut from = 0;
    while from < found.len() {
        let mut to = from + 1;
        while to < found.len() && follows(&found[to - 1], &found[to]) {
            to += 1;
        }
        let run = &found[from..to];
        let rest = || found[to..].iter().chain(&kept);
        let again = run
            .iter()
            .all(|one| rest().any(|other: &Section| other.form == one.form));
        if run.len() < 3 || !again {
            kept.extend_from_slice(run);
        }
        from = to;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    fn read(lines: &[&str]) -> Vec<(&'static str, Option<u8>)> {
        let mut builder = Builder::new(Format::Text, None);
        for line in lines {
            builder.paragraph(line, None);
        }
        let document = builder.finish();
        sections(&document, &Folds::new(&document), &[])
            .into_iter()
            .map(|found| (SECTIONS[found.form].id, found.ordinal))
            .collect()
    }

    #[test]
    fn the_six_headings_are_found_in_their_variants() {
        let variants = [
            [
                "一、总体情况",
                "二、主动公开政府信息情况",
                "三、收到和处理政府信息公开申请情况",
                "四、政府信息公开行政复议、行政诉讼情况",
                "五、存在的主要问题及改进情况",
                "六、其他需要报告的事项",
            ],
            [
                "一、 概述",
                "二、行政机关主动公开政府信息的情况",
                "三、政府信息依申请公开情况",
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
                "五、存在问题及改进措施",
                "六、其他需要报告事项",
            ],
            [
                "## 一、總體情況",
                "第二部分 政府信息主动公开情况",
                "l三、收到和处理政府信息公开申请情况",
                "四、行政复议和行政诉讼情况",
                "五、政府信息公开工作存在的主要问题和改进情况",
                "其他需要报告的事项",
            ],
        ];
        for lines in variants {
            let ids: Vec<_> = read(&lines).into_iter().map(|(id, _)| id).collect();
            assert_eq!(
                ids,
                [
                    "overview",
                    "disclosure",
                    "requests",
                    "litigation",
                    "problems",
                    "other"
                ],
                "{lines:?}"
            );
        }
    }

    #[test]
    fn sub_headings_and_an_index_are_no_sections() {
        assert!(read(&["（一）主动公开情况", "（二）依申请公开情况"]).is_empty());
        assert!(read(&["一、总体情况,二、主动公开政府信息情况,三、收到和处理政府信息公开申请情况,四、政府信息公开行政复议、行政诉讼情况,"]).is_empty());
        assert!(read(&["一、概述,(一)注重统筹。,二、主動公開政府信息情況,(一)公開範圍,三、依申請公開政府信息情況,(一)申請情況,四、複議、訴訟情況,"]).is_empty());
    }
}
