//! One sort for all types. The library's own is compiled anew for every type and every order, and thirty copies of it
//! are a tenth of what the page must load.

use std::cmp::Ordering;

/// Stable sorting of slices that share one piece of code.
pub(crate) trait Order<T> {
    /// Sorts as `sort_by` does.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts as `sort` does.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    /// Sorts as `sort_by_key` does.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Order<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        if self.is_sorted_by(|a, b| compare(a, b).is_le()) {
            return;
        }
        let mut places = places(self.len(), &mut |a, b| compare(&self[a], &self[b]));
        for at in 0..places.len() {
            while places[at] != at {
                let to = places[at];
                self.swap(at, to);
                places.swap(at, to);
            }
        }
    }
}

/// Where each of so many items belongs.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    sorted.sort_by(|&a, &b| compare(a, b));
    let mut places = vec![0; count];
    for (place, &item) in sorted.iter().enumerate() {
        places[item] = place;
    }
    places
}

/// Of pairs in the order of their first halves, those whose first half is this letter.
pub(crate) fn of_letter<T>(ordered: &[(char, T)], letter: char) -> &[(char, T)] {
    let from = ordered.partition_point(|(first, _)| *first < letter);
    let count = ordered[from..].partition_point(|(first, _)| *first == letter);
    &ordered[from..from + count]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_order_of_the_library_and_as_stable() {
        for count in 0..60 {
            let items: Vec<(usize, usize)> = (0..count).map(|at| (at * 37 % 11, at)).collect();
            let (mut own, mut library) = (items.clone(), items);
            own.order_by_key(|item| item.0);
            library.sort_by_key(|item| item.0);
            assert_eq!(own, library);
        }
    }

    #[test]
    fn pairs_are_found_by_their_letter() {
        let pairs = [('件', 1), ('件', 2), ('条', 3)];
        assert_eq!(of_letter(&pairs, '件'), &pairs[..2]);
        assert_eq!(of_letter(&pairs, '条'), &pairs[2..]);
        assert!(of_letter(&pairs, '元').is_empty());
    }
}
