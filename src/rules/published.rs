//! The date of publication against the deadline of the Regulation.

use super::catalogue::F109;
use crate::{
    document::Document,
    recognise::Recognised,
    rule::{Bilingual, Cause, Check, Evidence, Finding},
    text::{
        Folded, Span,
        character::is_han,
        pattern::Regex,
        words::{any, has},
    },
};
use std::sync::LazyLock;

/// A labelled date of publication, as pages print it above or below the text.
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:发布|公布|公开|发文|上传)(?:时间|日期)[:：]*(20[0-9]{2})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})",
    )
    .expect("a valid pattern")
});
/// A date in a line of its own, as a signature has it.
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(20[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日$").expect("a valid pattern")
});

/// The last day for a kind of body.
struct Deadline {
    month: u32,
    zh: &'static str,
    en: &'static str,
}

const JANUARY: Deadline = Deadline {
    month: 1,
    zh: "县级以上人民政府部门应在 1 月 31 日前公布",
    en: "departments publish by 31 January",
};
const MARCH: Deadline = Deadline {
    month: 3,
    zh: "应在 3 月 31 日前公布",
    en: "the report is due by 31 March",
};

/// The earliest date of publication on the page, where it is of the year after the one reported on.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let (Some(title), Some(year)) = (&recognised.title, recognised.year) else {
        return;
    };
    let Some(body) = title.organization.map(|span| document.quote(span)) else {
        return;
    };
    let dates = dates(document, recognised, year + 1);
    let Some((month, day, span)) = dates.into_iter().min_by_key(|date| (date.0, date.1)) else {
        return;
    };
    let evidence = vec![Evidence::words(span, "公布日期")];
    let Some(deadline) = deadline(body, year) else {
        checks.push(Check::undecided(&F109, evidence));
        return;
    };
    if month <= deadline.month {
        checks.push(Check::holds(&F109, evidence));
        return;
    }
    let next = year + 1;
    let message = Bilingual::new(
        format!(
            "页面上的公布日期是 {next} 年 {month} 月 {day} 日；{year} 年度报告{}。如是重新发布，请忽略。",
            deadline.zh
        ),
        format!(
            "The page is dated {next}-{month:02}-{day:02}; for the report of {year} {}. Ignore this if it was published anew.",
            deadline.en
        ),
    );
    let mut finding = Finding::of(&F109, Cause::Report, message);
    finding.found = Some(format!("{next}-{month:02}-{day:02}"));
    finding.expected = Some(format!("{next}-{:02}-31", deadline.month));
    checks.push(Check::violated(&F109, evidence, finding));
}

/// Dates of one year, labelled as of publication; without any, the signature's.
fn dates(document: &Document, recognised: &Recognised, wanted: u16) -> Vec<(u32, u32, Span)> {
    const LONGEST: usize = 400;
    let mut labelled = Vec::new();
    let mut signed = Vec::new();
    for (at, &span) in document.blocks().iter().enumerate() {
        let text = document.quote(span);
        if span.end - span.start > LONGEST || !has(text, "20") {
            continue;
        }
        let folded = recognised.folds.block(at);
        let text = folded.text();
        if any(text, &["时间", "日期"]) {
            labelled.extend(read(&LABELLED, folded, wanted));
        }
        if text.starts_with("20") && text.ends_with('日') {
            signed.extend(read(&SIGNED, folded, wanted));
        }
    }
    if labelled.is_empty() {
        signed
    } else {
        labelled
    }
}

fn read(pattern: &Regex, folded: &Folded, wanted: u16) -> Option<(u32, u32, Span)> {
    let groups = pattern.captures(folded.text())?;
    let part = |at: usize| groups.get(at)?.as_str().parse::<u32>().ok();
    let (year, month, day) = (part(1)?, part(2)?, part(3)?);
    let valid = year == u32::from(wanted) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let from = groups.get(1)?.start();
    let to = groups.get(3)?.end();
    valid.then(|| (month, day, folded.origin(from..to)))
}

/// The deadline of a body, by its name; nothing where the Regulation names none or the name does not tell.
fn deadline(body: &str, year: u16) -> Option<Deadline> {
    let name: String = body.chars().filter(|&c| is_han(c)).collect();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    // Until the Regulation was revised in 2019 every body had until the end of March.
    if year < 2019 {
        return Some(MARCH);
    }
    if name.contains("街道")
        || ends(&[
            "镇",
            "乡",
            "镇政府",
            "乡政府",
            "镇人民政府",
            "乡人民政府",
            "街",
        ])
    {
        return None;
    }
    if name.contains("政府") || name.contains("管理委员会") || name.contains("管委会") {
        return Some(MARCH);
    }
    if ends(&["局", "委", "委员会", "厅"]) {
        return Some(JANUARY);
    }
    ends(&["省", "市", "县", "区", "旗", "州", "盟"]).then_some(MARCH)
}

#[cfg(test)]
mod tests {
    use super::deadline;

    #[test]
    fn the_regulation_names_governments_and_their_departments() {
        let month = |body: &str, year| deadline(body, year).map(|deadline| deadline.month);
        assert_eq!(month("云溪县统计局", 2023), Some(1));
        assert_eq!(month("云溪县", 2023), Some(3));
        assert_eq!(month("云溪县人民政府", 2023), Some(3));
        assert_eq!(month("云溪县人民政府外事办公室", 2023), Some(3));
        assert_eq!(month("云溪县青石镇人民政府", 2023), None);
        assert_eq!(month("云溪区人民路街道", 2023), None);
        assert_eq!(month("云溪县统计局", 2016), Some(3));
    }
}
