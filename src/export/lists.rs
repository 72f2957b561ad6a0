//! The sheets that are lists: findings, quantities, rules.

use super::{
    Decision,
    csv::finding_cells,
    labels, printed,
    sheet::{AMBER, BLUE, Content, GREY, Look, RED, Sheet},
    words::Words,
};
use crate::view::{Finding, Report};

/// The first sheet: what the report is, and what was found in it.
pub(super) fn findings(report: &Report, decisions: &[Decision], words: &Words) -> Sheet {
    let book = words.book;
    let widths = [
        8.0, 8.0, 20.0, 24.0, 52.0, 36.0, 11.0, 11.0, 40.0, 12.0, 32.0,
    ];
    let mut sheet = Sheet::new(book.findings, &widths);
    let title = report.title.as_deref().unwrap_or(book.untitled);
    sheet.title(title);
    for line in about(report, words) {
        sheet.push([(Content::text(line), Look::QUIET)]);
    }
    sheet.skip();
    if report.findings.is_empty() {
        let checked = report.coverage.iter().any(|rule| rule.holds > 0);
        let text = if checked { book.clean } else { book.nothing };
        sheet.push([(
            Content::text(text),
            Look {
                bold: true,
                ..Look::PLAIN
            },
        )]);
        return sheet;
    }
    let mut heads = words.finding.to_vec();
    if !decisions.is_empty() {
        heads.extend(book.decision);
    }
    sheet.push_heads(&heads);
    let head = sheet.next() - 1;
    for finding in &report.findings {
        let decided = decisions.iter().find(|one| one.id == finding.id);
        push_finding(&mut sheet, finding, decided, words);
    }
    sheet.frozen = (head + 1, 0);
    sheet.filter = Some((head, heads.len(), sheet.next() - 1));
    sheet.tab = Some(RED);
    sheet
}

fn push_finding(sheet: &mut Sheet, finding: &Finding, decided: Option<&Decision>, words: &Words) {
    let fill = match finding.severity {
        "error" => RED,
        "warning" => AMBER,
        _ => BLUE,
    };
    let at = sheet.next();
    let cells = finding_cells(finding, words);
    let said = decided.map(|one| [one.words.clone(), one.remark.clone()]);
    let cells = cells.into_iter().chain(said.into_iter().flatten());
    sheet.push(cells.enumerate().map(|(column, text)| {
        let look = match column {
            0 => Look {
                fill: Some(fill),
                bold: true,
                centred: true,
                ..Look::LISTED
            },
            1 | 6 | 7 => Look::LISTED.centred(),
            _ => Look::LISTED,
        };
        // 现为 and 应为 may be numbers.
        let content = match column {
            6 | 7 if is_number(&text) => Content::Number(text),
            _ => Content::text(text),
        };
        (content, look)
    }));
    sheet.fit(at);
}

/// A number that a worksheet keeps exactly.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.len() <= 15
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() < 2;
    plain && (digits.len() == 1 || !digits.starts_with('0') || digits.starts_with("0."))
}

/// What the report is, how much was checked, and what must be said of the whole.
fn about(report: &Report, words: &Words) -> Vec<String> {
    let book = words.book;
    let mut head = Vec::new();
    head.extend(report.organization.clone());
    head.extend(report.year.map(book.year));
    head.extend(report.edition.map(book.edition));
    let file = report.source.name.as_deref();
    head.extend(
        file.and_then(|path| path.rsplit(['/', '\\']).next())
            .map(str::to_owned),
    );
    let severity = |severity| {
        let same = |finding: &&Finding| finding.severity == severity;
        report.findings.iter().filter(same).count()
    };
    let mut verdicts = [0; 3];
    for rule in &report.coverage {
        verdicts[0] += rule.holds;
        verdicts[1] += rule.violated;
        verdicts[2] += rule.undecided;
    }
    let counts = (book.counts)(["error", "warning", "notice"].map(severity), verdicts);
    let lines = [Some(head.join(" · ")), Some(counts), report.note.clone()];
    lines
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}

/// All quantities.
pub(super) fn facts(report: &Report, words: &Words) -> Sheet {
    let book = words.book;
    let mut sheet = Sheet::new(book.facts, &[30.0, 50.0, 13.0, 16.0, 12.0, 9.0, 13.0]);
    sheet.push_heads(&words.fact);
    let labels = labels(report);
    let (text, middle) = (Look::CELL, Look::CELL.centred());
    for fact in &report.facts {
        let label = labels.get(fact.id.as_str()).map_or("", String::as_str);
        let value = fact.value.clone().map_or(Content::Empty, Content::Number);
        let fill = match fact.state {
            "unreadable" | "missing" => Some(AMBER),
            "blank" | "not-applicable" => Some(GREY),
            _ if fact.inferred => Some(BLUE),
            _ => None,
        };
        sheet.push([
            (Content::text(&fact.id), text),
            (Content::text(label), text),
            (value, middle),
            (Content::text(printed(fact)), middle),
            (
                Content::text((words.state)(fact.state)),
                Look { fill, ..middle },
            ),
            (Content::text(fact.unit), middle),
            (
                Content::text(if fact.inferred { words.yes } else { "" }),
                middle,
            ),
        ]);
    }
    sheet.frozen = (1, 0);
    sheet.filter = Some((0, words.fact.len(), sheet.next().max(2) - 1));
    sheet
}

/// How often each rule held, and the numbers that nothing was checked against.
pub(super) fn coverage(report: &Report, words: &Words) -> Sheet {
    let book = words.book;
    let mut sheet = Sheet::new(book.coverage, &[24.0, 60.0, 10.0, 10.0, 10.0]);
    sheet.push_heads(&book.rule);
    let middle = Look::CELL.centred();
    for rule in &report.coverage {
        let violated = Look {
            fill: (rule.violated > 0).then_some(RED),
            ..middle
        };
        let undecided = Look {
            fill: (rule.undecided > 0).then_some(AMBER),
            ..middle
        };
        sheet.push([
            (Content::text(rule.code), middle),
            (Content::text(rule.title), Look::CELL),
            (Content::count(rule.holds), middle),
            (Content::count(rule.violated), violated),
            (Content::count(rule.undecided), undecided),
        ]);
    }
    sheet.frozen = (1, 0);
    if !report.unused.is_empty() {
        sheet.skip();
        sheet.push([(
            Content::text(book.unused),
            Look {
                bold: true,
                ..Look::PLAIN
            },
        )]);
        sheet.push_heads(&book.unused_columns);
    }
    for evidence in &report.unused {
        sheet.push([
            (Content::text(&evidence.quote), Look::CELL),
            (Content::text(&*evidence.label), Look::CELL),
        ]);
    }
    sheet
}
