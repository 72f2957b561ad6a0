//! Numbers as gouji prints them.

use super::Number;
use rust_decimal::RoundingStrategy;

/// A number as people write it: no needless zeros after the point.
#[must_use]
pub fn plain(value: Number) -> String {
    match i64::try_from(value.mantissa()) {
        // Most cells of a table have one digit.
        Ok(digit @ 0..=9) if value.scale() == 0 => char::from(b'0' + digit as u8).to_string(),
        Ok(whole) if value.scale() == 0 => whole.to_string(),
        _ => value.normalize().to_string(),
    }
}

/// `part` of `whole` in percent, unless there is no whole.
#[must_use]
pub fn percent(part: Number, whole: Number) -> Option<Number> {
    part.checked_mul(Number::ONE_HUNDRED)?.checked_div(whole)
}

/// A value rounded to `places` digits after the point, a half away from zero.
#[must_use]
pub fn half_up(value: Number, places: u32) -> Number {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// A recomputed value with the digits that let a reader round it to `places` himself: one more than that, or as many
/// as it takes until rounding what is shown gives what rounding the value gives (63.846, for 63.85 would become 63.9).
#[must_use]
pub fn shown(value: Number, places: u32) -> String {
    let right = half_up(value, places);
    let digits = places.max(1) + 1;
    let enough = (digits..digits + 6).map(|digits| half_up(value, digits));
    let mut tried = enough.filter(|shown| half_up(*shown, places) == right);
    plain(tried.next().unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::{Number, percent, shown};

    #[test]
    fn a_recomputed_value_shows_how_it_rounds() {
        let share = percent(166.into(), 260.into()).unwrap_or_default();
        assert_eq!(shown(share, 1), "63.846");
        assert_eq!(shown(Number::new(325, 1), 1), "32.5");
        assert_eq!(shown(Number::new(4996, 2), 0), "49.96");
    }
}
