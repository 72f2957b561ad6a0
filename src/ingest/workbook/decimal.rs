//! Numbers with the fifteen digits that a worksheet keeps: 0.1 + 0.2 is 0.3.

/// A number as its digits: `0.d₁d₂d₃… × 10^point`, the first digit not zero; no digits for zero.
#[derive(Debug, Clone)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// A finite number.
    pub(super) fn new(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let written = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let mut digits: Vec<u8> = mantissa
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|digit| digit - b'0')
            .collect();
        while digits.last() == Some(&0) {
            digits.pop();
        }
        let point = exponent.parse::<i32>().ok()? + 1;
        Some(Self {
            negative: value < 0.0,
            point: if digits.is_empty() { 0 } else { point },
            digits,
        })
    }

    /// Times a power of ten.
    pub(super) fn scale(&mut self, power: i32) {
        self.point += power;
    }

    /// The exponent of its first digit: 2 for 314.
    pub(super) fn exponent(&self) -> i32 {
        if self.digits.is_empty() {
            0
        } else {
            self.point - 1
        }
    }

    /// Rounded to so many digits after the point, halves away from zero.
    pub(super) fn round(&mut self, places: usize) {
        let keep = i64::from(self.point) + places as i64;
        if keep < 0 {
            self.digits.clear();
        } else if (keep as usize) < self.digits.len() {
            let up = self.digits[keep as usize] >= 5;
            self.digits.truncate(keep as usize);
            if up {
                self.increment(places);
            }
        }
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
    }

    /// One more in the last place that is kept.
    fn increment(&mut self, places: usize) {
        for at in (0..self.digits.len()).rev() {
            if self.digits[at] < 9 {
                self.digits[at] += 1;
                return;
            }
            self.digits.pop();
        }
        self.point = if self.digits.is_empty() && self.point < 1 - places as i32 {
            1 - places as i32
        } else {
            self.point + 1
        };
        self.digits.push(1);
    }

    /// The digits before the point, none for zero, and those after it.
    pub(super) fn parts(&self) -> (String, String) {
        let digit = |at: i64| {
            let digit = usize::try_from(at).ok().and_then(|at| self.digits.get(at));
            char::from(b'0' + digit.copied().unwrap_or(0))
        };
        let point = i64::from(self.point);
        let length = self.digits.len() as i64;
        let whole = (0..point).map(digit).collect();
        let fraction = (point..length.max(point)).map(digit).collect();
        (if length == 0 { String::new() } else { whole }, fraction)
    }
}

/// A number without a format: as short as it can be, with fifteen digits at most.
pub(in crate::ingest) fn general(value: f64) -> String {
    let Some(number) = Decimal::new(value) else {
        return String::new();
    };
    if !(-10..=20).contains(&number.exponent()) {
        let text = format!("{value:.14e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
        let sign = if exponent.starts_with('-') { "" } else { "+" };
        return format!("{mantissa}E{sign}{exponent}");
    }
    let (whole, fraction) = number.parts();
    let sign = if number.negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { &whole };
    match fraction.as_str() {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, general};

    #[test]
    fn no_artefacts_of_binary_fractions() {
        let shown = [
            0.1 + 0.2,
            20.0,
            679.7,
            59_237.244_9,
            -0.5,
            0.0,
            1e-7,
            1e25,
            99_999_999_999.0,
        ];
        assert_eq!(
            shown.map(general),
            [
                "0.3",
                "20",
                "679.7",
                "59237.2449",
                "-0.5",
                "0",
                "0.0000001",
                "1E+25",
                "99999999999"
            ]
        );
        assert_eq!(general(f64::NAN), "");
    }

    #[test]
    fn halves_are_rounded_up_as_they_are_written() {
        let rounded = |value: f64, places| {
            let mut number = Decimal::new(value).expect("finite");
            number.round(places);
            number.parts()
        };
        let pair = |whole: &str, fraction: &str| (whole.to_owned(), fraction.to_owned());
        assert_eq!(rounded(1.005, 2), pair("1", "01"));
        assert_eq!(rounded(2.675, 2), pair("2", "68"));
        assert_eq!(rounded(9.999, 2), pair("10", ""));
        assert_eq!(rounded(0.0006, 3), pair("", "001"));
        assert_eq!(rounded(0.0004, 3), pair("", ""));
        assert_eq!(rounded(0.5, 0), pair("1", ""));
        assert_eq!(rounded(0.96, 1), pair("1", ""));
    }
}
