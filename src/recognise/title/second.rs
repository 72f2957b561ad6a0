//! A second report behind the first in one document: another year's, or another body's.

use super::Title;
use crate::{document::Document, recognise::outline::Section, text::Span};

/// So many sections must come again, so that a page's head or a list of reports is no second report.
const REPEATED: usize = 3;

/// The one of the `titles` that a second report has, not that of a table: it stands before the section that the first
/// began with, and others come again behind.
pub(in crate::recognise) fn find(
    document: &Document,
    titles: &[Title],
    sections: impl FnOnce() -> Vec<Section>,
) -> Option<Span> {
    // A second title stands behind a heading; most reports begin with their only one.
    if titles.iter().all(|title| title.span.start == 0) {
        return None;
    }
    let sections = sections();
    let begins = |&at: &usize| sections[at].form == sections[0].form && repeats(&sections, at);
    let mut starts = (1..sections.len()).filter(begins);
    starts.find_map(|at| {
        let between = sections[at - 1].heading.end..sections[at].heading.start;
        let mut spans = titles.iter().map(|title| title.span);
        spans.rfind(|&span| between.contains(&span.start) && !of_table(document, span))
    })
}

/// Whether a title goes on as that of a table, which has parts of its own: `…年度报告相关数据统计表`.
fn of_table(document: &Document, title: Span) -> bool {
    let rest = document.text()[title.end..].lines().next();
    rest.is_some_and(|rest| rest.trim_end().ends_with('表'))
}

/// Whether enough of the sections before `at` come again from there on.
fn repeats(sections: &[Section], at: usize) -> bool {
    let (before, behind) = sections.split_at(at);
    let again = |form: &usize| {
        let is = |section: &Section| section.form == *form;
        before.iter().any(is) && behind.iter().any(is)
    };
    (0..crate::recognise::outline::SECTIONS.len())
        .filter(again)
        .count()
        >= REPEATED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{Builder, Format},
        recognise::{Folds, outline, title},
    };

    const SECTIONS: [&str; 4] = [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "五、存在的主要问题及改进情况",
    ];

    fn second(parts: &[&[&str]]) -> Option<String> {
        let mut builder = Builder::new(Format::Text, None);
        for line in parts.concat() {
            builder.paragraph(line, None);
            builder.paragraph("全年公开各类信息，方便群众查阅，接受社会监督。", None);
        }
        let document = builder.finish();
        let folds = Folds::new(&document);
        let sections = || outline::sections(&document, &folds, &[]);
        find(&document, &title::dated(&document, &folds), sections)
            .map(|span| document.quote(span).to_owned())
    }

    #[test]
    fn a_title_before_the_same_sections_begins_a_second_report() {
        let first: &[&str] = &["云溪市2023年政府信息公开工作年度报告"];
        let other: &[&str] = &["云溪市2022年政府信息公开工作年度报告"];
        let found = second(&[first, &SECTIONS, other, &SECTIONS]);
        assert_eq!(found.as_deref(), Some(other[0]));
        assert_eq!(second(&[first, &SECTIONS, other]), None);
        assert_eq!(second(&[first, &SECTIONS]), None);
    }

    #[test]
    fn the_title_of_a_table_begins_none() {
        let first: &[&str] = &["云溪市2012年政府信息公开工作年度报告"];
        let table: &[&str] = &["云溪市2012年政府信息公开工作年度报告相关数据统计表"];
        assert_eq!(second(&[first, &SECTIONS, table, &SECTIONS]), None);
    }

    #[test]
    fn the_head_of_a_page_begins_none() {
        let title: &[&str] = &["云溪市2023年政府信息公开工作年度报告"];
        let pages = [title, &SECTIONS[..2], title, &SECTIONS[2..]];
        assert_eq!(second(&pages), None);
    }
}
