//! Rates of reviews or lawsuits that ended in one way, named alone (N204): 行政复议纠错率13.5%, 行政诉讼败诉率10%.

use super::{
    cases::{APPEALED, KINDS, kind, outcome},
    scope::{before, here},
    shares::{Table, cite, reaches},
};
use crate::{
    claims::{
        cells::value,
        rates::rate_finding,
        reading::{
            mention::Grade,
            page::{Page, any, clip},
        },
        rules,
    },
    facts::Facts,
    rule::{Check, Severity},
    text::{Number, words::without},
};

/// Words of cases that a body decides or answers, and of some cases only.
const APART: [&str; 8] = [
    "审理",
    "办理",
    "应诉",
    "累计",
    "综合",
    "直接",
    "复议后",
    "复议机关",
];

/// How many cases ended in one way, how many there were, were decided in any way, and were upheld or corrected.
type Figures = [Number; 4];

/// What a rate of cases is of.
struct Rated {
    lawsuits: bool,
    /// The name that its outcome has in table four.
    ending: &'static str,
    /// The figures of its kind of cases.
    own: Figures,
    /// Whether the rate follows from these, from those of both kinds, or of one kind of lawsuits.
    holds: bool,
}

/// Checks a rate of cases that nothing explains yet.
pub(super) fn check(page: &mut Page, at: usize, table: &Table<'_>) -> Option<Check> {
    let Table { year, facts, .. } = *table;
    let rated = rated(page, at, facts)?;
    let sentence = before(page, at);
    let sure = page.requests || sentence.contains("信息公开") || page.heading.contains("信息公开");
    let tied = || beside(page, at, &rated) || another(page, at, facts);
    if any(sentence, &APART) || !(sure || tied()) || !here(page, at, year, facts) {
        return None;
    }
    let mut found = rate_finding(page, at, rated.own[0], rated.own[1]).filter(|_| !rated.holds);
    if let Some(found) = found.as_mut() {
        found.severity = if sure {
            Severity::Warning
        } else {
            Severity::Notice
        };
    }
    let mut check = page.check(rules::RATE_DIFFERS, "rate", &[at], found);
    let blocks: &[&str] = match rated.lawsuits {
        true => &["direct", "after_review"],
        false => &["review"],
    };
    for block in blocks {
        for column in [rated.ending, "total"] {
            cite(&mut check, facts, &[&[&format!("t4.{block}.{column}")]]);
        }
    }
    Some(check)
}

/// What a percentage is of, if it is the rate of an outcome.
fn rated(page: &Page, at: usize, facts: &Facts) -> Option<Rated> {
    let name = page
        .wide(at)
        .trim_end_matches(['为', '达', '到', '是', '约']);
    let name = name.strip_suffix('率').filter(|_| page.litigation)?;
    let word = ["纠错", "纠正", "败诉", "维持"]
        .into_iter()
        .find(|word| name.ends_with(word))?;
    let ending = outcome(word)?;
    let lawsuits = word == "败诉" || kind_of(page, at)? == "诉讼";
    let [review, direct, later] = [
        figures(facts, "review", ending)?,
        figures(facts, "direct", ending)?,
        figures(facts, "after_review", ending)?,
    ];
    let add = |one: Figures, other: Figures| std::array::from_fn(|i| one[i] + other[i]);
    let suits: Figures = add(direct, later);
    let own = if lawsuits { suits } else { review };
    let all = [own, add(review, suits), direct, later];
    let all = &all[..if lawsuits { 4 } else { 2 }];
    let fits = |&[part, ref wholes @ ..]: &Figures| {
        let mut wholes = wholes.iter();
        wholes.any(|&whole| reaches(page, at, part, whole, Grade::Off))
    };
    let holds = all.iter().any(fits);
    (!own[1].is_zero()).then_some(Rated {
        lawsuits,
        ending,
        own,
        holds,
    })
}

/// The kind of cases that a rate is of: as its sentence says, or the only one that the passage names.
fn kind_of(page: &Page, at: usize) -> Option<&'static str> {
    let passage = without(
        clip(page.slice(0..page.mentions[at].range.start)),
        &APPEALED,
    );
    let sole = || {
        let mut kinds = KINDS.into_iter().filter(|kind| passage.contains(kind));
        kinds.next().filter(|_| kinds.next().is_none())
    };
    kind(page, at, page.wide(at), true).or_else(sole)
}

fn figures(facts: &Facts, block: &str, ending: &str) -> Option<Figures> {
    let cell = |column: &str| value(facts, &[format!("t4.{block}.{column}").as_str()]);
    let (all, open) = (cell("total")?, cell("pending")?);
    let decided = cell("upheld")? + cell("corrected")?;
    Some([cell(ending)?, all, all - open, decided])
}

/// Whether the count right before a rate is the table's own number of the same outcome.
fn beside(page: &Page, at: usize, rated: &Rated) -> bool {
    at.checked_sub(1).is_some_and(|count| {
        page.mentions[count].is_count()
            && page.same_sentence(count, at)
            && outcome(page.wide(count)) == Some(rated.ending)
            && page.mentions[count].value == rated.own[0]
            && !rated.own[0].is_zero()
    })
}

/// Whether another rate of its sentence follows from the table, so that this one must too.
fn another(page: &Page, at: usize, facts: &Facts) -> bool {
    let percent =
        |&i: &usize| i != at && page.mentions[i].is_percent() && page.same_sentence(i, at);
    let near = at.saturating_sub(4)..(at + 5).min(page.mentions.len());
    near.filter(percent).any(|i| {
        let told = !page.mentions[i].value.is_zero() && !page.mentions[i].change;
        told && rated(page, i, facts).is_some_and(|rated| rated.holds)
    })
}
