//! The slip of hand that would explain a wrong value, and how likely it is.

use super::{search::Set, system::System};
use crate::{recognise::Held, rule::Bilingual, text::order::Order};

/// What may have gone wrong in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// Two digits exchanged: 18 for 81.
    Swapped,
    /// A digit left out: 12 for 132.
    Dropped,
    /// A digit typed twice: 122 for 12.
    Doubled,
    /// A digit too many: 152 for 12.
    Extra,
    /// One number in two cells: 2 and 0 for 20.
    Split,
    /// The value of the next cell in the row or column.
    Neighbour,
    /// Off by one.
    OffByOne,
    /// One digit is another.
    OneDigit,
    /// Nothing is printed.
    Blank,
    /// A total that was not worked out anew.
    Total,
    /// None of these.
    Other,
}

/// The cost of a change for which no slip is known.
const PLAIN: u32 = 100;

impl Slip {
    /// How unlikely the slip is.
    pub(super) fn cost(self) -> u32 {
        match self {
            Self::Swapped | Self::Split => 55,
            Self::Doubled => 60,
            Self::Dropped | Self::Extra => 65,
            Self::Neighbour => 70,
            Self::Total => 80,
            Self::OffByOne | Self::OneDigit | Self::Blank => 90,
            Self::Other => PLAIN,
        }
    }

    /// The slip as the end of a sentence; empty where there is nothing to say.
    pub(super) fn words(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Swapped => ("数字顺序颠倒", "digits swapped"),
            Self::Dropped => ("漏了一位数字", "a digit dropped"),
            Self::Doubled => ("一位数字重复", "a digit doubled"),
            Self::Extra => ("多了一位数字", "a digit too many"),
            Self::Split => ("一个数分在两格", "one number split over two cells"),
            Self::Neighbour => ("填成了相邻一格的数", "the value of the next cell"),
            Self::OffByOne => ("相差 1", "off by one"),
            Self::OneDigit => ("一位数字有误", "one digit differs"),
            Self::Blank => ("漏填", "left blank"),
            Self::Total => ("总计没有随分项更新", "a total not updated"),
            Self::Other => ("", ""),
        };
        Bilingual::new(zh, en)
    }
}

/// The likeliest slip that puts the printed value where `right` belongs.
pub(super) fn of(system: &System<'_>, slot: usize, right: i128, telling_total: bool) -> Slip {
    let printed = system.values[slot].unwrap_or(0);
    let written = |value: i128| system.number(value).to_string();
    let (is, due) = (written(printed), written(right));
    let near = neighbours(system, slot);
    let blank = system.table().held[slot]
        .as_ref()
        .is_some_and(Held::is_empty);
    let mut slips = vec![typed(&is, &due)];
    if telling_total && is_total(system, slot) {
        slips.push(Slip::Total);
    }
    if blank {
        slips = vec![Slip::Blank];
    } else if near
        .iter()
        .any(|&other| system.values[other] == Some(printed) && printed != 0 && is.len() > 1)
    {
        slips.push(Slip::Neighbour);
    }
    let split = near.last().is_some_and(|&next| {
        next == slot + 1 && format!("{is}{}", written(system.values[next].unwrap_or(0))) == due
    });
    if split && !blank {
        slips.push(Slip::Split);
    }
    slips
        .into_iter()
        .min_by_key(|slip| slip.cost())
        .unwrap_or(Slip::Other)
}

/// Whether a cell is the total of one of the table's sums.
pub(super) fn is_total(system: &System<'_>, slot: usize) -> bool {
    system.equalities().any(|relation| {
        let relation = &system.form.relations[relation];
        relation.left.len() == 1 && relation.left[0].slot == slot
    })
}

/// The cells above, below, before and behind, the one behind last.
fn neighbours(system: &System<'_>, slot: usize) -> Vec<usize> {
    let of = |slot: usize| &system.form.slots[slot];
    let here = of(slot);
    let same_column =
        |other: &usize| of(*other).column == here.column && of(*other).row != here.row;
    let above = (0..slot).rev().find(same_column);
    let below = (slot + 1..system.form.slots.len()).find(same_column);
    let same_row = |other: usize| {
        (other < system.form.slots.len() && of(other).row == here.row).then_some(other)
    };
    let before = slot.checked_sub(1).and_then(same_row);
    let behind = same_row(slot + 1);
    [above, below, before, behind]
        .into_iter()
        .flatten()
        .collect()
}

/// What the fingers may have done to `right`.
fn typed(printed: &str, right: &str) -> Slip {
    let sorted = |text: &str| {
        let mut digits: Vec<char> = text.chars().collect();
        digits.order();
        digits
    };
    if printed.len() == right.len() {
        let differ = printed
            .bytes()
            .zip(right.bytes())
            .filter(|(a, b)| a != b)
            .count();
        return match differ {
            2.. if sorted(printed) == sorted(right) => Slip::Swapped,
            1 if off_by_one(printed, right) => Slip::OffByOne,
            1 if right.len() > 1 => Slip::OneDigit,
            _ => Slip::Other,
        };
    }
    if lacking(right, printed).is_some() {
        return Slip::Dropped;
    }
    match lacking(printed, right) {
        Some(at) => {
            let digits = printed.as_bytes();
            let same = |other: Option<usize>| {
                other.is_some_and(|other| digits.get(other) == digits.get(at))
            };
            if same(at.checked_sub(1)) || same(Some(at + 1)) {
                Slip::Doubled
            } else {
                Slip::Extra
            }
        }
        None if off_by_one(printed, right) => Slip::OffByOne,
        None => Slip::Other,
    }
}

fn off_by_one(one: &str, other: &str) -> bool {
    let value = |text: &str| text.parse::<i128>().ok();
    value(one)
        .zip(value(other))
        .is_some_and(|(one, other)| (one - other).abs() == 1)
}

/// The digit of `long` without which it is `short`.
fn lacking(long: &str, short: &str) -> Option<usize> {
    let one_more = long.len() == short.len() + 1 && short != "0";
    let same = |&at: &usize| [&long[..at], &long[at + 1..]].concat() == short;
    one_more.then(|| (0..long.len()).find(same))?
}

/// What may have gone wrong in several cells at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Each cell by itself.
    Single,
    /// Two cells hold each other's values, or a value stands in the wrong one of them.
    Exchanged,
    /// Cases stand under one applicant in a row and under another in the rest of the table.
    Rebooked,
    /// A cell, and the total of its row with it.
    Followed,
    /// Many cells of one row.
    Row,
    /// Many cells of one column.
    Column,
}

/// What several changes have in common.
pub(super) fn event(system: &System<'_>, set: &Set) -> Event {
    let place = |slot: usize| (system.form.slots[slot].row, system.form.slots[slot].column);
    let same_row = set
        .windows(2)
        .all(|two| place(two[0].0).0 == place(two[1].0).0);
    let same_column = set
        .windows(2)
        .all(|two| place(two[0].0).1 == place(two[1].0).1);
    let printed = |slot: usize| system.values[slot].unwrap_or(0);
    match set[..] {
        [(a, x), (b, y)] => {
            let (da, db) = (x - printed(a), y - printed(b));
            let parts = same_row && !is_total(system, a) && !is_total(system, b);
            let small = x.max(y) < 10 * system.unit;
            if x == printed(b) && y == printed(a) && (same_row || same_column) && !(parts && small)
            {
                Event::Exchanged
            } else if parts && da == -db {
                Event::Rebooked
            } else if same_row && da == db && is_total(system, b) {
                Event::Followed
            } else {
                Event::Single
            }
        }
        [_, _, _, ..] if same_row && set.len() > 3 => Event::Row,
        [_, _, _, ..] if same_column && set.len() > 3 => Event::Column,
        _ => Event::Single,
    }
}

#[cfg(test)]
mod tests {
    use super::{Slip, typed};

    #[test]
    fn slips_are_told_apart() {
        assert_eq!(typed("18", "81"), Slip::Swapped);
        assert_eq!(typed("12", "132"), Slip::Dropped);
        assert_eq!(typed("122", "12"), Slip::Doubled);
        assert_eq!(typed("152", "12"), Slip::Extra);
        assert_eq!(typed("13", "12"), Slip::OffByOne);
        assert_eq!(typed("10", "9"), Slip::OffByOne);
        assert_eq!(typed("17", "12"), Slip::OneDigit);
        assert_eq!(typed("0", "12"), Slip::Other);
        assert_eq!(typed("0", "8"), Slip::Other);
        assert_eq!(typed("45", "12"), Slip::Other);
    }
}
