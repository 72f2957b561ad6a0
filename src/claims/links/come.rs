//! The figure that a change comes to: `行政诉讼由15件增加到17件`.

use super::{
    clause::{named, subject},
    meaning::{Meaning, new},
    scope::{foreign, own_out, unnamed},
};
use crate::{
    claims::{
        growth::turn::turned,
        lexicon::{
            Reading, Word,
            cells::{LAWSUIT, RECEIVED, REVIEW},
            links::{BODIES, ELSEWHERE, OWN},
        },
        reading::page::{Page, any},
        statements::none,
    },
    text::words::without,
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
        let tied = [noun, &page.heading, page.text()]
            .iter()
            .any(|text| text.contains("信息公开"));
        let both = ["复议", "诉讼"].map(|word| noun.contains(word));
        let readings = match both {
            [true, false] => table(REVIEW)?,
            [false, true] => table(LAWSUIT)?,
            _ => return None,
        };
        return new(
            if both[0] {
                "复议-total"
            } else {
                "诉讼-total"
            },
            readings,
            tied,
        );
    }
    let words = subject(lead, year).filter(|_| page.requests || lead.contains("依申请公开"))?;
    let asked = words.contains(&Word::Asked) || any(lead, &["申请"]);
    let taken = named(&words).is_none()
        && words.contains(&Word::Received)
        && !words.contains(&Word::Closed);
    (asked && taken)
        .then(|| new("received", RECEIVED, true))
        .flatten()
}

/// Whether the clause before the figure that a change starts from, and all before it, speak of no other body or matter.
fn plainly_here(page: &Page, from: usize, lead: &str, year: Option<u16>) -> bool {
    let sentence = page.before(from);
    let sentence = sentence.rsplit('。').next().unwrap_or(sentence);
    let sentence = sentence
        .rfind(lead)
        .map_or(sentence, |at| &sentence[..at + lead.len()]);
    let passage = own_out(
        page,
        without(&page.text()[..page.mentions[from].range.start], OWN),
    );
    !foreign(sentence, year)
        && !any(&unnamed(page, sentence), ELSEWHERE)
        && !any(&passage, BODIES)
        && !any(sentence, &["累计", "历年", "以来"])
}
