//! Figures that stand behind the name of one level or office, whose own they are: `市本级:行政复议6件`.

use crate::claims::{
    lexicon::links::{OFFICES, PLACE},
    reading::page::{Page, any, clip},
};

/// How long such a name may be, in bytes.
const NAME: usize = 30;

/// Whether the last name before a number that a colon ends is that of a level or an office, or a remark says so.
pub(super) fn under_office(page: &Page, at: usize) -> bool {
    let mut before = clip(page.slice(0..page.mentions[at].range.start));
    while let Some((lead, _)) = before.rsplit_once(':') {
        let name = lead.rsplit(['。', ';', ',', ')']).next().unwrap_or(lead);
        if name.len() <= NAME && OFFICES.iter().any(|office| name.ends_with(office)) {
            return true;
        }
        if any(name, PLACE) {
            return false;
        }
        before = lead;
    }
    page.text().contains("本级数据")
}
