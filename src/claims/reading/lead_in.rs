//! What announces a list whose parts have a line each: `其中:`, `在主动公开的信息中,`, `从公开渠道看,`.

use crate::{
    claims::lexicon::sums::{ANNOUNCING, DIVIDED},
    text::words::any,
};

/// How a line ends that is a sentence of its own, and whether it has a share.
pub(super) fn shape(line: &str) -> Option<(bool, char)> {
    let said = line
        .strip_suffix('。')
        .filter(|said| !said.contains('。'))?;
    let other = ["另", "此外", "全年", "共"]
        .iter()
        .any(|word| said.starts_with(word));
    Some((said.contains('占'), said.chars().next_back()?)).filter(|_| !other)
}

/// Whether a text ends in words that announce a list: `其中:`, `在主动公开的信息中,`, `从公开渠道看,`, `答复结果如下:`.
pub(super) fn announces(text: &str) -> bool {
    let (said, marked) = match text.strip_suffix([':', ',']) {
        Some(said) => (said, true),
        None => (text, false),
    };
    let clause = said.rsplit([',', '。', ';', ':']).next().unwrap_or(said);
    let view = clause.starts_with(['从', '按']) && any(clause, &["看", "分"]);
    let of = clause.starts_with('在') && clause.ends_with('中');
    clause.ends_with("其中")
        || marked && (view || of || ANNOUNCING.iter().any(|word| clause.ends_with(word)))
}

/// Whether a line says that what the passage before it counts is divided: `在主动公开的信息中,政策类12条`, `其中:`.
pub(super) fn divides(text: &str, line: &str) -> bool {
    let clause = line.split([',', ':']).next().unwrap_or(line);
    let noun = clause
        .strip_prefix('在')
        .filter(|rest| rest.ends_with('中'));
    let named = |word: &&str| noun.is_some_and(|noun| noun.contains(*word) && text.contains(*word));
    let view = clause.starts_with(['从', '按'])
        && clause.ends_with(['看', '分'])
        && [text, line]
            .iter()
            .all(|text| text.contains("公开") && !text.contains("申请"));
    let alone = clause.len() + 1 >= line.len() && !line.contains(|c: char| c.is_ascii_digit());
    text.ends_with('。')
        && (view || DIVIDED.iter().any(named) || noun.is_none() && alone && announces(line))
}
