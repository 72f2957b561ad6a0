//! The report by the name under which its lead presents it, where the title is lost.

use super::{REPORT, Title, YEAR, head, title};
use crate::{
    document::Document,
    text::{
        Folded, Span,
        pattern::{self, Piece, is_digit},
    },
};

/// What a clause says that presents the report, and the report's name.
const PRESENTED: &[Piece] = &[
    Piece::One(&[
        "公布", "发布", "编制", "编写", "公开", "撰写", "形成", "现将", "现就", "特将",
    ]),
    Piece::Maybe(&["的", "了"]),
    Piece::Maybe(&["《", "“"]),
    Piece::Part(0, &[Piece::Few(is_of_name, 0, 30)]),
    Piece::Optional(&[
        Piece::One(&["("]),
        Piece::Maybe(&["以"]),
        Piece::Maybe(&["下"]),
        Piece::One(&["简称"]),
        Piece::Many(|c| !matches!(c, '(' | ')'), 1, 20),
        Piece::One(&[")"]),
    ]),
    YEAR,
    Piece::Maybe(&["年"]),
    Piece::Maybe(&["度"]),
    Piece::Part(2, &[Piece::Few(is_of_name, 0, 30)]),
    REPORT,
];
/// What does not name the body.
const NO_NAMES: [&str; 8] = ["我", "本", "关于", "向社会", "如下", "全文", "编制", "公布"];
/// What stands behind the name of a report that another paper is about.
const OTHERS: [&str; 6] = ["通知", "的函", "要求", "有关事项", "格式", "编制"];

/// The report's name in the lead, which ends where the first section begins.
pub(super) fn presented(document: &Document) -> Option<Title> {
    let text = head(document.text());
    let folded = Folded::new(document.text(), Span::new(0, text.len()));
    let lead = &folded.text()[..lead_end(folded.text())];
    pattern::all(PRESENTED, lead).find_map(|presented| {
        let behind: String = lead[presented.whole.end..].chars().take(12).collect();
        let behind = behind.split([',', '，', '。']).next().unwrap_or_default();
        if OTHERS.iter().any(|word| behind.contains(word)) {
            return None;
        }
        let mut found = title(&folded, &presented);
        found.organization = found.organization.filter(|&name| is_body(document, name));
        let year = folded.origin(presented.part(1)?);
        let whole = folded.origin(presented.whole);
        let from = found
            .organization
            .map_or(year.start, |name| name.start.min(year.start));
        found.span = Span::new(from, whole.end);
        Some(found)
    })
}

fn is_of_name(character: char) -> bool {
    !is_digit(character) && !"《》“”,，。:：;；、()〔〕[]".contains(character)
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
