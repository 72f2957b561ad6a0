//! What is said of many reports.

use super::{members::Why, sums::Rest};
use crate::{
    facts::Fact,
    recognise::Recognised,
    rule::{Bilingual, counted},
    text::{Number, number::plain},
};
use std::sync::Arc;

/// So many names are given of those that share a fate.
const NAMED: usize = 5;

/// `“甲局”、“乙镇”`, the rest as a number.
fn named(names: &[&str], most: usize) -> (String, String) {
    let zh: Vec<String> = names
        .iter()
        .take(most)
        .map(|name| format!("“{name}”"))
        .collect();
    let (zh, en) = (zh.concat(), zh.join(", "));
    match names.len() > most {
        true => (
            format!("{zh}等 {} 份", names.len()),
            format!("{en} and {} more", names.len() - most),
        ),
        false => (zh, en),
    }
}

pub(super) fn left_out(why: Why, names: &[&str], whole: &Recognised) -> Bilingual {
    let (zh, en) = named(names, NAMED);
    let edition = whole.form.map_or("?", |form| form.edition);
    let (say_zh, say_en) = match why {
        Why::Year => of_another_year(whole.year),
        Why::Edition => (
            format!("用的不是 {edition} 年版格式，不能相加，各项合计无法判定。"),
            format!("not in the form of {edition}: nothing could be decided."),
        ),
        Why::Tables => (
            "没有读到表格中的数字，各项合计无法判定。".into(),
            "without tables that could be read: nothing could be decided.".into(),
        ),
        Why::Twice => (
            "有两份数字不同的报告，不知应计哪一份，各项合计无法判定。".into(),
            "two reports that differ, and which counts is not known: nothing could be decided."
                .into(),
        ),
        Why::Own => (
            "与汇总报告单位名称相同、数字不同，不知是否应当计入，各项合计无法判定。".into(),
            "the name of the whole itself with other figures: nothing could be decided.".into(),
        ),
        Why::Unclear => (
            "与名单上的名称对不准，不知是哪一家，各项合计无法判定。".into(),
            "not surely one of the list: nothing could be decided.".into(),
        ),
        Why::Other => (
            "不是政府信息公开工作年度报告，没有计入。".into(),
            "no such report; not added.".into(),
        ),
        Why::Unlisted => (
            "不在名单上，没有计入。".into(),
            "not on the list; not added.".into(),
        ),
        Why::Copy => (
            "与另一份报告相同，没有重复计入。".into(),
            "the same as another report; not added twice.".into(),
        ),
    };
    Bilingual::new(zh + &say_zh, format!("{en}: {say_en}"))
}

fn of_another_year(year: Option<u16>) -> (String, String) {
    match year {
        Some(year) => (
            format!("不是 {year} 年度的报告（或没有读到年度），不能相加，各项合计无法判定。"),
            format!("not of {year}, or of no year that could be read: nothing could be decided."),
        ),
        None => (
            "不能相加：没有读到汇总报告的年度，各项合计无法判定。".into(),
            "the year of the whole could not be read: nothing could be decided.".into(),
        ),
    }
}

pub(super) fn unread(name: &str, why: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("“{name}”没有读全，各项合计无法判定：{}", why.zh),
        format!(
            "“{name}” was not read in full, so nothing could be decided: {}",
            why.en
        ),
    )
}

pub(super) fn nobody() -> Bilingual {
    Bilingual::new(
        "没有可以相加的各单位报告。",
        "There is no report of a body that could be added up.",
    )
}

/// Cells that could not be read, in a body's report or in the whole's own.
pub(super) fn unread_cells(name: Option<&str>, cells: &[Arc<str>]) -> Bilingual {
    let (zh, en) = match name {
        Some(name) => (format!("“{name}”"), format!("“{name}”")),
        None => ("汇总报告".to_owned(), "The report of the whole".to_owned()),
    };
    let (count, first) = (
        cells.len(),
        cells.first().map_or("", |label| label.as_ref()),
    );
    let such = if count > 1 { "等" } else { "" };
    Bilingual::new(
        format!("{zh}有 {count} 格没有读到确定的数字（“{first}”{such}），这些格的合计无法判定。"),
        format!(
            "{en}: {} could not be read for certain (“{first}”); their sums are undecided.",
            counted(count, "cell")
        ),
    )
}

pub(super) fn differs(fact: &Fact, numbers: [Number; 3], reports: usize) -> Bilingual {
    let label = &fact.label;
    let [found, sum, difference] = numbers;
    let [found, sum, difference] = [found, sum, difference.abs()].map(plain);
    Bilingual::new(
        format!("“{label}”汇总为 {found}，{reports} 份报告之和为 {sum}，相差 {difference}。"),
        format!(
            "“{label}” is {found} in the report of the whole; {} add up to {sum}: {difference} apart.",
            counted(reports, "report")
        ),
    )
}

/// Why a difference may be none, as the whole is larger or smaller.
pub(super) fn why(larger: bool) -> Bilingual {
    match larger {
        true => Bilingual::new(
            "汇总如另含本级机关或其他单位的数字，请把其报告一并列入再核对。",
            "Where the whole counts figures of its own beside its bodies', add that report, too.",
        ),
        false => Bilingual::new(
            "各单位报告中如有不属于这次汇总的，请去掉再核对。",
            "Where a report does not belong to the whole, take it away.",
        ),
    }
}

/// One body's report has another figure than its own sums and the whole give.
pub(super) fn misprinted(name: &str, printed: Number, due: Number) -> Bilingual {
    let [printed, due] = [printed, due].map(plain);
    Bilingual::new(
        format!(
            "“{name}”的报告这一格印为 {printed}，如为 {due}，它自身的勾稽和这里的合计就都成立，请先查它。"
        ),
        format!(
            "The report of “{name}” has {printed} here; with {due} its own sums would hold, and this one: look there first."
        ),
    )
}

pub(super) fn left_out_by_whole(name: &str) -> Bilingual {
    Bilingual::new(
        format!("各格所差正好都是“{name}”报告的数字，汇总可能漏计了这一家。"),
        format!(
            "All differences are just the figures of “{name}”: the whole may have left it out."
        ),
    )
}

pub(super) fn counted_twice(name: &str) -> Bilingual {
    Bilingual::new(
        format!("各格所多正好都是“{name}”报告的数字，汇总可能把这一家计了两次。"),
        format!(
            "All differences are just the figures of “{name}”: the whole may have counted it twice."
        ),
    )
}

pub(super) fn all_more(others: usize) -> Bilingual {
    Bilingual::new(
        format!(
            "另有 {others} 格也都是汇总较大：可能有单位的报告没有列入，或者汇总另含本级机关自身的数字。"
        ),
        format!(
            "In {} more the whole is larger, too: a report may be missing here, or the whole counts figures of its own.",
            counted(others, "cell")
        ),
    )
}

pub(super) fn all_less(others: usize) -> Bilingual {
    Bilingual::new(
        format!("另有 {others} 格也都是汇总较小：汇总可能漏计了单位，或者列入了不属于它的报告。"),
        format!(
            "In {} more the whole is smaller, too: it may have left out a body, or a report here does not belong to it.",
            counted(others, "cell")
        ),
    )
}

pub(super) fn both_ways(others: usize) -> Bilingual {
    Bilingual::new(
        format!("另有 {others} 格也不符，有大有小：请先确认汇总报告和各单位报告是否选对。"),
        format!(
            "{} more differ, both ways: see first that these are the right reports.",
            counted(others, "cell")
        ),
    )
}

/// The bodies of the list that have no report; where it is one, what its report would say.
pub(super) fn missing(names: &[&str], rest: Option<&Rest>) -> Bilingual {
    let (zh, en) = (names.join("、"), names.join(", "));
    let mut said = match names {
        [one] => Bilingual::new(
            format!("名单上的“{one}”没有报告，汇总数与各单位之和无法判定。"),
            format!("“{one}” of the list has no report, so the sums are undecided."),
        ),
        _ => Bilingual::new(
            format!(
                "名单上有 {} 家没有报告：{zh}。汇总数与各单位之和无法判定。",
                names.len()
            ),
            format!(
                "{} bodies of the list have no report: {en}. The sums are undecided.",
                names.len()
            ),
        ),
    };
    let Some(rest) = rest else {
        return said;
    };
    if rest.nothing {
        said.zh += "其余各份之和已经与汇总相等，汇总可能没有计入它。";
        said.en += " The others add up to the whole already, which may have left it out.";
    }
    if !rest.figures.is_empty() {
        let figures = rest
            .figures
            .iter()
            .map(|(label, value)| format!("{label} {}", plain(*value)));
        let figures: Vec<String> = figures.collect();
        said.zh += &format!("按汇总减去其余各份，它的报告应为：{}。", figures.join("，"));
        said.en += &format!(
            " The whole without the others leaves for it: {}.",
            figures.join(", ")
        );
    }
    if let Some((count, label)) = &rest.exceeding {
        said.zh += &format!("但其余各份之和已有 {count} 格超过汇总（如“{label}”）。");
        said.en += &format!(
            " But the others exceed the whole already in {} (“{label}”).",
            counted(*count, "cell")
        );
    }
    said
}
