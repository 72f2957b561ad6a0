//! The report's title: whose, and of which year.

mod lead;
mod name;
pub(super) mod other_years;
pub(super) mod second;
mod year;

use super::{folds::Folds, outline::marker::marker};
use crate::{
    document::Document,
    text::{
        Folded, Span,
        character::is_han,
        edges::is_surrounding,
        folded::fold_str,
        pattern::{Captures, Regex},
        words::any,
    },
};
use std::{cell::LazyCell, ops::Deref, sync::LazyLock};
use year::parse_year;
pub use year::period;

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

/// How the name of a body ends that may stand in a line of its own above the title.
const BODIES: [&str; 22] = [
    "局",
    "厅",
    "海关",
    "委员会",
    "管委会",
    "人民政府",
    "镇政府",
    "乡政府",
    "办公室",
    "办事处",
    "管理处",
    "支队",
    "总队",
    "大队",
    "总工会",
    "公司",
    "医院",
    "学院",
    "大学",
    "中学",
    "小学",
    "学校",
];

/// How many lines from the top a title may begin.
const HEAD: usize = 80;
/// The longest title, in letters.
const LONGEST: usize = 64;

const REPORT: &str = "(?:政府)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度|年)?(?:工作)?(?:情况)?(?:年度)?(?:报告|年报)";
const YEAR: &str = "(?:19|2 ?0)(?: ?[0-9]){2}|[二2][〇0零○O][〇0零○O一二三四五六七八九1-9]{2}";

static TITLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "^(?:关于)?(.{{0,30}}?)[(〔]?({YEAR})[)〕]?年?度?([^0-9]{{0,30}}?){REPORT}"
    ))
    .expect("a valid pattern")
});
/// The year inside the report's name or behind it: `公开工作2017年年度报告`, `公开年度报告（2017年）`.
static DATED_LATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "^(?:关于)?(.{{2,30}}?)(?:政府)?(?:信息|政务)公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)?[(〔]?({YEAR})[)〕]?年?度?[)〕]?((?:年?度?(?:工作)?(?:情况)?(?:报告|年报))?)"
    ))
    .expect("a valid pattern")
});
static UNDATED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&format!("^(.{{2,30}}?){REPORT}")).expect("a valid pattern"));
/// What may stand behind the name of a report that is not the report: a letter, a notice, an explanation.
const NO_REPORT: [&str; 4] = ["函", "知", "解读", "说明"];

/// Finds the title: one of the lines that are a `dated` one, or few lines together that read like one; of several, as in a list of reports around the
/// text, the one of the stated period, else the last before the text. In a text without line breaks it may stand at the beginning of
/// a long line; where it is lost, the lead may present the report by its name.
#[must_use]
pub fn find(document: &Document, folds: &Folds, dated: &[Title]) -> Option<Title> {
    let top = document.blocks().get(HEAD);
    let top = top.map_or(usize::MAX, |below| below.start);
    let dated = &dated[..dated.partition_point(|title| title.span.start < top)];
    let stated = LazyCell::new(|| period(&fold_str(head(document.text()))));
    let dated = if are_links(dated, &stated) {
        &[]
    } else {
        dated
    };
    let joined = dated.is_empty().then(|| lines(document, folds, &TITLE, 2));
    let dated = joined.as_deref().unwrap_or(dated);
    let first = |pattern| lines(document, folds, pattern, 1).into_iter().next();
    dated
        .get(wanted(document, folds, dated, &stated))
        .map(|title| with_fuller_name(document, dated, title))
        .or_else(|| within(document))
        .or_else(|| first(&DATED_LATE))
        .map(|title| with_name_above(document, folds, title))
        .or_else(|| lead::presented(document))
        .or_else(|| first(&UNDATED))
}

/// Whether titles are a list of other years' reports around the text: none is of the stated period, or where that is not
/// stated, they name no body.
fn are_links(titles: &[Title], stated: &impl Deref<Target = Option<u16>>) -> bool {
    let bare = || titles.iter().all(|title| title.organization.is_none());
    titles.len() > 2
        && match **stated {
            Some(period) => titles.iter().all(|title| title.year != Some(period)),
            None => bare(),
        }
}

/// Which of several titles is the report's.
fn wanted(
    document: &Document,
    folds: &Folds,
    titles: &[Title],
    stated: &impl Deref<Target = Option<u16>>,
) -> usize {
    if titles.len() < 2 {
        return 0;
    }
    let period = **stated;
    let of_period = |title: &Title| period.is_some() && title.year == period;
    let before_text = || {
        let begin = first_heading(document, folds)?;
        titles.iter().rposition(|title| title.span.end <= begin)
    };
    let of_period = titles.iter().position(of_period);
    of_period.or_else(before_text).unwrap_or(0)
}

/// A title with the name that another title of its year has in full: `青石县统计局` for `统计局`.
fn with_fuller_name(document: &Document, dated: &[Title], title: &Title) -> Title {
    let own = title.organization.map_or("", |name| document.quote(name));
    let fuller = dated.iter().find(|other| {
        let name = other.organization.map_or("", |name| document.quote(name));
        other.year == title.year && name.ends_with(own) && name.len() > own.len()
    });
    Title {
        organization: fuller.map_or(title.organization, |other| other.organization),
        ..title.clone()
    }
}

/// Where the first numbered heading stands.
fn first_heading(document: &Document, folds: &Folds) -> Option<usize> {
    let blocks = document.blocks();
    let heads = |at: &usize| {
        marker(folds.block(*at).text())
            .is_some_and(|marker| marker.style.is_top() && marker.number == 1)
    };
    (0..blocks.len()).find(heads).map(|at| blocks[at].start)
}

/// A title that names no body, with the line above it where that is a body's name.
fn with_name_above(document: &Document, folds: &Folds, title: Title) -> Title {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;
    let blocks = document.blocks();
    let at = document.block_at(title.span.start);
    let filled = |at: &usize| !document.quote(blocks[*at]).trim().is_empty();
    let Some(above) = (0..at).rev().find(filled) else {
        return title;
    };
    let name = folds.block(above).text();
    let is_name = LENGTHS.contains(&name.chars().count())
        && name.chars().all(is_han)
        && BODIES.iter().any(|ending| name.ends_with(ending));
    if title.organization.is_some() || !is_name {
        return title;
    }
    Title {
        span: blocks[above].join(title.span),
        organization: Some(blocks[above]),
        ..title
    }
}

/// All lines of a document that are a dated title.
#[must_use]
pub fn dated(document: &Document, folds: &Folds) -> Vec<Title> {
    let spans = document.blocks().iter();
    let titles = spans.filter_map(|&span| read(document, folds, &TITLE, span));
    titles.collect()
}

/// The titles at the top that stand in lines of their own, in so many together at the least.
fn lines(document: &Document, folds: &Folds, pattern: &Regex, least: usize) -> Vec<Title> {
    let blocks = document.blocks();
    let head = blocks.len().min(HEAD);
    for lines in least..=3 {
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
    let quote = document.quote(span);
    if span.end - span.start > 8 * LONGEST || !may_be_title(quote) || is_surrounding(quote) {
        return None;
    }
    let folded = folds.stretch(document, span);
    let text = folded.text();
    // 现将我县2023年度…情况报告如下:
    let lead = text.starts_with("现将") || text.starts_with("现就");
    let sentence = lead || text.contains(['。', '，', ',', ';', '；', '《', '>']);
    if sentence || text.chars().nth(LONGEST).is_some() {
        return None;
    }
    let groups = pattern.captures(text)?;
    let rest = &text[groups.get(0)?.end()..];
    let other = rest.chars().nth(8).is_some() || any(rest, &NO_REPORT);
    (!other).then(|| title(&folded, &groups))
}

/// Whether a text has the characters that every title has, in either script; a glance before a pattern is tried.
fn may_be_title(text: &str) -> bool {
    let rest = text.find('公').map_or("", |at| &text[at..]);
    let open = rest.find(['开', '開']);
    open.is_some_and(|at| rest[at..].contains(['报', '報']))
}

fn title(folded: &Folded, groups: &Captures<'_>) -> Title {
    let named = |at: usize| {
        let group = groups.get(at)?;
        let own = name::name(group.as_str())?;
        let (start, end) = (group.start() + own.start, group.start() + own.end);
        let end = end + government(&group.as_str()[own], &folded.text()[end..]);
        Some(folded.origin(start..end))
    };
    Title {
        span: folded.origin(groups.get(0).map_or(0..0, |whole| whole.range())),
        organization: named(1).or_else(|| named(3)),
        year: groups.get(2).and_then(|year| parse_year(year.as_str())),
    }
}

/// The length of 政府 behind a name that ends with 人民: there it belongs to the name, not to 政府信息公开.
fn government(name: &str, rest: &str) -> usize {
    const GOVERNMENT: &str = "政府";
    if name.ends_with("人民") && rest.starts_with(GOVERNMENT) {
        GOVERNMENT.len()
    } else {
        0
    }
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
        let folds = Folds::new(&document);
        let dated = dated(&document, &folds);
        find(&document, &folds, &dated).map(|title| {
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
            read("石 桥 镇 2 0 2 1 年 政 府 信 息 公 开 工 作 年 度 报 告"),
            (Some("石 桥 镇".into()), Some(2021))
        );
        for body in ["开宁经济开发区管委会", "开宁市公安局"] {
            let dated = format!("{body}2021年政府信息公开工作年度报告");
            assert_eq!(read(&dated), (Some(body.into()), Some(2021)));
        }
        let card = "发文日期：2024-03-12 名称：青石县2023年政府信息公开工作年度报告";
        assert_eq!(title(&[card]).unwrap().1, Some(2023));
        assert_eq!(
            title(&["青石区人民政府2013年", "政府信息公开工作年度报告"])
                .unwrap()
                .1,
            Some(2013)
        );
    }

    #[test]
    fn a_year_inside_or_behind_the_name_is_read() {
        for text in [
            "青石县统计局政府信息公开工作2023年年度报告",
            "青石县统计局政府信息公开工作年度报告（2023年）",
            "关于青石县统计局2023年政府信息公开工作情况的报告",
            "青石县统计局关于2023年政府信息公开工作情况的报告",
        ] {
            let named = Some("青石县统计局".into());
            assert_eq!(title(&[text]), Some((named, Some(2023))), "{text}");
        }
        let named = Some("青石县人民政府".into());
        assert_eq!(
            title(&["青石县人民政府信息公开2023年年报"]),
            Some((named, Some(2023)))
        );
    }

    #[test]
    fn a_name_in_the_line_above_belongs_to_the_title() {
        let read = |above| title(&[above, "2023年政府信息公开工作年度报告"]).unwrap().0;
        for name in ["青石县统计局", "青石县第三中学"] {
            assert_eq!(read(name), Some(name.into()));
        }
        assert_eq!(read("信息公开目录"), None);
    }

    #[test]
    fn a_name_is_no_remains_of_other_words() {
        let named = |lines: &[&str]| title(lines).unwrap().0;
        let office = Some("青石县河湾街道办事处".into());
        assert_eq!(
            named(&["青石县河湾街道办事处", "政府信息公开工作2017年度报告"]),
            office
        );
        assert_eq!(named(&["现将我局2017年政府信息公开工作年度报告如下"]), None);
        assert_eq!(
            named(&["度假区税务局2022年政府信息公开工作年度报告"]),
            Some("度假区税务局".into())
        );
        for text in [
            "中文名：青石县河湾街道办事处2017年政府信息公开工作年度报告",
            "[青石县河湾街道办事处]2017年政府信息公开工作年度报告",
            "本报告由青石县河湾街道办事处编制的2017年度政府信息公开年度报告。",
        ] {
            assert_eq!(named(&[text]), office, "{text}");
        }
        let both = [
            "青石县统计局2017年政府信息公开工作年度报告",
            "2017年统计局信息公开工作年度报告",
            "一、概述",
        ];
        assert_eq!(named(&both), Some("青石县统计局".into()));
    }

    #[test]
    fn the_lead_names_a_report_without_title() {
        let named = |name: &str| Some((Some(name.into()), Some(2023)));
        assert_eq!(
            title(&["根据《条例》，现公布青石县2023年政府信息公开工作年度报告。"]),
            named("青石县")
        );
        assert_eq!(
            title(&["本报告由青石县统计局编制。现发布《青石县统计局2023年度政府信息公开年报》。"]),
            named("青石县统计局")
        );
        assert_eq!(
            title(&["现公布我局2023年政府信息公开工作年度报告。"]),
            Some((None, Some(2023)))
        );
        for text in [
            "根据《关于做好2023年政府信息公开工作年度报告编制公布工作的通知》要求。",
            "根据《关于公布2023年政府信息公开工作年度报告的通知》要求。",
            "一、总体情况。按时公布了青石县2023年政府信息公开工作年度报告。",
        ] {
            assert_eq!(title(&[text]), None, "{text}");
        }
    }

    #[test]
    fn where_a_page_stands_on_its_site_is_no_name() {
        let text = "这里是首页政务公开政府信息公开政府信息公开年报 青石县水务局2023年度政府信息公开工作年度报告 来源：青石县水务局";
        let long = format!("{text} {}", "本局推进公开工作。".repeat(80));
        assert_eq!(
            title(&[&long]),
            Some((Some("青石县水务局".into()), Some(2023)))
        );
    }

    #[test]
    fn letters_and_explanations_are_no_titles() {
        for text in [
            "关于报送青石县2023年政府信息公开工作年度报告的函",
            "青石县2023年政府信息公开工作年度报告解读",
        ] {
            assert_eq!(title(&[text]), None, "{text}");
        }
    }
}
