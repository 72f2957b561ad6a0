//! Pages that cannot be read, and why.

use super::{Page, Rect};
use crate::document::PageProblem;

/// What cannot be read of a page. Pictures that are only ornaments or grounds are taken away.
pub(in super::super) fn problem(
    page: &mut Page,
    hidden: bool,
    outlined: bool,
) -> Option<PageProblem> {
    let shown = page
        .glyphs
        .iter()
        .filter(|glyph| !glyph.character.is_whitespace());
    let (mut count, mut unknown) = (0, 0);
    for glyph in shown {
        count += 1;
        unknown += usize::from(is_unknown(glyph.character));
    }
    let share =
        |picture: &Rect| picture.width() * picture.height() / (page.width * page.height).max(1.0);
    let covered: f64 = page.pictures.iter().map(share).sum();
    let scanned = covered > 0.25 && count < 30;
    if scanned {
        page.pictures.truncate(1);
    } else {
        let pictures = std::mem::take(&mut page.pictures);
        page.pictures = pictures
            .into_iter()
            .filter(|picture| (0.03..0.8).contains(&share(picture)))
            .take(100)
            .collect();
    }
    match () {
        () if scanned => Some(PageProblem::Scanned),
        () if unknown >= 5 && unknown * 20 > count => Some(PageProblem::Unreadable),
        () if hidden => Some(PageProblem::Recognised),
        () if outlined && count < 30 => Some(PageProblem::Drawn),
        () => None,
    }
}

/// Characters that stand for nothing that can be checked.
fn is_unknown(character: char) -> bool {
    matches!(character, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        || character.is_control()
}
