//! Lines as drawn, those that are one joined, those that hang together.

use crate::{ingest::layout::Rect, text::order::Order};

/// How near to each other lines are one line, and how near ends must come to meet, in points.
pub(super) const SAME: f64 = 2.0;
pub(super) const MEET: f64 = 3.5;

/// A level or upright line: its place across, and from where to where it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Stroke {
    pub(super) fn crosses(&self, other: &Self) -> bool {
        (self.from - MEET..=self.to + MEET).contains(&other.at)
            && (other.from - MEET..=other.to + MEET).contains(&self.at)
    }
}

/// Lines that hang together.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub(super) level: Vec<Stroke>,
    pub(super) upright: Vec<Stroke>,
}

/// The four sides of a ground.
pub(super) fn edges(rect: &Rect) -> [Rect; 4] {
    let Rect {
        left,
        top,
        right,
        bottom,
    } = *rect;
    [
        Rect {
            bottom: top,
            ..*rect
        },
        Rect {
            top: bottom,
            ..*rect
        },
        Rect {
            right: left,
            ..*rect
        },
        Rect {
            left: right,
            ..*rect
        },
    ]
}

pub(super) fn strokes(rects: &[Rect]) -> Frame {
    let mut frame = Frame::default();
    for rect in rects {
        if rect.width() >= rect.height() {
            let at = (rect.top + rect.bottom) / 2.0;
            frame.level.push(Stroke {
                at,
                from: rect.left,
                to: rect.right,
            });
        } else {
            let at = (rect.left + rect.right) / 2.0;
            frame.upright.push(Stroke {
                at,
                from: rect.top,
                to: rect.bottom,
            });
        }
    }
    Frame {
        level: merged(frame.level),
        upright: merged(frame.upright),
    }
}

/// Pieces of one line put together.
pub(super) fn merged(mut strokes: Vec<Stroke>) -> Vec<Stroke> {
    strokes.order_by(|a, b| a.at.total_cmp(&b.at));
    let mut done: Vec<Stroke> = Vec::new();
    let mut rest = strokes.as_slice();
    while let Some(first) = rest.first() {
        let count = rest
            .iter()
            .take_while(|stroke| stroke.at - first.at <= SAME)
            .count();
        let mut same = rest[..count].to_vec();
        rest = &rest[count..];
        same.order_by(|a, b| a.from.total_cmp(&b.from));
        let start = done.len();
        for stroke in same {
            match done[start..].last_mut() {
                Some(last) if stroke.from <= last.to + MEET => last.to = last.to.max(stroke.to),
                _ => done.push(stroke),
            }
        }
    }
    done.retain(|stroke| stroke.to - stroke.from > 4.0);
    done
}

pub(super) fn top(frame: &Frame) -> f64 {
    frame
        .level
        .iter()
        .map(|stroke| stroke.at)
        .fold(f64::INFINITY, f64::min)
}

/// Lines sorted by which hang together.
pub(super) fn frames(strokes: &Frame) -> Vec<Frame> {
    let mut owner: Vec<Option<usize>> = vec![None; strokes.level.len()];
    let mut taken = vec![false; strokes.upright.len()];
    let mut frames = Vec::new();
    for start in 0..strokes.level.len() {
        if owner[start].is_some() {
            continue;
        }
        let name = frames.len();
        let mut frame = Frame::default();
        let mut queue = vec![start];
        owner[start] = Some(name);
        while let Some(at) = queue.pop() {
            let level = strokes.level[at];
            frame.level.push(level);
            for (upright, taken) in strokes.upright.iter().zip(&mut taken) {
                if *taken || !level.crosses(upright) {
                    continue;
                }
                *taken = true;
                frame.upright.push(*upright);
                for (other, owner) in strokes
                    .level
                    .iter()
                    .zip(&mut owner)
                    .enumerate()
                    .filter(|(_, pair)| pair.1.is_none())
                    .map(|(at, (_, owner))| (at, owner))
                {
                    if strokes.level[other].crosses(upright) {
                        *owner = Some(name);
                        queue.push(other);
                    }
                }
            }
        }
        frames.push(frame);
    }
    frames.retain(|frame| frame.level.len() > 1 && !frame.upright.is_empty());
    frames
}

/// Places that occur, those near each other taken as one.
pub(super) fn places(mut all: Vec<f64>) -> Vec<f64> {
    all.order_by(f64::total_cmp);
    let mut places: Vec<f64> = Vec::new();
    for at in all {
        if places.last().is_none_or(|last| at - last > MEET) {
            places.push(at);
        }
    }
    places
}

/// The places of lines, and where the lines across them end beyond the outermost.
pub(super) fn sides(lines: &[Stroke], across: &[Stroke]) -> Vec<f64> {
    let mut all: Vec<f64> = lines.iter().map(|stroke| stroke.at).collect();
    let (low, high) = bounds(&all);
    let from = across
        .iter()
        .map(|stroke| stroke.from)
        .fold(f64::INFINITY, f64::min);
    let to = across
        .iter()
        .map(|stroke| stroke.to)
        .fold(f64::NEG_INFINITY, f64::max);
    if from < low - 6.0 {
        all.push(from);
    }
    if to > high + 6.0 {
        all.push(to);
    }
    places(all)
}

pub(super) fn bounds(all: &[f64]) -> (f64, f64) {
    all.iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &at| {
            (low.min(at), high.max(at))
        })
}
