//! Numbers, areas and coordinates of OFD. Its unit is the millimetre, from the upper left corner downwards.

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// Coordinates beyond this many millimetres are nonsense.
const FARTHEST: f64 = 1e5;

/// An area, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// The numbers of a list, those that make no sense left out.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = f64> {
    text.split_ascii_whitespace()
        .filter_map(|word| word.parse().ok())
        .filter(|number: &f64| number.abs() < FARTHEST)
}

/// An area as it is written: `x y width height`.
pub(super) fn area(text: &str) -> Option<Area> {
    let mut numbers = numbers(text);
    let mut next = || numbers.next();
    Some(Area {
        x: next()?,
        y: next()?,
        width: next()?,
        height: next()?,
    })
}

/// Length in points.
pub(super) fn points(millimetres: f64) -> f64 {
    millimetres * POINTS
}

/// A change of coordinates: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix([f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The one that an object states, followed by the shift to the object's place.
    pub(super) fn of(stated: Option<&str>, place: Option<Area>) -> Self {
        let all: Vec<f64> = stated
            .map(|text| numbers(text).collect())
            .unwrap_or_default();
        let mut own = all.try_into().unwrap_or(Self::SAME.0);
        if let Some(place) = place {
            own[4] += place.x;
            own[5] += place.y;
        }
        Self(own)
    }

    /// A point in new coordinates.
    pub(super) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How much longer things become across and upright.
    pub(super) fn scale(&self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }
}

/// The steps between characters: numbers, and `g n step` for n equal ones; at most `most` of them.
pub(super) fn steps(text: &str, most: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let mut words = text.split_ascii_whitespace();
    while let Some(word) = words.next()
        && steps.len() < most
    {
        let (count, step) = match word {
            "g" | "G" => (words.next().and_then(|n| n.parse().ok()), words.next()),
            _ => (Some(1), Some(word)),
        };
        let step = step.and_then(|step| step.parse().ok());
        if let (Some(count), Some(step)) = (count, step) {
            let step: f64 = step;
            let count: usize = count;
            let step = if step.abs() < FARTHEST { step } else { 0.0 };
            steps.extend(std::iter::repeat_n(step, count.min(most - steps.len())));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn steps_are_written_in_short() {
        assert_eq!(steps("g 3 5.6 2.8 g 1 4", 9), [5.6, 5.6, 5.6, 2.8, 4.0]);
        assert_eq!(steps("g 999999999 1", 3), [1.0; 3]);
        assert_eq!(steps("g g 1 x 2", 9), [2.0]);
    }
}
