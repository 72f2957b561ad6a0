//! Transformations of the plane.

/// `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this one, then `next`.
    pub(super) fn then(&self, next: &Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let (x, y) = next.turn(a, b);
        let (u, v) = next.turn(c, d);
        let (p, q) = next.apply(e, f);
        Self([x, y, u, v, p, q])
    }

    pub(super) fn apply(&self, x: f64, y: f64) -> (f64, f64) {
        let (u, v) = self.turn(x, y);
        (u + self.0[4], v + self.0[5])
    }

    /// A direction, without the shift.
    pub(super) fn turn(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}
