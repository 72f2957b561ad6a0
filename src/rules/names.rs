//! The body's name in the title, where the text presents the report, and under it.

use super::catalogue::F108;
use crate::{
    document::Document,
    recognise::Recognised,
    rule::{Bilingual, Cause, Check, Evidence, Finding},
    text::{
        Folded, Span,
        character::is_han,
        pattern::Regex,
        words::{Words, any, has, is_short_for},
    },
};
use std::sync::LazyLock;

/// What a lead does that presents the report.
static PRESENTING: LazyLock<Words> =
    LazyLock::new(|| Words::new(["公布", "编制", "发布", "撰写", "形成"]));
/// Behind such a word, the report under the body's name.
static PRESENTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^了?[《“]?([^《》“”,，。:：;；、()0-9]{3,24}?)20[0-9]{2}年?度?(?:政府|政务)信息公开",
    )
    .expect("a valid pattern")
});
/// How the name of a body ends that can sign.
const BODIES: [&str; 9] = [
    "局",
    "委员会",
    "人民政府",
    "厅",
    "委",
    "街道办事处",
    "医院",
    "大学",
    "学院",
];
/// A name with one of these may be another body that has to do with the report.
const OTHERS: [&str; 12] = [
    "办公室",
    "领导小组",
    "政务公开",
    "信息公开",
    "中心",
    "网站",
    "主办",
    "承办",
    "责任编辑",
    "来源",
    "我",
    "本",
];
/// What the name of a place ends with.
const PLACES: [char; 7] = ['省', '市', '县', '区', '州', '旗', '盟'];

/// Each further place where the body is named, against the title.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let Some(title) = &recognised.title else {
        return;
    };
    let Some(own) = title.organization else {
        return;
    };
    let body = letters(document.quote(own));
    if body.is_empty() {
        return;
    }
    let start = recognised
        .sections
        .first()
        .map_or(usize::MAX, |section| section.heading.start);
    let lead = recognised
        .prose
        .iter()
        .zip(&recognised.folded)
        .filter(|(span, _)| span.start > title.span.start && span.start < start);
    let mut found: Vec<(Span, &str)> = lead
        .filter_map(|(_, folded)| presented(folded))
        .map(|span| (span, "正文中的名称"))
        .collect();
    found.extend(signature(document, recognised).map(|span| (span, "落款")));
    for (span, label) in found {
        let other = letters(document.quote(span));
        if other.is_empty() {
            continue;
        }
        let evidence = vec![
            Evidence::words(span, label),
            Evidence::words(own, "标题中的名称"),
        ];
        checks.push(if are_one(&body, &other) {
            Check::holds(&F108, evidence)
        } else {
            differs(
                document.quote(own).trim(),
                document.quote(span).trim(),
                label,
                evidence,
            )
        });
    }
}

fn presented(folded: &Folded) -> Option<Span> {
    let text = folded.text();
    let (from, name) = PRESENTING.places(text).find_map(|(at, _, word)| {
        let from = at + word.len();
        Some((from, PRESENTED.captures(&text[from..])?.get(1)?))
    })?;
    let plain = name.as_str().chars().all(is_han) && !has(name.as_str(), "关于");
    let range = from + name.start()..from + name.end();
    (plain && !any(name.as_str(), &OTHERS)).then(|| folded.origin(range))
}

/// A line at the end that is the name of a body and stands right before a date.
fn signature(document: &Document, recognised: &Recognised) -> Option<Span> {
    const LAST: usize = 12;
    let from = recognised.sections.last()?.heading.end;
    let blocks = document.blocks();
    let tail = blocks.len().saturating_sub(LAST);
    let at = (tail.max(1)..blocks.len()).rev().find(|&at| {
        let line = recognised.folds.block(at);
        let text = line.text();
        let dated = text.ends_with('日') && text.contains('年') && text.contains('月');
        dated && text.chars().count() <= 16 && blocks[at - 1].start >= from
    })?;
    let name = recognised.folds.block(at - 1).text();
    let length = name.chars().count();
    let signs = BODIES.iter().any(|ending| name.ends_with(ending))
        && !OTHERS.iter().any(|word| name.contains(word))
        && name.chars().all(is_han);
    (signs && (3..=24).contains(&length)).then(|| blocks[at - 1])
}

fn letters(text: &str) -> String {
    let text = crate::text::folded::fold_str(text);
    let joints = ['和', '与', '及'];
    text.chars()
        .filter(|&c| is_han(c) && !joints.contains(&c))
        .collect()
}

/// Whether two names can honestly be the same body's: one may be short for the other, or leave out the place.
fn are_one(one: &str, other: &str) -> bool {
    let (a, b) = (split(one), split(other));
    let same_place = a.0.is_empty() || b.0.is_empty() || shares(a.0, b.0);
    let same_body =
        is_short_for(a.1, b.1) || is_short_for(b.1, a.1) || governs(a.1) && governs(b.1);
    is_short_for(one, other) || is_short_for(other, one) || same_place && same_body
}

/// The place and the body itself: 云溪县 and 统计局.
fn split(name: &str) -> (&str, &str) {
    let is_end = |(at, c): &(usize, char)| PLACES.contains(c) && *at > 0;
    let last = name.char_indices().rfind(is_end);
    let end = last.map(|(at, c)| at + c.len_utf8());
    name.split_at(end.unwrap_or(0))
}

/// Whether a body is the government itself, or its office.
fn governs(body: &str) -> bool {
    body.is_empty() || body.starts_with("人民政府") || body.starts_with("政府")
}

/// Whether two names of places have two letters in a row in common.
fn shares(one: &str, other: &str) -> bool {
    let letters: Vec<char> = one.chars().collect();
    letters
        .windows(2)
        .any(|pair| !PLACES.contains(&pair[0]) && other.contains(&pair.iter().collect::<String>()))
}

fn differs(own: &str, other: &str, label: &str, evidence: Vec<Evidence>) -> Check {
    let message = Bilingual::new(
        format!(
            "标题中的单位是“{own}”，{label}是“{other}”。如不是同一单位，可能沿用了别处的文字。"
        ),
        format!(
            "The title names “{own}”, the text or signature “{other}”. If these are two bodies, text of another report may have been used."
        ),
    );
    let mut finding = Finding::of(&F108, Cause::Report, message);
    finding.found = Some(other.to_owned());
    Check::violated(&F108, evidence, finding)
}

#[cfg(test)]
mod tests {
    use super::{are_one, letters};

    fn same(one: &str, other: &str) -> bool {
        are_one(&letters(one), &letters(other))
    }

    #[test]
    fn short_names_are_the_same_body() {
        for (one, other) in [
            ("云溪县统计局", "县统计局"),
            ("云溪县发展和改革局", "云溪县发改局"),
            ("云溪区住房和城乡建设局", "云溪区住建局"),
            ("云溪县", "云溪县人民政府"),
            ("云溪县人民政府", "云溪县人民政府办公室"),
            ("云溪族自治县", "云溪县"),
            ("青山省云溪州统计局", "云溪白族自治州统计局"),
            ("云溪区人民路街道", "云溪区人民路街道办事处"),
            ("云溪县卫生健康委员会", "云溪县卫健委"),
            ("统计局", "云溪县统计局"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_bodies_and_other_places_differ() {
        for (one, other) in [
            ("云溪县统计局", "云溪县审计局"),
            ("云溪县", "青石县"),
            ("云溪县统计局", "青石县统计局"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
