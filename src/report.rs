//! Checks to the [`Report`] that leaves the core.

use crate::{
    document::{Document, Part},
    facts::State,
    locate::Explained,
    recognise::{Recognised, Status, TableRead, outline::SECTIONS},
    rule::{Bilingual, Cause, Check, Evidence, Finding, Language, Repair, Rule, Severity, Verdict},
    rules,
    text::{Number, Span, number::plain, order::Order, utf16},
    view::{self, Report},
};
use std::collections::{BTreeMap, HashMap};

/// What the rules came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Every application of a rule.
    pub checks: Vec<Check>,
    /// What was explained.
    pub explained: Explained,
    /// Numbers of the text that nothing was checked against.
    pub unused: Vec<Evidence>,
    /// The codes of the rules that were switched off.
    pub off: Vec<&'static str>,
}

/// Puts the report together in one language.
#[must_use]
pub fn assemble(
    document: &Document,
    recognised: &Recognised,
    outcome: Outcome,
    note: Option<&Bilingual>,
    language: Language,
) -> Report {
    let Outcome {
        checks,
        explained,
        unused,
        off,
    } = outcome;
    let places = Places::new(document);
    let quote = |span: Span| document.quote(span).split_whitespace().collect::<String>();
    let title = recognised.title.as_ref();
    Report {
        schema: "gouji/1",
        source: view::Source {
            name: document.name().map(str::to_owned),
            format: document.format().name(),
            characters: document.text().chars().count(),
        },
        title: title.map(|title| quote(title.span)),
        organization: title.and_then(|title| title.organization).map(quote),
        year: recognised.year,
        edition: recognised.form.map(|form| form.edition),
        note: note.map(|note| note.get(language).to_owned()),
        sections: sections(document, recognised),
        parts: document
            .parts()
            .iter()
            .map(|part| part_view(document, part))
            .collect(),
        tables: recognised
            .tables
            .iter()
            .enumerate()
            .map(|(at, table)| table_view(document, table, at, &explained))
            .collect(),
        facts: recognised
            .facts
            .all()
            .iter()
            .map(|fact| fact_view(&places, fact))
            .collect(),
        claims: checks
            .iter()
            .filter_map(|check| claim_view(&places, check))
            .collect(),
        coverage: coverage(&checks, language),
        findings: findings(&places, checks, &explained.parts, language),
        unused: views(&places, &unused),
        off,
    }
}

/// The whole catalogue in one language, in the order of the codes.
#[must_use]
pub fn rule_pages(language: Language) -> Vec<view::RulePage> {
    let page = |rule: &Rule| view::RulePage {
        code: rule.code,
        name: rule.name,
        title: title(rule, language),
        severity: severity(rule.severity),
        page: if language == Language::English {
            rule.page_en
        } else {
            rule.page_zh
        },
    };
    rules::all().into_iter().map(page).collect()
}

fn title(rule: &Rule, language: Language) -> &'static str {
    if language == Language::English {
        rule.en
    } else {
        rule.zh
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn sections(document: &Document, recognised: &Recognised) -> Vec<view::Section> {
    let section = |section: &crate::recognise::Section| {
        let block = document.block_at(section.heading.start);
        let text = document.quote(section.heading).to_owned();
        view::Section {
            id: SECTIONS[section.form].id,
            heading: view::Text { block, text },
        }
    };
    recognised.sections.iter().map(section).collect()
}

fn text_view(document: &Document, block: usize) -> view::Text {
    view::Text {
        block,
        text: document.quote(document.block(block)).to_owned(),
    }
}

fn part_view(document: &Document, part: &Part) -> view::Part {
    match part {
        Part::Paragraph {
            block,
            heading: Some(level),
        } => view::Part::Heading {
            level: *level,
            text: text_view(document, *block),
        },
        Part::Paragraph {
            block,
            heading: None,
        } => view::Part::Paragraph {
            text: text_view(document, *block),
        },
        Part::Picture { block } => view::Part::Picture {
            text: text_view(document, *block),
        },
        Part::Grid(grid) => {
            let mut rows: Vec<Vec<view::Cell>> = (0..grid.rows).map(|_| Vec::new()).collect();
            for cell in &grid.cells {
                if let Some(row) = rows.get_mut(cell.row) {
                    let text = text_view(document, cell.block);
                    row.push(view::Cell {
                        text,
                        rows: cell.rows,
                        columns: cell.columns,
                        header: cell.header,
                    });
                }
            }
            view::Part::Grid { rows }
        }
    }
}

fn table_view(
    document: &Document,
    table: &TableRead,
    at: usize,
    explained: &Explained,
) -> view::Table {
    let form = &table.form;
    let rows = form.rows.iter().map(|row| {
        let mut facts = vec![None; form.columns.len()];
        let mut recomputed = vec![None; form.columns.len()];
        for slot in row.slots.clone() {
            let column = form.slots[slot].column;
            facts[column] = Some(form.slots[slot].id.clone());
            let told = explained.values.get(&(at, slot));
            recomputed[column] = told
                .copied()
                .unwrap_or_else(|| table.recomputed(slot))
                .map(plain);
        }
        view::TableRow {
            label: row.printed.to_string(),
            level: row.level,
            facts,
            recomputed,
        }
    });
    let place = table.region.or(table.picture);
    view::Table {
        id: form.id,
        title: form.title.to_string(),
        status: match table.status {
            Status::Read => "read",
            Status::Incomplete => "incomplete",
            Status::Picture => "picture",
            Status::Missing => "missing",
        },
        block: place.map(|span| document.block_at(span.start)),
        columns: form.columns.iter().map(ToString::to_string).collect(),
        rows: rows.collect(),
    }
}

/// A number with all its places after the point, as printed.
fn as_printed(number: Number) -> String {
    if number.scale() == 0 {
        plain(number)
    } else {
        number.to_string()
    }
}

fn fact_view(places: &Places<'_>, fact: &crate::facts::Fact) -> view::Fact {
    let evidence = |span| evidence_view(places, span, &fact.label, fact.value);
    view::Fact {
        id: fact.id.clone(),
        value: fact.value.map(as_printed),
        state: match fact.state {
            State::Number => "number",
            State::Blank => "blank",
            State::NotApplicable => "not-applicable",
            State::Unreadable => "unreadable",
            State::Missing => "missing",
        },
        inferred: fact.inferred,
        unit: fact.unit.name(),
        evidence: fact.span.map(evidence),
    }
}

/// A document with the way from its bytes to the units of the browser.
struct Places<'a> {
    document: &'a Document,
    units: utf16::Offsets<'a>,
}

impl<'a> Places<'a> {
    fn new(document: &'a Document) -> Self {
        let units = utf16::Offsets::new(document.text());
        Self { document, units }
    }
}

/// A place as the browser counts: inside the block where it begins, and not past that block's end.
fn evidence_view(
    places: &Places<'_>,
    span: Span,
    label: &str,
    value: Option<Number>,
) -> view::Evidence {
    let Places { document, units } = places;
    let block = document.block_at(span.start);
    let around = document.block(block);
    let start = span.start.clamp(around.start, around.end);
    let end = span.end.clamp(start, around.end);
    let units = |at| units.at(at) - units.at(around.start);
    view::Evidence {
        block,
        start: units(start),
        end: units(end),
        quote: document.quote(Span::new(start, end)).to_owned(),
        label: label.to_owned(),
        value: value.map(plain),
    }
}

fn views(places: &Places<'_>, evidence: &[Evidence]) -> Vec<view::Evidence> {
    let view = |one: &Evidence| evidence_view(places, one.span, &one.label, one.value);
    evidence.iter().map(view).collect()
}

fn claim_view(places: &Places<'_>, check: &Check) -> Option<view::Claim> {
    let holds = match check.verdict {
        Verdict::Holds => Some(true),
        Verdict::Violated => Some(false),
        Verdict::Undecided => None,
    };
    Some(view::Claim {
        kind: check.claim?,
        holds,
        evidence: views(places, &check.evidence),
    })
}

fn coverage(checks: &[Check], language: Language) -> Vec<view::Coverage> {
    let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
    for check in checks {
        counts.entry(check.rule.code).or_default()[check.verdict as usize] += 1;
    }
    rules::all()
        .into_iter()
        .filter_map(|rule| {
            let [holds, violated, undecided] = *counts.get(rule.code)?;
            let title = title(rule, language);
            Some(view::Coverage {
                code: rule.code,
                rule: rule.name,
                title,
                holds,
                violated,
                undecided,
            })
        })
        .collect()
}

/// The findings in the order of the text, each followed by those that are part of it; those without a place come last.
fn findings(
    places: &Places<'_>,
    checks: Vec<Check>,
    parts: &BTreeMap<usize, usize>,
    language: Language,
) -> Vec<view::Finding> {
    let place = |at: usize| {
        let check: &Check = &checks[at];
        let first = check.evidence.first();
        (
            first.map_or(usize::MAX, |first| first.span.start),
            check.rule.code,
        )
    };
    let key = |at: usize| {
        let whole = parts.get(&at);
        (
            place(whole.copied().unwrap_or(at)),
            whole.copied(),
            place(at),
        )
    };
    let mut found: Vec<usize> = (0..checks.len())
        .filter(|&at| checks[at].finding.is_some())
        .collect();
    found.order_by_key(|&at| key(at));
    let mut checks: Vec<Option<Check>> = checks.into_iter().map(Some).collect();
    let (mut seen, mut names) = (BTreeMap::new(), HashMap::new());
    let mut views = Vec::with_capacity(found.len());
    for at in found {
        let Some(mut check) = checks[at].take() else {
            continue;
        };
        let Some(finding) = check.finding.take() else {
            continue;
        };
        let mut view = finding_view(places, &check, finding, &mut seen, language);
        view.part_of = parts.get(&at).and_then(|whole| names.get(whole).cloned());
        names.insert(at, view.id.clone());
        views.push(view);
    }
    views
}

fn finding_view(
    places: &Places<'_>,
    check: &Check,
    finding: Finding,
    seen: &mut BTreeMap<String, usize>,
    language: Language,
) -> view::Finding {
    let rule = check.rule;
    let evidence = views(places, &check.evidence);
    let base = identity(rule.code, &evidence, &finding);
    let count = seen.entry(base.clone()).or_insert(0);
    *count += 1;
    let id = if *count == 1 {
        base
    } else {
        format!("{base}-{count}")
    };
    view::Finding {
        id,
        code: rule.code,
        rule: rule.name,
        title: title(rule, language),
        severity: severity(finding.severity),
        cause: match finding.cause {
            Cause::Report => "report",
            Cause::Reading => "reading",
            Cause::Either => "either",
        },
        message: finding.message.get(language).to_owned(),
        formula: finding.formula,
        expected: finding.expected,
        found: finding.found,
        evidence,
        repairs: finding
            .repairs
            .iter()
            .map(|repair| repair_view(places, repair, language))
            .collect(),
        part_of: None,
    }
}

/// The same fault in the same report keeps its identity: it hangs on the rule, the labels and the printed characters,
/// not on the place or the language.
fn identity(code: &str, evidence: &[view::Evidence], finding: &Finding) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for evidence in evidence {
        add(&evidence.label);
        add(&evidence.quote);
    }
    add(finding.formula.as_deref().unwrap_or_default());
    add(&finding.message.zh);
    format!("{code}-{:08x}", (hash ^ (hash >> 32)) as u32)
}

fn repair_view(places: &Places<'_>, repair: &Repair, language: Language) -> view::Repair {
    let Evidence { span, label, value } = &repair.evidence;
    view::Repair {
        evidence: evidence_view(places, *span, label, *value),
        value: plain(repair.value),
        restores: repair.restores,
        why: repair.why.get(language).to_owned(),
        way: repair.way,
    }
}
