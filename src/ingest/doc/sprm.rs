//! Single property modifiers: an operation and its operand, one after the other ([MS-DOC] 2.6).

use crate::ingest::compound::container::u16_at;

/// The operations that matter for what is shown.
pub(super) mod op {
    pub(in crate::ingest::doc) const DELETED: u16 = 0x0800;
    pub(in crate::ingest::doc) const DATA: u16 = 0x0806;
    pub(in crate::ingest::doc) const VANISH: u16 = 0x083c;
    pub(in crate::ingest::doc) const SPECIAL: u16 = 0x0855;
    pub(in crate::ingest::doc) const SYMBOL: u16 = 0x6a09;
    pub(in crate::ingest::doc) const SCRIPT: u16 = 0x2a48;
    pub(in crate::ingest::doc) const STYLE: u16 = 0x4600;
    pub(in crate::ingest::doc) const LEVEL: u16 = 0x260a;
    pub(in crate::ingest::doc) const LIST: u16 = 0x460b;
    pub(in crate::ingest::doc) const IN_TABLE: u16 = 0x2416;
    pub(in crate::ingest::doc) const ROW_END: u16 = 0x2417;
    pub(in crate::ingest::doc) const DEPTH: u16 = 0x6649;
    pub(in crate::ingest::doc) const INNER_CELL: u16 = 0x244b;
    pub(in crate::ingest::doc) const INNER_ROW_END: u16 = 0x244c;
    pub(in crate::ingest::doc) const OUTLINE: u16 = 0x2640;
    /// Properties too long for their page stand in the stream `Data`.
    pub(in crate::ingest::doc) const ELSEWHERE: [u16; 3] = [0x6645, 0x6646, 0x646b];
    pub(in crate::ingest::doc) const TABLE: u16 = 0xd608;
    pub(in crate::ingest::doc) const HEADER_ROW: u16 = 0x3404;
    pub(in crate::ingest::doc) const VERTICAL_MERGE: u16 = 0xd62b;
    pub(in crate::ingest::doc) const MERGE: u16 = 0x5624;
    /// Tab stops, whose length may have to be counted.
    pub(super) const TABS: u16 = 0xc615;
}

/// The operations of a group with their operands; what is damaged at its end is left out.
pub(super) fn each(mut group: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let code = u16_at(group, 0)?;
        let rest = &group[2..];
        let (skipped, length) = extent(code, rest)?;
        let operand = rest.get(skipped..skipped + length)?;
        group = &rest[skipped + length..];
        Some((code, operand))
    })
}

/// How many bytes say the operand's length, and that length.
fn extent(code: u16, rest: &[u8]) -> Option<(usize, usize)> {
    Some(match code >> 13 {
        0 | 1 => (0, 1),
        2 | 4 | 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ if code == op::TABLE => (2, usize::from(u16_at(rest, 0)?).saturating_sub(1)),
        _ => {
            let length = usize::from(*rest.first()?);
            if code == op::TABS && length == 255 {
                let removed = 2 + 4 * usize::from(*rest.get(1)?);
                let added = 3 * usize::from(*rest.get(removed)?);
                (1, removed + added)
            } else {
                (1, length)
            }
        }
    })
}

/// Whether a switch is turned on; `128` and `129` mean the style's own value and its opposite.
pub(super) fn on(operand: &[u8]) -> bool {
    matches!(operand.first(), Some(1 | 129))
}

/// What stands for a property modifier of a piece: an operation with its operand, packed into two bytes.
pub(super) fn packed(modifier: u16) -> Option<(u16, u8)> {
    let code = match (modifier >> 1) & 0x7f {
        0x18 => op::IN_TABLE,
        0x19 => op::ROW_END,
        0x41 => op::DELETED,
        0x5c => op::VANISH,
        _ => return None,
    };
    let [_, value] = modifier.to_le_bytes();
    (modifier & 1 == 0).then_some((code, value))
}
