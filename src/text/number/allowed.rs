//! Which values a printed number allows.

use super::{Number, Printed};

/// How a printed number is softened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all.
    None,
    /// 余, 多: this or somewhat more.
    More,
    /// 约, 左右: somewhere near.
    About,
    /// 近: somewhat less.
    Nearly,
    /// 超, 突破, 以上: more, without end.
    Over,
    /// 不足: less.
    Under,
}

/// The values that a printed number allows, both ends included.
#[must_use]
pub fn allowed(printed: &Printed, hedge: Hedge) -> (Number, Number) {
    let (value, step) = (printed.value, printed.step);
    let half = step / Number::from(2);
    match hedge {
        Hedge::None if printed.scaled => (value - half, value + step),
        Hedge::None => (value, value),
        Hedge::More => (value, value + step),
        Hedge::About => (value - step, value + step),
        Hedge::Nearly => (value - step, value),
        Hedge::Over => (value, value * Number::from(10) + step),
        Hedge::Under => (Number::ZERO, value),
    }
}

/// The values that a printed percentage stands for, both ends included.
#[must_use]
pub fn rounded(value: Number, places: u32) -> (Number, Number) {
    let half = Number::new(5, places + 1);
    (value - half, value + half)
}

#[cfg(test)]
mod tests {
    use super::{Hedge, Number, allowed, rounded};
    use crate::text::number::{Token, read};

    #[test]
    fn a_rounded_number_allows_what_its_print_allows() {
        let Token::Number(printed) = read("18.6万余条") else {
            panic!("a number");
        };
        assert_eq!(
            allowed(&printed, Hedge::More),
            (186_000.into(), 187_000.into())
        );
        let half = (Number::new(1245, 2), Number::new(1255, 2));
        assert_eq!(rounded(Number::new(125, 1), 1), half);
    }
}
