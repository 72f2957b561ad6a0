//! Balances whose figures stand in paragraphs of their own (N205): `收到120件,上年结转4件。`, then `办结118件,结转下年6件。`.

use super::{figures::ends_otherwise, unbalanced};
use crate::{
    claims::{
        lexicon::{
            links::{BODIES, OWN},
            roles::OTHERS,
        },
        reading::{
            page::{Page, any, has},
            prose::Prose,
            roles::{Role, role},
        },
        rules,
    },
    rule::{Check, Severity},
    text::words::without,
};

/// The figures of a balance, in the order in which they are told.
const ROLES: [Role; 4] = [
    Role::Received,
    Role::CarriedIn,
    Role::Closed,
    Role::CarriedOut,
];
/// How many paragraphs a balance may take up.
const MOST: usize = 4;

/// A figure: its passage and its mention.
type Place = (usize, usize);

/// Finds and checks the balances of several paragraphs in a row.
pub(in crate::claims) fn check(prose: &mut Prose, checks: &mut Vec<Check>) {
    let mut from = 0;
    while from < prose.pages.len() {
        let to = run(prose, from);
        let carried = |page: &Page| has(page.text(), "结转");
        if to > from + 1
            && prose.pages[from..to].iter().any(carried)
            && let Some(figures) = figures(prose, from, to)
        {
            checks.push(judge(prose, figures));
        }
        from = to.max(from + 1);
    }
}

/// Where the paragraphs on requests end that begin with one, under one heading.
fn run(prose: &Prose, from: usize) -> usize {
    let heading = &prose.pages[from].heading;
    let goes_on = |page: &&Page| {
        let plain = page.requests && !page.litigation && !page.passage.heading;
        plain && page.heading == *heading
    };
    let pages = prose.pages[from..].iter().take(MOST);
    from + pages.take_while(goes_on).count()
}

/// The four figures, where each has one value in these paragraphs and no paragraph has all of them.
fn figures(prose: &Prose, from: usize, to: usize) -> Option<[Place; 4]> {
    let mut found: [Option<Place>; 4] = [None; 4];
    for at in from..to {
        let page = &prose.pages[at];
        let text = page.text();
        // 截至11月底新收466件: of some months.
        let part = any(text, &["月底", "半年", "季度"]);
        if part || ends_otherwise(text) || any(text, OTHERS) || any(&without(text, OWN), BODIES) {
            return None;
        }
        for number in 0..page.mentions.len() {
            let Some(role) = role(page, number, prose.year) else {
                continue;
            };
            let place = ROLES.iter().position(|other| *other == role)?;
            let value = page.mentions[number].value;
            match found[place] {
                Some((page, other)) if prose.pages[page].mentions[other].value != value => {
                    return None;
                }
                Some(_) => {}
                None if page.mentions[number].soft => return None,
                None => found[place] = Some((at, number)),
            }
        }
    }
    let [Some(new), Some(old), Some(done), Some(left)] = found else {
        return None;
    };
    let places = [new, old, done, left];
    places
        .iter()
        .any(|place| place.0 != new.0)
        .then_some(places)
}

fn judge(prose: &mut Prose, places: [Place; 4]) -> Check {
    let values = places.map(|(page, at)| prose.pages[page].mentions[at].value);
    let [new, old, done, left] = values;
    let holds = new + old == done + left || new == done + left;
    let found = (!holds).then(|| unbalanced(values, [true, true], Severity::Warning));
    let [(first, at), others @ ..] = places;
    let mut check = prose.pages[first].check(rules::PROSE_UNBALANCED, "balance", &[at], found);
    for (page, at) in others {
        let evidence = prose.pages[page].evidence(at);
        prose.pages[page].used[at] = true;
        check.evidence.push(evidence);
    }
    check
}
