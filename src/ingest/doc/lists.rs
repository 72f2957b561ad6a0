//! Numbers that Word sets before paragraphs by itself: 一、 and （一） ([MS-DOC] 2.9.131, 2.9.147).

use super::counting;
use crate::ingest::compound::container::{u16_at, u32_at};
use std::collections::HashMap;

/// The bytes of a list, of a use of a list and of the head of a level.
const LIST: usize = 28;
const USE: usize = 16;
const LEVEL: usize = 28;

/// The levels of a list.
const LEVELS: usize = 9;

/// How one level is numbered.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: u8,
    arabic: bool,
    /// The text before the paragraph; characters below nine stand for the numbers of the levels.
    text: Vec<u16>,
    follow: u8,
}

/// A list: its identity, the styles linked to its levels, its levels.
struct List {
    id: u32,
    styles: [u16; LEVELS],
    levels: Vec<Level>,
}

/// A list as paragraphs use it: with levels of its own, or other beginnings.
struct Use {
    list: u32,
    starts: Vec<(usize, u32)>,
    levels: Vec<(usize, Level)>,
}

/// All lists, and how far each has counted.
#[derive(Default)]
pub(super) struct Lists {
    lists: Vec<List>,
    uses: Vec<Use>,
    counters: HashMap<u32, [Option<u32>; LEVELS]>,
    started: Vec<bool>,
}

impl Lists {
    /// Reads the lists (whose levels stand behind them) and their uses.
    pub(super) fn read(table: &[u8], lists: usize, uses: &[u8]) -> Self {
        let lists = read_lists(table.get(lists..).unwrap_or_default());
        let uses = read_uses(uses);
        Self {
            started: vec![false; uses.len()],
            lists,
            uses,
            counters: HashMap::new(),
        }
    }

    /// The next number of a paragraph, with the space that stands behind it.
    pub(super) fn next(&mut self, number: u16, level: Option<u8>, style: u16) -> Option<String> {
        let number = usize::from(number).checked_sub(1)?;
        let used = self.uses.get(number)?;
        let list = self.lists.iter().find(|list| list.id == used.list)?;
        let linked = || {
            list.styles
                .iter()
                .position(|&linked| linked == style && style != 0)
        };
        let level = level
            .map(usize::from)
            .or_else(linked)
            .unwrap_or(0)
            .min(list.levels.len().checked_sub(1)?);
        let shape = |at: usize| {
            let own = used.levels.iter().find(|(own, _)| *own == at);
            own.map_or_else(|| list.levels.get(at), |(_, level)| Some(level))
        };
        let counters = self.counters.entry(used.list).or_default();
        if !self.started[number] {
            self.started[number] = true;
            for &(level, start) in &used.starts {
                counters[level] = start.checked_sub(1);
            }
        }
        let start = shape(level)?.start;
        counters[level] = Some(counters[level].map_or(start, |count| count.saturating_add(1)));
        counters[level + 1..].fill(None);
        Some(written(counters, level, shape))
    }
}

/// The text of a level with its numbers filled in.
fn written<'l>(
    counters: &mut [Option<u32>; LEVELS],
    level: usize,
    shape: impl Fn(usize) -> Option<&'l Level>,
) -> String {
    let Some(own) = shape(level) else {
        return String::new();
    };
    if own.format == 23 {
        return bullet(own);
    }
    let mut text = String::new();
    for unit in char::decode_utf16(own.text.iter().copied()) {
        match unit.unwrap_or(char::REPLACEMENT_CHARACTER) {
            place if (place as usize) < LEVELS => {
                if let Some(other) = shape(place as usize) {
                    let count = *counters[place as usize].get_or_insert(other.start);
                    let format = if own.arabic { 0 } else { other.format };
                    text += &counting::number(count, format);
                }
            }
            other => text.push(other),
        }
    }
    // Behind 、 and ） no gap is seen.
    let narrow = text.chars().last().is_some_and(|last| last.is_ascii());
    if narrow && own.follow != 2 {
        text.push(' ');
    }
    text
}

/// A dot for whatever a symbol font draws.
fn bullet(level: &Level) -> String {
    match level
        .text
        .first()
        .copied()
        .map(u32::from)
        .and_then(char::from_u32)
    {
        None | Some(' ') => String::new(),
        Some('\u{e000}'..='\u{f8ff}') => "• ".to_owned(),
        Some(other) => format!("{other} "),
    }
}

fn read_lists(bytes: &[u8]) -> Vec<List> {
    let count = usize::from(u16_at(bytes, 0).unwrap_or(0));
    let heads: Vec<&[u8]> = bytes
        .get(2..)
        .unwrap_or_default()
        .chunks_exact(LIST)
        .take(count)
        .collect();
    let mut rest = bytes.get(2 + count * LIST..).unwrap_or_default();
    let mut lists = Vec::new();
    for head in heads {
        let simple = head[26] & 1 != 0;
        let mut styles = [0; LEVELS];
        for (at, style) in styles.iter_mut().enumerate() {
            *style = u16_at(head, 8 + at * 2)
                .filter(|&style| style != 0xfff)
                .unwrap_or(0);
        }
        let mut levels = Vec::new();
        for _ in 0..if simple { 1 } else { LEVELS } {
            let Some(level) = read_level(&mut rest) else {
                break;
            };
            levels.push(level);
        }
        lists.push(List {
            id: u32_at(head, 0).unwrap_or(0),
            styles,
            levels,
        });
    }
    lists
}

fn read_level(bytes: &mut &[u8]) -> Option<Level> {
    let head = bytes.get(..LEVEL)?;
    let properties = usize::from(head[24]) + usize::from(head[25]);
    let text = bytes.get(LEVEL + properties..)?;
    let length = usize::from(u16_at(text, 0)?);
    let units = text.get(2..2 + length * 2)?.chunks_exact(2);
    let level = Level {
        start: u32_at(head, 0)?.min(i32::MAX as u32),
        format: head[4],
        arabic: head[5] & 4 != 0,
        text: units
            .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
            .collect(),
        follow: head[15],
    };
    *bytes = &text[2 + length * 2..];
    Some(level)
}

fn read_uses(bytes: &[u8]) -> Vec<Use> {
    let count = u32_at(bytes, 0).unwrap_or(0) as usize;
    let heads: Vec<&[u8]> = bytes
        .get(4..)
        .unwrap_or_default()
        .chunks_exact(USE)
        .take(count)
        .collect();
    let mut rest = bytes.get(4 + heads.len() * USE..).unwrap_or_default();
    heads
        .into_iter()
        .map(|head| read_use(head, &mut rest))
        .collect()
}

fn read_use(head: &[u8], rest: &mut &[u8]) -> Use {
    let mut used = Use {
        list: u32_at(head, 0).unwrap_or(0),
        starts: Vec::new(),
        levels: Vec::new(),
    };
    *rest = rest.get(4..).unwrap_or_default();
    for _ in 0..head[12].min(9) {
        let (Some(start), Some(flags)) = (u32_at(rest, 0), u32_at(rest, 4)) else {
            break;
        };
        *rest = &rest[8..];
        let level = (flags & 0xf).min(8) as usize;
        if flags & 0x20 == 0 {
            if flags & 0x10 != 0 {
                used.starts.push((level, start.min(i32::MAX as u32)));
            }
        } else if let Some(own) = read_level(rest) {
            if flags & 0x10 != 0 {
                used.starts.push((level, own.start));
            }
            used.levels.push((level, own));
        } else {
            break;
        }
    }
    used
}
