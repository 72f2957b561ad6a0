//! Consistent tables, slips of hand, and what the search says of them.

use crate::dice::Dice;
use gouji::{
    forms::{self, Comparison},
    ingest,
    locate::{self, Sure},
    recognise::{self, TableRead},
    text::Number,
};
use std::fmt::Write;

/// A slip of hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slip {
    Swapped,
    Dropped,
    Doubled,
    OffByOne,
    Neighbour,
}

impl Slip {
    pub(crate) const ALL: [Self; 5] = [
        Self::Swapped,
        Self::Dropped,
        Self::Doubled,
        Self::OffByOne,
        Self::Neighbour,
    ];

    /// The spoiled value; nothing where the slip cannot happen to it or would change nothing.
    fn spoil(self, values: &[u64], slot: usize, dice: &mut Dice) -> Option<u64> {
        let right = values[slot];
        let digits: Vec<u8> = right.to_string().into_bytes();
        let at = dice.below(digits.len() as u64) as usize;
        let mut typed = digits.clone();
        let spoiled = match self {
            Self::Swapped => {
                let pairs: Vec<usize> = (1..digits.len())
                    .filter(|&at| digits[at] != digits[at - 1])
                    .collect();
                let at = *pairs.get(dice.below(pairs.len().max(1) as u64) as usize)?;
                typed.swap(at - 1, at);
                number(&typed)
            }
            Self::Dropped if digits.len() > 1 => {
                typed.remove(at);
                number(&typed)
            }
            Self::Dropped => return None,
            Self::Doubled => {
                typed.insert(at, digits[at]);
                number(&typed)
            }
            Self::OffByOne if right > 0 && dice.below(2) == 0 => right - 1,
            Self::OffByOne => right + 1,
            Self::Neighbour => *values.get(slot + 1).or(values.get(slot.wrapping_sub(1)))?,
        };
        (spoiled != right).then_some(spoiled)
    }
}

fn number(digits: &[u8]) -> u64 {
    std::str::from_utf8(digits)
        .expect("digits")
        .parse()
        .expect("a number")
}

/// The table of a small body.
pub(crate) const SPARSE: &str = "表三（数小，多为 0）";

/// A table whose sums all hold.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    read: TableRead,
    values: Vec<u64>,
}

/// What came of some trials.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) all: usize,
    /// Trials where the sums allow one explanation of that size only.
    pub(crate) determined: usize,
    /// The spoiled cells are the first explanation.
    pub(crate) first: usize,
    /// They are among the first three.
    pub(crate) among: usize,
    /// Another explanation is given as the only or by far the likeliest one.
    pub(crate) wrong: usize,
    pub(crate) failures: Vec<String>,
}

/// The tables of all editions whose cells take part in sums.
pub(crate) fn tables() -> Vec<Table> {
    [
        ("2021", "t3", "表三（2021 年版）", 180),
        ("2019", "t3", "表三（2019 年版）", 180),
        ("2021", "t3", SPARSE, 3),
        ("2021", "t4", "表四", 180),
        ("2014", "f2014", "2014 年版统计表", 180),
        ("2008", "f2008", "2008 年版统计表", 180),
    ]
    .into_iter()
    .map(|(edition, id, name, most)| table(edition, id, name, most))
    .collect()
}

fn table(edition: &str, id: &str, name: &'static str, most: u64) -> Table {
    let form = forms::edition(edition).expect("an edition");
    let table = form
        .tables
        .iter()
        .find(|table| table.id == id)
        .expect("a table");
    let values = consistent(table, most);
    let text = printed(form.from, table, &values);
    let document = ingest::read(text.as_bytes(), None).expect("a text");
    let recognised = recognise::recognise(&document);
    let read = recognised
        .tables
        .into_iter()
        .find(|read| read.form.id == id)
        .expect(name);
    for (slot, value) in values.iter().enumerate() {
        let held = read.held[slot].as_ref().and_then(|held| held.number);
        assert_eq!(
            held,
            Some(Number::from(*value)),
            "{name} {}",
            table.slots[slot].label
        );
    }
    Table { name, read, values }
}

/// Mostly zeros where numbers are small, as in the table of a small body.
fn small(dice: &mut Dice, most: u64) -> u64 {
    if most > 100 {
        return 12 + dice.below(most);
    }
    if dice.below(4) == 0 {
        dice.below(most) + 1
    } else {
        0
    }
}

/// Values that satisfy every relation of a table.
fn consistent(table: &forms::Table, most: u64) -> Vec<u64> {
    let mut dice = Dice::new(21);
    let at = |id: &str| table.slots.iter().position(|slot| slot.id.ends_with(id));
    let mut values: Vec<u64> = table.slots.iter().map(|_| small(&mut dice, most)).collect();
    for (slot, form) in table.slots.iter().enumerate() {
        if form.id.starts_with("f2008.20.") || *form.id == *"f2014.1.1" {
            values[slot] += 900;
        }
        if form.id.ends_with(".cumulative") {
            values[slot] += 300;
        }
    }
    for _ in 0..4 {
        for relation in &table.relations {
            let side = |values: &[u64], terms: &[forms::Term]| {
                terms.iter().map(|term| values[term.slot]).sum::<u64>()
            };
            let right = side(&values, &relation.right);
            match (relation.comparison, &relation.left[..]) {
                (Comparison::Equal, [total]) if relation.rule != "T504" => {
                    values[total.slot] = right;
                }
                (Comparison::AtMost, [_, ..]) if relation.right.len() == 1 => {
                    let left = side(&values, &relation.left);
                    let whole = relation.right[0].slot;
                    values[whole] = values[whole].max(left);
                }
                _ => {}
            }
        }
        for column in [
            "natural", "business", "research", "welfare", "legal", "other", "total",
        ] {
            let cell = |row: &str| at(&format!("t3.{row}.{column}"));
            if let (Some(new), Some(come), Some(total), Some(left)) = (
                cell("new"),
                cell("carried_in"),
                cell("total"),
                cell("carried_out"),
            ) {
                values[come] = values[come].min(values[total]);
                values[new] = values[total] + values[left] - values[come];
            }
        }
        for column in ["cumulative", "year"] {
            let cell = |row: &str| at(&format!("f2008.{row}.{column}"));
            if let (Some(five), Some(one), Some(two)) = (cell("5"), cell("4.1"), cell("4.2")) {
                values[one] = values[five] / 3;
                values[two] = values[five] - values[one];
                let (Some(a), Some(b), Some(c), Some(d)) =
                    (cell("16"), cell("17"), cell("18"), cell("19"))
                else {
                    continue;
                };
                values[a] = values[c] + 5;
                values[d] = values[b] + 5;
            }
        }
    }
    values
}

/// The table as a text that is read as printed.
fn printed(year: u16, table: &forms::Table, values: &[u64]) -> String {
    let mut text =
        format!("云溪县{year}年政府信息公开工作年度报告\n一、总体情况\n本年工作顺利。\n");
    let _ = writeln!(text, "{}", table.title);
    if table.id == "t4" {
        text.push_str("行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t复议后起诉\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n");
        let row: Vec<String> = values.iter().map(ToString::to_string).collect();
        return text + &row.join("\t") + "\n";
    }
    let _ = writeln!(text, "统计指标\t{}", table.columns.join("\t"));
    for row in &table.rows {
        let cells = values[row.slots.clone()].iter().map(ToString::to_string);
        let cells: Vec<String> = [row.printed.to_string()].into_iter().chain(cells).collect();
        let _ = writeln!(text, "{}", cells.join("\t"));
    }
    text
}

/// Every `step`th cell spoiled in one way.
pub(crate) fn each_cell(table: &Table, slip: Slip, step: usize) -> Tally {
    let mut tally = Tally::default();
    let mut dice = Dice::new(7);
    for slot in (0..table.values.len()).step_by(step) {
        if let Some(spoiled) = slip.spoil(&table.values, slot, &mut dice) {
            table.trial(&[(slot, spoiled)], &mut tally);
        }
    }
    tally
}

/// Two cells spoiled at random.
pub(crate) fn pairs(table: &Table, trials: u64) -> Tally {
    let mut tally = Tally::default();
    for seed in 1..=trials {
        let mut dice = Dice::new(seed);
        let mut spoiled: Vec<(usize, u64)> = Vec::new();
        while spoiled.len() < 2 {
            let slot = dice.below(table.values.len() as u64) as usize;
            let slip = Slip::ALL[dice.below(5) as usize];
            if let Some(value) = slip.spoil(&table.values, slot, &mut dice)
                && spoiled.iter().all(|other| other.0 != slot)
            {
                spoiled.push((slot, value));
            }
        }
        table.trial(&spoiled, &mut tally);
    }
    tally
}

impl Table {
    fn trial(&self, spoiled: &[(usize, u64)], tally: &mut Tally) {
        let mut read = self.read.clone();
        for &(slot, value) in spoiled {
            if let Some(held) = &mut read.held[slot] {
                held.number = Some(Number::from(value));
            }
        }
        tally.all += 1;
        let causes = locate::causes(&read, &[]);
        let is_right = |change: &locate::Change| {
            let hit = spoiled.iter().any(|cell| cell.0 == change.slot);
            hit && change.value == Number::from(self.values[change.slot])
        };
        let named = |ways: usize| {
            spoiled.iter().all(|cell| {
                causes.iter().any(|cause| {
                    cause.ways.iter().take(ways).any(|way| {
                        way.changes.iter().all(is_right)
                            && way.changes.iter().any(|change| change.slot == cell.0)
                    })
                })
            })
        };
        let determined = self.is_determined(spoiled, &read);
        tally.determined += usize::from(determined);
        tally.first += usize::from(determined && named(1));
        tally.among += usize::from(named(3));
        let wrong = causes
            .iter()
            .any(|cause| cause.sure != Sure::Open && !cause.ways[0].changes.iter().all(is_right));
        tally.wrong += usize::from(wrong);
        if wrong || determined && !named(1) {
            let cells = spoiled.iter().map(|&(slot, value)| {
                format!(
                    "{} {} => {value}",
                    self.read.form.slots[slot].label, self.values[slot]
                )
            });
            tally.failures.push(cells.collect::<Vec<_>>().join("; "));
        }
    }

    /// Whether no other cell could explain a single spoiled one: found by trying every cell, not by the search.
    fn is_determined(&self, spoiled: &[(usize, u64)], read: &TableRead) -> bool {
        let &[(spoiled, _)] = spoiled else {
            return true;
        };
        let gap = |slot: usize| -> Option<Vec<Number>> {
            let relations = read.form.relations.iter();
            let equal = relations.filter(|relation| relation.comparison == Comparison::Equal);
            let mut needed = Vec::new();
            for relation in equal {
                let gap = read.sum(&relation.left)? - read.sum(&relation.right)?;
                let left = relation.left.iter().any(|term| term.slot == slot);
                let right = relation.right.iter().any(|term| term.slot == slot);
                match (left, right) {
                    (true, _) => needed.push(-gap),
                    (_, true) => needed.push(gap),
                    _ if !gap.is_zero() => return None,
                    _ => {}
                }
            }
            Some(needed)
        };
        let explains = |slot: usize| {
            let Some(needed) = gap(slot) else {
                return false;
            };
            let same = needed.windows(2).all(|two| two[0] == two[1]);
            let printed = read.in_sum(slot).unwrap_or_default();
            same && needed
                .first()
                .is_some_and(|change| !change.is_zero() && !(printed + change).is_sign_negative())
        };
        explains(spoiled) && (0..self.values.len()).all(|slot| slot == spoiled || !explains(slot))
    }
}
