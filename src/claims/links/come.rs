//! The figure that a change comes to: `行政诉讼由15件增加到17件`.

use super::{
    clause::{named, subject},
    meaning::{Meaning, new},
    scope::plainly_here,
};
use crate::claims::{
    growth::turn::turned,
    lexicon::{
        Reading, Word,
        cells::{LAWSUIT, RECEIVED, REVIEW},
    },
    reading::page::{Page, any},
    statements::none,
};

/// What a figure counts whose words stand before the one that it comes from.
pub(super) fn came_to(page: &Page, at: usize, year: Option<u16>) -> Option<Meaning> {
    let mention = &page.mentions[at];
    let lead = turned(page, at).filter(|_| mention.unit == "件" && !mention.soft)?;
    if !plainly_here(page, at - 1, lead, year) {
        return None;
    }
    let noun = lead.trim_end_matches(['数', '量', '总', '案', '件', '的']);
    let table = |table: &'static [(&str, &[Reading])]| {
        let (_, readings) = table.iter().find(|(name, _)| *name == "total")?;
        Some(*readings)
    };
    if page.litigation && none::cases(noun) {
        let tied = [noun, &page.heading, page.text()].iter().any(|text| text.contains("信息公开"));
        let both = ["复议", "诉讼"].map(|word| noun.contains(word));
        let readings = match both {
            [true, false] => table(REVIEW)?,
            [false, true] => table(LAWSUIT)?,
            _ => return None,
        };
        return new(if both[0] { "复议-total" } else { "诉讼-total" }, readings, tied);
    }
    let words = subject(lead, year).filter(|_| page.requests)?;
    let asked = words.contains(&Word::Asked) || any(lead, &["申请"]);
    let taken = named(&words).is_none()
        && words.contains(&Word::Received)
        && !words.contains(&Word::Closed);
    (asked && taken).then(|| new("received", RECEIVED, true)).flatten()
}
