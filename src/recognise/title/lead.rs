//! The report by the name under which its lead presents it, where the title is lost.

use super::{
    Title, head,
    line::{REPORT, YEAR, title},
};
use crate::{
    document::Document,
    text::{Folded, Span, pattern::Regex},
};
use std::sync::LazyLock;

/// What a clause says that presents the report, and the report's name.
static PRESENTED: LazyLock<Regex> = LazyLock::new(|| {
    const NAME: &str = "[^《》“”,，。:：;；、()〔〕\\[\\]0-9]{0,30}?";
    Regex::new(&format!(
        "(?:公布|发布|编制|编写|公开|撰写|形成|现将|现就|特将)(?:的|了)?[《“]?({NAME})(?:\\(以?下?简称[^()]{{1,20}}\\))?({YEAR})年?度?({NAME}){REPORT}"
    ))
    .expect("a valid pattern")
});
/// The body that made the report, before what it made: `由青石县统计局编制的2023年度政府信息公开年度报告`.
static MADE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        "(?:由|[,，])([^《》“”,，。:：;；()〔〕\\[\\]0-9由]{{2,40}}?)(?:\\([^()]{{1,24}}\\))?(?:负责|组织)?(?:编制|编写|撰写|制作)(?:完成)?的?({YEAR})年?度?(){REPORT}"
    ))
    .expect("a valid pattern")
});
/// What does not name the body.
const NO_NAMES: [&str; 3] = ["关于", "编制", "公布"];
/// What stands behind the name of a report that another paper is about.
const OTHERS: [&str; 6] = ["通知", "的函", "要求", "有关事项", "格式", "编制"];

/// The report's name in the lead, which ends where the first section begins.
pub(super) fn presented(document: &Document) -> Option<Title> {
    let text = head(document.text());
    let folded = Folded::new(document.text(), Span::new(0, text.len()));
    let lead = &folded.text()[..lead_end(folded.text())];
    let said = MADE
        .captures_iter(lead)
        .chain(PRESENTED.captures_iter(lead));
    said.into_iter().find_map(|groups| {
        let whole = groups.get(0)?;
        let behind: String = lead[whole.end()..].chars().take(12).collect();
        let behind = behind.split([',', '，', '。']).next().unwrap_or_default();
        if OTHERS.iter().any(|word| behind.contains(word)) {
            return None;
        }
        let mut found = title(&folded, &groups);
        found.organization = found.organization.filter(|&name| is_body(document, name));
        let year = folded.origin(groups.get(2)?.range());
        let whole = folded.origin(whole.range());
        let title = found.organization.map_or(year.start, |name| {
            let between = document.quote(Span::new(name.end.min(year.start), year.start));
            let made = between.contains('的');
            if made {
                year.start
            } else {
                name.start.min(year.start)
            }
        });
        found.span = Span::new(title, whole.end);
        Some(found)
    })
}

/// Whether a name can be a body's.
fn is_body(document: &Document, name: Span) -> bool {
    let name = document.quote(name);
    !NO_NAMES.iter().any(|word| name.contains(word))
}

/// Where the first section begins.
fn lead_end(text: &str) -> usize {
    ["一、", "第一部分"]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len())
}
