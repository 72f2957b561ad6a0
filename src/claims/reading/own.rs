//! The name by which a passage speaks of the report's own body, shorter than the title's perhaps: 县住建局.

use crate::text::{
    character::is_han,
    words::{Words, has, is_short_for},
};
use std::sync::LazyLock;

/// How the name of a body ends that the scope of a number is asked about.
static ENDINGS: LazyLock<Words> =
    LazyLock::new(|| Words::new(["局", "委", "办公室", "街道", "镇", "乡"]));
/// The last letters of these.
const ENDS: [char; 6] = ['局', '委', '室', '道', '镇', '乡'];
/// What the name of a place ends with, with which a body's short name begins.
const PLACES: [char; 5] = ['省', '市', '县', '区', '州'];
/// The shortest such name and the longest, in letters.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;

/// That name, where the passage has it.
pub(in crate::claims) fn own_name(text: &str, body: &str) -> Option<String> {
    let first = body.chars().next().filter(|_| text.contains(ENDS))?;
    ENDINGS.places(text).find_map(|(at, _, ending)| {
        let end = at + ending.len();
        let letters = text[..end]
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_han(*c));
        let names = letters.take(*LENGTHS.end()).skip(LENGTHS.start() - 1);
        let own = names.filter(|&(start, begin)| {
            let name = &text[start..end];
            let whole = ending.chars().count() < 3 && has(body, name);
            let begins = begin == first || PLACES.contains(&begin);
            (begins || (whole && !ending.starts_with('局'))) && is_short_for(name, body)
        });
        own.last().map(|(start, _)| text[start..end].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::own_name;

    #[test]
    fn the_own_body_is_known_by_its_short_names() {
        for (text, body, own) in [
            ("2022年,县住建局收到", "青石县住房和城乡建设局", "县住建局"),
            ("青石县统计局全年收到", "青石县统计局", "青石县统计局"),
            ("一年来,河湾街道办事处收到", "青石区河湾街道", "河湾街道"),
        ] {
            assert_eq!(own_name(text, body).as_deref(), Some(own), "{text}");
        }
        for (text, body) in [
            ("2022年,市住建局收到", "青石县住房和城乡建设局"),
            ("县统计局收到", "青石县审计局"),
            ("各乡镇统计局收到", "青石县统计局"),
            ("县统计局收到", ""),
        ] {
            assert_eq!(own_name(text, body), None, "{text}");
        }
    }
}
