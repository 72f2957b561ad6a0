//! Numbers that 分别 gives to the names before them, one each: `自然人、商业企业、法律服务机构分别为103件、7件、1件`.

use super::clause::subject;
use crate::claims::{reading::page::Page, statements::none};
use std::ops::Range;

/// What joins names, or numbers.
const JOINING: [char; 4] = ['、', '和', '与', '及'];

/// Gives each of such numbers its own name for words, where these are all known: 县政府予以公开 is of one body.
pub(super) fn name(page: &mut Page, year: Option<u16>) {
    for at in 0..page.mentions.len() {
        let names = names(page, at);
        let alone = |at: usize| page.gap(at - 1, at).trim_matches(JOINING).is_empty();
        let next = at + names.len();
        let known = |name: &Range<usize>| {
            let words = page.slice(name.clone());
            let undated = words.trim_start_matches(|c: char| c.is_ascii_digit());
            let undated = undated.trim_start_matches('年');
            subject(words, year).is_some() || none::cases(undated)
        };
        let each = names.len() > 1
            && names.iter().all(known)
            && next <= page.mentions.len()
            && (at + 1..next).all(alone)
            && (next == page.mentions.len() || !alone(next));
        for (i, name) in names.into_iter().enumerate().filter(|_| each) {
            page.mentions[at + i].label = name.clone();
            page.mentions[at + i].wide = name;
        }
    }
}

/// The names in the clause before a number that 分别 ends.
fn names(page: &Page, at: usize) -> Vec<Range<usize>> {
    let before = page.slice(0..page.mentions[at].range.start);
    let Some(lead) = before
        .trim_end_matches(['为', '是', '有', '占'])
        .strip_suffix("分别")
    else {
        return Vec::new();
    };
    let start = lead.rfind([',', ';', ':', '。', '(']).map_or(0, |mark| {
        mark + lead[mark..].chars().next().map_or(0, char::len_utf8)
    });
    let mut from = start;
    let names = lead[start..].split(JOINING);
    names
        .map(|name| {
            let range = from..from + name.len();
            from = lead.len().min(range.end + '、'.len_utf8());
            range
        })
        .collect()
}
