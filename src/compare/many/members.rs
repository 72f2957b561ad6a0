//! Whose reports are added up, and who is missing.

use super::{
    Added, Body, Figures, Many, Reading, Whole,
    names::{self, fold},
    sums, words,
};
use crate::{
    compare::rules,
    facts::Facts,
    recognise::Recognised,
    rule::{Check, Finding, Verdict},
    text::order::Order,
};
use std::sync::Arc;

/// The reports that are added up.
#[derive(Debug, Default)]
pub(super) struct Members<'a> {
    pub(super) added: Vec<Member<'a>>,
    /// Names of the list without a report, as places in it.
    pub(super) missing: Vec<usize>,
    /// Whether a report that belongs to the whole cannot be added up, so that no sum is known.
    pub(super) blocked: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Member<'a> {
    pub(super) name: Arc<str>,
    pub(super) facts: &'a Facts,
}

/// Why a report is not added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// It is of another year, or of none.
    Year,
    /// It is in another edition of the form.
    Edition,
    /// No table of it was read.
    Tables,
    /// There are two of one body, and they differ.
    Twice,
    /// It is the whole's own name.
    Own,
    /// The list does not say which of two it means.
    Unclear,
    /// It is no report.
    Other,
    /// The list does not name it.
    Unlisted,
    /// The same report is there a second time.
    Copy,
}

impl Why {
    /// Whether the sums are known without it.
    fn is_left_out(self) -> bool {
        matches!(self, Self::Other | Self::Unlisted | Self::Copy)
    }
}

pub(super) fn find<'a>(
    whole: Whole<'_>,
    bodies: &'a [Body],
    listed: &[String],
    many: &mut Many,
) -> Members<'a> {
    let mut whys: Vec<Option<Why>> = bodies.iter().map(|body| unfit(whole, body)).collect();
    twice(bodies, &mut whys);
    let mut members = Members::default();
    let mut wanted = vec![true; bodies.len()];
    if !listed.is_empty() {
        let fit: Vec<bool> = whys.iter().map(Option::is_none).collect();
        let matched = names::matched(listed, bodies, &fit);
        for at in matched.unclear {
            whys[at] = Some(Why::Unclear);
        }
        for (at, wanted) in wanted.iter_mut().enumerate() {
            *wanted = whys[at] == Some(Why::Unclear) || matched.reports.contains(&Some(at));
        }
        let reports = matched.reports.iter().enumerate();
        members.missing = reports
            .filter_map(|(at, own)| own.is_none().then_some(at))
            .collect();
    }
    let mut kinds: Vec<(Why, &str)> = Vec::new();
    for (at, body) in bodies.iter().enumerate() {
        let why = match whys[at] {
            Some(Why::Copy) => Some(Why::Copy),
            _ if is_superseded(body, bodies, &whys) => continue,
            why if wanted[at] => why,
            _ => Some(Why::Unlisted),
        };
        match (&body.read, why) {
            (Reading::Report(figures), None) => members.added.push(Member {
                name: Arc::clone(&body.name),
                facts: &figures.facts,
            }),
            (Reading::Unread(why), _) if wanted[at] || !members.missing.is_empty() => {
                members.blocked = true;
                many.notes.push(words::unread(&body.name, why));
            }
            (_, why) => kinds.extend(why.map(|why| (why, &*body.name))),
        }
    }
    if members.added.is_empty() {
        many.notes.push(words::nobody());
    }
    members.blocked |= kinds.iter().any(|(why, _)| !why.is_left_out());
    tell(&mut kinds, whole, many);
    members
}

/// One note for each reason.
fn tell(kinds: &mut [(Why, &str)], whole: Whole<'_>, many: &mut Many) {
    kinds.order();
    for same in kinds.chunk_by(|one, other| one.0 == other.0) {
        let names: Vec<&str> = same.iter().map(|(_, name)| *name).collect();
        let note = words::left_out(same[0].0, &names, whole.recognised);
        many.notes.push(note);
    }
}

fn report(body: &Body) -> Option<&Figures> {
    match &body.read {
        Reading::Report(figures) => Some(figures),
        _ => None,
    }
}

/// Why a report cannot be added up, as far as it says so itself.
fn unfit(whole: Whole<'_>, body: &Body) -> Option<Why> {
    let now = whole.recognised;
    let Some(figures) = report(body) else {
        return matches!(body.read, Reading::Other).then_some(Why::Other);
    };
    let own = figures.organization.as_deref().zip(whole.organization);
    if figures.year.is_none() || figures.year != now.year {
        Some(Why::Year)
    } else if own.is_some_and(|(one, other)| are_one(one, other)) {
        let copy = are_same(&figures.facts, &now.facts);
        Some(if copy { Why::Copy } else { Why::Own })
    } else if figures.facts.is_empty() {
        Some(Why::Tables)
    } else if figures.edition != now.form.map(|form| form.edition) {
        Some(Why::Edition)
    } else {
        None
    }
}

/// Two reports of one body: the same one is added once, of two others it cannot be told which is right.
fn twice(bodies: &[Body], whys: &mut [Option<Why>]) {
    let named = |at: usize| {
        report(&bodies[at]).and_then(|one| Some((fold(one.organization.as_deref()?), one)))
    };
    for at in 0..bodies.len() {
        let Some((name, own)) = named(at).filter(|_| whys[at].is_none()) else {
            continue;
        };
        let others = (at + 1..bodies.len()).filter_map(|other| {
            let (same, second) = named(other)?;
            (same == name).then_some((other, second))
        });
        for (other, second) in others {
            let copy = are_same(&own.facts, &second.facts);
            let why = if copy { Why::Copy } else { Why::Twice };
            whys[other].get_or_insert(why);
        }
    }
}

/// Whether two names are those of one place: 云溪县 is 云溪县人民政府, but not its office.
fn are_one(one: &str, other: &str) -> bool {
    let place = |name: &str| {
        let name = fold(name);
        let short = name.strip_suffix("政府").unwrap_or(&name);
        short.strip_suffix("人民").unwrap_or(short).to_owned()
    };
    place(one) == place(other)
}

/// Whether the tables of two reports say the same.
fn are_same(one: &Facts, other: &Facts) -> bool {
    let within = |one: &Facts, other: &Facts| {
        let mut all = one.all().iter();
        all.all(|fact| fact.in_sum() == other.in_sum(&fact.id))
    };
    within(one, other) && within(other, one)
}

/// Whether another report of the same body is added up, so that this one, of another year, is not missed.
fn is_superseded(body: &Body, bodies: &[Body], whys: &[Option<Why>]) -> bool {
    let own = report(body).filter(|own| own.organization.is_some());
    own.is_some_and(|own| {
        let mut others = bodies.iter().zip(whys);
        others.any(|(other, why)| {
            let same = report(other).filter(|other| other.organization == own.organization);
            why.is_none() && same.is_some_and(|other| other.year != own.year)
        })
    })
}

/// Tells which bodies of the list have no report, and where it is one, what its report would say.
pub(super) fn missing(
    whole: &Recognised,
    members: &Members<'_>,
    listed: &[String],
    many: &mut Many,
) {
    for (at, _) in listed.iter().enumerate() {
        let first = members.missing.first() == Some(&at);
        let is_missing = members.missing.contains(&at);
        let names: Vec<&str> = members
            .missing
            .iter()
            .map(|&at| listed[at].as_str())
            .collect();
        let finding = first.then(|| {
            let rest = sums::rest(whole, members);
            Finding::new(rules::R102.severity, words::missing(&names, rest.as_ref()))
        });
        many.checks.push(Added {
            check: Check {
                verdict: if is_missing {
                    Verdict::Violated
                } else {
                    Verdict::Holds
                },
                ..Check::of(&rules::R102, Vec::new(), finding)
            },
            figures: Vec::new(),
        });
        if is_missing {
            many.missing.push(listed[at].clone());
        }
    }
}
