//! The statutory sections of a report, by their headings.

mod candidates;
mod choice;
mod lines;
pub mod marker;
pub(super) mod prose;
mod words;

use super::folds::Folds;
use crate::{
    document::Document,
    text::{Span, order::Order},
};
use candidates::{Candidate, read};
use choice::{prefer_plain, top_level, without_index};
use lines::{joined, lines};
use marker::marker;
use words::{classify, count};

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
    found.order_by_key(|section| (section.heading, section.form));
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
    fn headings_in_a_long_line_may_have_a_slip_or_stand_behind_a_table() {
        let text = "一、总体情况 全年公开信息120条。三、政府信息公开申请办理情况 收到申请5件。四、政府信息公开行政法复议、行政诉讼情况 行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0 五、存在的主要问题及改进情况 更新较慢。";
        let ids: Vec<_> = read(&[&format!("{text}{}", "将加强培训。".repeat(60))]);
        let ids: Vec<_> = ids.into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["overview", "requests", "litigation", "problems"]);
    }

    #[test]
    fn sub_headings_and_an_index_are_no_sections() {
        assert!(read(&["（一）主动公开情况", "（二）依申请公开情况"]).is_empty());
        assert!(read(&["一、总体情况,二、主动公开政府信息情况,三、收到和处理政府信息公开申请情况,四、政府信息公开行政复议、行政诉讼情况,"]).is_empty());
        assert!(read(&["一、概述,(一)注重统筹。,二、主動公開政府信息情況,(一)公開範圍,三、依申請公開政府信息情況,(一)申請情況,四、複議、訴訟情況,"]).is_empty());
    }
}
