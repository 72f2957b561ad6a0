//! The statutory sections of a report, by their headings.

use crate::{
    document::{Document, Part},
    text::{Folded, Span, label::is_letter},
};

/// A statutory section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionForm {
    /// Its name in the JSON report.
    pub id: &'static str,
    /// The heading as the form prints it, without its ordinal.
    pub heading: &'static str,
    /// The heading in English.
    pub english: &'static str,
    /// What a heading must contain to be this one: one word of each group.
    words: &'static [&'static [&'static str]],
    /// The table that belongs to it.
    pub table: Option<&'static str>,
}

/// The six sections of the editions of 2019 and 2021, with the words of the variants that reports use.
pub const SECTIONS: [SectionForm; 6] = [
    SectionForm {
        id: "overview",
        heading: "总体情况",
        english: "Overview",
        words: &[&[
            "总体",
            "概述",
            "概况",
            "基本情况",
            "基本工作情况",
            "工作情况综述",
        ]],
        table: None,
    },
    SectionForm {
        id: "disclosure",
        heading: "主动公开政府信息情况",
        english: "Proactive disclosure",
        words: &[&["主动公开"]],
        table: Some("t2"),
    },
    SectionForm {
        id: "requests",
        heading: "收到和处理政府信息公开申请情况",
        english: "Requests received and handled",
        words: &[&["申请"], &["公开"], &["情况", "处理", "办理"]],
        table: Some("t3"),
    },
    SectionForm {
        id: "litigation",
        heading: "政府信息公开行政复议、行政诉讼情况",
        english: "Review and litigation",
        words: &[&["复议", "诉讼"]],
        table: Some("t4"),
    },
    SectionForm {
        id: "problems",
        heading: "存在的主要问题及改进情况",
        english: "Problems and improvements",
        words: &[&["问题", "不足"], &["存在", "主要", "改进", "措施", "打算"]],
        table: None,
    },
    SectionForm {
        id: "other",
        heading: "其他需要报告的事项",
        english: "Other matters",
        words: &[&["其他", "其它", "需要"], &["报告", "事项", "说明"]],
        table: None,
    },
];

/// A heading of a statutory section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Which of [`SECTIONS`].
    pub form: usize,
    /// Its ordinal, where it has one.
    pub ordinal: Option<u8>,
    /// Where the heading stands.
    pub heading: Span,
}

/// The longest heading, in letters without the ordinal.
const LONGEST: usize = 42;

/// The statutory headings in the order of the text; lines inside `tables` are none.
#[must_use]
pub fn sections(document: &Document, tables: &[Span]) -> Vec<Section> {
    let mut found = Vec::new();
    for part in document.parts() {
        let Part::Paragraph { block, heading } = part else {
            continue;
        };
        let span = document.block(*block);
        if tables.iter().any(|table| table.contains(span)) {
            continue;
        }
        line(document, span, heading.is_some(), &mut found);
    }
    without_index(document, found)
}

fn line(document: &Document, span: Span, marked: bool, found: &mut Vec<Section>) {
    let folded = Folded::new(document.text(), span);
    let text = folded.text();
    let letters = text.chars().filter(|&c| is_letter(c)).count();
    if letters <= LONGEST + 4 {
        let (ordinal, rest) = ordinal(text);
        let exact = SECTIONS
            .iter()
            .any(|form| form.heading == rest.trim_end_matches(['。', ':']));
        if (ordinal.is_some() || marked || exact)
            && !rest.contains(['。', '；', ';'])
            && let Some(form) = classify(rest)
        {
            found.push(Section {
                form,
                ordinal,
                heading: span,
            });
        }
    } else {
        inside(&folded, found);
    }
}

/// Headings inside a long line, as in a text without line breaks.
fn inside(folded: &Folded, found: &mut Vec<Section>) {
    let text = folded.text();
    let mut hits = Vec::new();
    for (at, _) in text.match_indices('、') {
        let Some((start, numeral)) = text[..at].char_indices().next_back() else {
            continue;
        };
        let Some(number) = numeral_value(numeral) else {
            continue;
        };
        if text[..start].ends_with(|c: char| "十第".contains(c)) {
            continue;
        }
        let rest = &text[at + '、'.len_utf8()..];
        if let Some((form, length)) = known(rest) {
            let end = at + '、'.len_utf8() + length;
            hits.push((
                start,
                end,
                Section {
                    form,
                    ordinal: Some(number),
                    heading: folded.origin(start..end),
                },
            ));
        }
    }
    let is_index = |at: usize| {
        let near = |one: usize, other: usize| hits[other].0.saturating_sub(hits[one].1) < 15;
        at > 0 && near(at - 1, at) || at + 1 < hits.len() && near(at, at + 1)
    };
    found.extend(
        (0..hits.len())
            .filter(|&at| !is_index(at))
            .map(|at| hits[at].2),
    );
}

/// The section whose full heading, in one of its wordings, `text` begins with, and its length.
fn known(text: &str) -> Option<(usize, usize)> {
    const WORDINGS: [(usize, &str); 14] = [
        (0, "总体情况"),
        (0, "总体概述"),
        (0, "概述"),
        (0, "基本情况"),
        (1, "主动公开政府信息情况"),
        (1, "主动公开政府信息的情况"),
        (1, "政府信息主动公开情况"),
        (2, "收到和处理政府信息公开申请情况"),
        (2, "政府信息依申请公开情况"),
        (3, "政府信息公开行政复议"),
        (3, "因政府信息公开"),
        (4, "存在的主要问题"),
        (4, "政府信息公开工作存在的主要问题"),
        (5, "其他需要报告的事项"),
    ];
    WORDINGS
        .iter()
        .find(|(_, wording)| text.starts_with(wording))
        .map(|(form, wording)| (*form, wording.len()))
}

/// The section that a heading without its ordinal names.
fn classify(heading: &str) -> Option<usize> {
    let letters: String = heading.chars().filter(|&c| is_letter(c)).collect();
    let count = letters.chars().count();
    if count < 2 || count > LONGEST {
        return None;
    }
    let fits = |form: &SectionForm| {
        form.words
            .iter()
            .all(|group| group.iter().any(|word| letters.contains(word)))
    };
    let order = [4, 5, 3, 2, 1, 0];
    order.into_iter().find(|&at| fits(&SECTIONS[at]))
}

/// The ordinal of a top-level heading and what follows it.
fn ordinal(text: &str) -> (Option<u8>, &str) {
    let text =
        text.trim_start_matches(|c: char| c == '#' || c == '*' || c == '|' || c == 'l' || c == '-');
    let text = text.strip_prefix('第').unwrap_or(text);
    let mut chars = text.char_indices();
    let Some((_, first)) = chars.next() else {
        return (None, text);
    };
    let Some(number) = numeral_value(first) else {
        return (None, text);
    };
    let rest = &text[first.len_utf8()..];
    for mark in ["、", ".", ",", "，", "．", "部分:", "部分", ":", "章"] {
        if let Some(rest) = rest.strip_prefix(mark) {
            return (Some(number), rest);
        }
    }
    (None, text)
}

fn numeral_value(character: char) -> Option<u8> {
    "一二三四五六七八九十"
        .chars()
        .position(|numeral| numeral == character)
        .map(|at| at as u8 + 1)
}

/// Drops an index of the headings that stands before the text: headings that directly follow each other and come again.
fn without_index(document: &Document, found: Vec<Section>) -> Vec<Section> {
    let follows = |one: &Section, other: &Section| {
        document
            .quote(Span::new(one.heading.end, other.heading.start))
            .chars()
            .filter(|&c| is_letter(c))
            .count()
            < 5
    };
    let mut run = 1;
    while run < found.len() && follows(&found[run - 1], &found[run]) {
        run += 1;
    }
    let again = found[..run.min(found.len())]
        .iter()
        .all(|one| found[run..].iter().any(|other| other.form == one.form));
    if run >= 3 && again {
        found[run..].to_vec()
    } else {
        found
    }
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
        sections(&document, &[])
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
    }
}
