//! Numbers of one unit that only the last of them carries: `财政、税务、土地类信息11、95、23条`.

use super::quantities::unit;
use crate::{
    claims::lexicon::Kind,
    text::number::{self, Token},
};
use std::ops::Range;

/// The digits of such a series at `at`, and the unit of all as printed and as compared; nothing where they may be ordinals
/// or one number with separators.
pub(super) fn series(text: &str, at: usize) -> Option<(Vec<Range<usize>>, [&'static str; 2])> {
    let mark = text[at..].chars().find(|c| !c.is_ascii_digit())?;
    let malformed = || matches!(number::read(&text[at..]), Token::Malformed(_));
    if !matches!(mark, '、' | ',') || malformed() {
        return None;
    }
    let (mut numbers, mut from) = (Vec::new(), at);
    let rest = loop {
        let rest = &text[from..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..6).contains(&digits) {
            return None;
        }
        numbers.push(from..from + digits);
        // 40、73、81和86条: the last one may be joined by another word.
        let joined = rest[digits..]
            .strip_prefix(['和', '及', '与'])
            .filter(|next| numbers.len() > 1 && next.starts_with(|c: char| c.is_ascii_digit()));
        match joined.or_else(|| rest[digits..].strip_prefix(mark)) {
            Some(next) => from += rest.len() - next.len(),
            None => break &rest[digits..],
        }
    };
    let &(name, kind, class) = unit(rest)?;
    let few = numbers.len() < if mark == ',' { 3 } else { 2 };
    let grouped = mark == ',' && numbers.iter().skip(1).all(|number| number.len() == 3);
    (kind == Kind::Count && !few && !grouped && !ordinals(text, &numbers))
        .then_some((numbers, [name, class]))
}

/// Whether each number is one more than the one before: 1、2、3期.
fn ordinals(text: &str, numbers: &[Range<usize>]) -> bool {
    let value = |number: &Range<usize>| text[number.clone()].parse::<u32>().unwrap_or(0);
    let named = text[..numbers[0].start].ends_with(['为', '是', '别']);
    !named
        && numbers
            .windows(2)
            .all(|pair| value(&pair[0]) + 1 == value(&pair[1]))
}
