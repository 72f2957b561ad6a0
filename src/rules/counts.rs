//! How many parts a report says it has.

use super::catalogue::F105;
use crate::{
    document::Document,
    recognise::{Recognised, outline::marker::numeral},
    rule::{Bilingual, Cause, Check, Evidence, Finding},
    text::{
        Folded, Span,
        words::{has, places},
    },
};
use std::ops::Range;

/// What follows the number.
const TAILS: [&str; 8] = [
    "个部分",
    "部分组成",
    "部分构成",
    "部分内容",
    "部分。",
    "部分,",
    "大部分",
    "个方面",
];
/// What the list of parts follows.
const OPENERS: [&str; 7] = ["由", "包括", "包含", "分为", "涵盖", "内容为", "内容:"];
/// Compound names of one part, and what stands for them while the list is cut.
const COMPOUNDS: [(&[&str], &[&str]); 5] = [
    (
        &["行政复议", "复议"],
        &["行政诉讼", "提起行政诉讼", "诉讼", "提起诉讼"],
    ),
    (
        &["问题", "不足", "困难"],
        &[
            "改进",
            "下一步",
            "今后",
            "整改",
            "打算",
            "解决",
            "对策",
            "工作",
        ],
    ),
    (&["收到"], &["处理"]),
    (&["收费"], &["减免"]),
    (&["诉讼"], &["申诉", "举报"]),
];
/// What parts them.
const JOINTS: [&str; 6] = ["、", "和", "及", "与", "以及", "及其"];
/// How the name of a part ends.
const ENDINGS: [&str; 14] = [
    "情况", "事项", "措施", "打算", "安排", "概述", "概况", "附件", "附表", "问题", "计划", "说明",
    "改进", "方向",
];

/// What is often listed last and not counted.
const ATTACHED: [&str; 3] = ["附件", "附表", "附图"];

/// A number of parts as printed.
struct Stated {
    number: usize,
    /// Where the number stands in the folded text.
    at: Range<usize>,
    /// The least and the most parts that the list can be read as, where there is one.
    listed: Option<(usize, usize)>,
    /// Whether the list is said to be open.
    open: bool,
}

/// The number of parts in the lead, against the parts it lists and the outline.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let start = recognised.sections.iter().find(|section| section.plain);
    let start = start.map_or(document.text().len(), |section| section.heading.start);
    let all = recognised.prose.iter().zip(&recognised.folded);
    for (_, folded) in all.filter(|(span, _)| span.start < start) {
        if !folded.text().contains('部') && !folded.text().contains("方面") {
            continue;
        }
        if let Some(stated) = stated(folded.text()) {
            checks.push(check(document, recognised, folded, &stated));
            return;
        }
    }
}

/// The first sentence that speaks of the report's parts.
fn stated(text: &str) -> Option<Stated> {
    let (from, at) = TAILS
        .iter()
        .filter_map(|tail| text.find(tail))
        .filter_map(|tail| before(text, tail).map(|at| (sentence(text, at.start), at)))
        .min_by_key(|(_, at)| at.start)?;
    let said = &text[from..at.end];
    if !["报告", "年报", "本文"]
        .iter()
        .any(|word| said.contains(word))
    {
        return None;
    }
    let number = count(&text[at.clone()])?;
    let list = list(&text[from..at.start]);
    let statutory = |list: &&str| {
        ["主动公开", "总体", "概述", "基本"]
            .iter()
            .any(|word| list.contains(word))
    };
    let open = list.is_some_and(|list| list.ends_with('等'));
    let listed = list.filter(statutory).map(parts);
    if listed.is_none() && text[at.end..].starts_with("个方面") {
        return None;
    }
    Some(Stated {
        number,
        at,
        listed,
        open,
    })
}

fn sentence(text: &str, at: usize) -> usize {
    text[..at]
        .rfind('。')
        .map_or(0, |end| end + '。'.len_utf8())
}

/// The number that ends at `end`.
fn before(text: &str, end: usize) -> Option<Range<usize>> {
    let is_number = |c: &char| c.is_ascii_digit() || numeral(c.encode_utf8(&mut [0; 4])).is_some();
    let characters = text[..end].chars().rev().take_while(is_number);
    let length: usize = characters.map(char::len_utf8).sum();
    let range = end - length..end;
    count(&text[range.clone()]).map(|_| range)
}

fn count(text: &str) -> Option<usize> {
    let number = match text.parse::<usize>() {
        Ok(number) => number,
        Err(_) => {
            let (number, length) = numeral(text)?;
            (length == text.len()).then_some(usize::from(number))?
        }
    };
    (3..=19).contains(&number).then_some(number)
}

/// The list of parts in a sentence that is cut before its number.
fn list(said: &str) -> Option<&str> {
    let openers = OPENERS
        .iter()
        .filter_map(|word| said.find(word).map(|at| at + word.len()));
    let list = &said[openers.min()?..];
    let list = list.trim_end_matches(['共', '计', '分', ',', '，', '、', '为', '总']);
    (list.contains(['、', ',', '，']) && !list.contains([':', '《'])).then_some(list)
}

/// The least and the most parts that a list can honestly be cut into.
fn parts(list: &str) -> (usize, usize) {
    let list = collapsed(list.trim_end_matches('等'));
    let pieces: Vec<&str> = list
        .split(['、', ',', '，', ';', '；'])
        .filter(|piece| !piece.is_empty())
        .collect();
    let ends = |piece: &&&str| ENDINGS.iter().any(|ending| piece.ends_with(ending));
    let attached = |piece: &&str| ATTACHED.iter().any(|word| piece.ends_with(word));
    let closed = pieces[..pieces.len().saturating_sub(1)]
        .iter()
        .filter(ends)
        .count()
        + usize::from(!pieces.last().is_some_and(attached));
    let joints: usize = pieces.iter().map(|piece| joints(piece)).sum();
    (closed, pieces.len() + joints)
}

/// How often two names of parts are joined by a word in a piece.
fn joints(piece: &str) -> usize {
    let joined = |ending: &&&str| {
        let mut places = places(piece, ending);
        places.any(|at| {
            let rest = &piece[at + ending.len()..];
            let joints = ["和", "及", "以及", "与"];
            joints.iter().any(|joint| rest.starts_with(joint))
        })
    };
    ENDINGS.iter().filter(joined).count()
}

/// The list with the joints inside compound names taken out.
fn collapsed(said: &str) -> String {
    let mut list = said.to_owned();
    for (ones, others) in COMPOUNDS {
        for one in ones.iter().filter(|one| has(said, one)) {
            for joint in JOINTS {
                let lead = format!("{one}{joint}");
                if !has(&list, &lead) {
                    continue;
                }
                for other in others {
                    let compound = format!("{lead}{other}");
                    if list.contains(&compound) {
                        list = list.replace(&compound, &format!("{one}{other}"));
                    }
                }
            }
        }
    }
    list
}

fn check(document: &Document, recognised: &Recognised, folded: &Folded, stated: &Stated) -> Check {
    let number = stated.number;
    let evidence = vec![Evidence::words(folded.origin(stated.at.clone()), "部分数")];
    if let Some((least, most)) = stated.listed
        && (number > most && !stated.open || number < least)
    {
        return differs(
            number,
            if number > most { most } else { least },
            false,
            evidence,
        );
    }
    let outline = outlined(document, recognised);
    // …等七部分: the six that are listed are the six headings, and no annex may be the seventh.
    if let (Some((least, most)), Some(found)) = (stated.listed, outline)
        && stated.open
        && (least, most) == (found, found)
        && found + 1 == number
        && !["附件", "附表"]
            .iter()
            .any(|annex| document.text().contains(annex))
    {
        return differs(number, found, true, evidence);
    }
    match outline {
        Some(found) if found > number => differs(number, found, true, evidence),
        Some(found) if found == number => Check::holds(&F105, evidence),
        _ if stated.listed.is_some() && !stated.open => Check::holds(&F105, evidence),
        _ => Check::undecided(&F105, evidence),
    }
}

/// The number of top-level headings, where they are numbered without gap or double and name most sections of the form.
fn outlined(document: &Document, recognised: &Recognised) -> Option<usize> {
    const MOST: usize = 4;
    let headings = recognised.headings(document);
    let in_order = headings
        .iter()
        .zip(1..)
        .all(|(heading, place)| heading.number == place);
    let named = headings
        .iter()
        .filter(|heading| heading.form.is_some())
        .count();
    let attached = |span: Span| {
        ["附件", "附表", "统计表"]
            .iter()
            .any(|word| document.quote(span).contains(word))
    };
    let extra = headings.iter().any(|heading| attached(heading.span));
    (in_order && named >= MOST && !extra).then_some(headings.len())
}

fn differs(stated: usize, found: usize, outline: bool, evidence: Vec<Evidence>) -> Check {
    let message = if outline {
        Bilingual::new(
            format!("正文称由 {stated} 个部分组成，实际有 {found} 个一级标题。"),
            format!("The text says that it has {stated} parts; it has {found} top-level headings."),
        )
    } else {
        Bilingual::new(
            format!("正文称由 {stated} 个部分组成，所列为 {found} 个。"),
            format!("The text says that it has {stated} parts; it lists {found}."),
        )
    };
    let mut finding = Finding::of(&F105, Cause::Report, message);
    finding.expected = Some(found.to_string());
    finding.found = Some(stated.to_string());
    Check::violated(&F105, evidence, finding)
}
