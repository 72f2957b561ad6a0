//! What stands around the text on every page: page numbers, running heads and feet.

use super::{Placed, lines::Line};
use std::collections::HashMap;

/// How far from the top and the bottom heads and feet reach, as shares of the page.
const HEAD: f64 = 0.12;
const FOOT: f64 = 0.87;

/// The most characters of a page number with what is set around it.
const LONGEST_NUMBER: usize = 16;

/// Takes page numbers away, and running heads and feet from the second time on.
pub(super) fn remove(sheets: &mut [Vec<Placed>]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for sheet in sheets.iter() {
        for line in outer(sheet) {
            *counts.entry(key(line)).or_default() += 1;
        }
    }
    let pages = sheets.len();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for sheet in sheets.iter_mut() {
        sheet.retain(|placed| {
            let Placed::Line(line) = placed else {
                return true;
            };
            if !is_outer(line) {
                return true;
            }
            if is_page_number(&line.text) {
                return false;
            }
            let key = key(line);
            let count = counts.get(&key).copied().unwrap_or(0);
            let before = seen.entry(key).or_default();
            *before += 1;
            let worded = line.text.chars().any(char::is_alphabetic);
            let running = worded && count > 1 && count * 2 >= pages && pages > 1;
            !running || *before == 1
        });
    }
}

fn outer(sheet: &[Placed]) -> impl Iterator<Item = &Line> {
    sheet.iter().filter_map(|placed| match placed {
        Placed::Line(line) if is_outer(line) => Some(line),
        _ => None,
    })
}

fn is_outer(line: &Line) -> bool {
    !(HEAD..=FOOT).contains(&line.place)
}

/// What running heads have in common: their words, whatever their numbers, and their place.
fn key(line: &Line) -> String {
    let letter = |c: char| if c.is_ascii_digit() { '#' } else { c };
    let words: String = line
        .text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(letter)
        .collect();
    format!("{words}@{:.0}", line.place * 200.0)
}

/// Whether a line is nothing but a page number: `- 4 -`, `第4页 共10页`, `4/10`. Marks and numbers side by side are a row.
pub(super) fn is_page_number(text: &str) -> bool {
    let numbers = text
        .split(|c: char| !c.is_numeric())
        .filter(|piece| !piece.is_empty());
    let parted = text.contains(['/', '页', '|', '-', '共']);
    if text.matches('/').count() > 1 || numbers.count() > if parted { 2 } else { 1 } {
        return false;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let framing = |c: char| "-—–－─_·.|/第页共，,".contains(c);
    let roman = !bare.is_empty() && bare.chars().all(|c| "ivxIVXⅠⅡⅢⅣⅤ".contains(c));
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let other = bare
        .chars()
        .filter(|c| !c.is_ascii_digit() && !framing(*c))
        .count();
    let full = bare
        .chars()
        .all(|c| ('０'..='９').contains(&c) || framing(c))
        && !bare.is_empty();
    bare.chars().count() <= LONGEST_NUMBER
        && (roman || full || (1..=6).contains(&digits) && other == 0)
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers_are_told_from_text() {
        for text in ["4", "- 4 -", "— 12 —", "第 4 页 共 10 页", "4/10", "－４－"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2023年", "4件", "共计", "", "/ / 370 / 370", "0 0 0 5"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
