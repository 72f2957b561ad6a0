//! Comma-separated values as Excel opens them ([RFC 4180]).

use super::{labels, name, printed, words::Words};
use crate::view::{Finding, Report};

/// All findings of some reports.
pub(super) fn findings(reports: &[&Report], words: &Words) -> String {
    let mut csv = begin(&[&[words.report], &words.finding[..]].concat());
    for report in reports {
        for finding in &report.findings {
            let cells = finding_cells(finding, words);
            let cells = [name(report)]
                .into_iter()
                .chain(cells.iter().map(String::as_str));
            line(&mut csv, cells);
        }
    }
    csv
}

/// The cells of a finding, in the order of [`Words::finding`].
pub(super) fn finding_cells(finding: &Finding, words: &Words) -> [String; 9] {
    let places: Vec<&str> = finding.evidence.iter().map(|place| &*place.label).collect();
    let repairs: Vec<String> = finding
        .repairs
        .iter()
        .map(|repair| {
            let (label, why) = (&repair.evidence.label, &repair.why);
            format!(
                "{label} {} → {}{}{why}",
                repair.evidence.quote, repair.value, words.colon
            )
        })
        .collect();
    let cell = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        (words.severity)(finding.severity).to_owned(),
        finding.code.to_owned(),
        finding.title.to_owned(),
        places.first().copied().unwrap_or_default().to_owned(),
        finding.message.clone(),
        cell(&finding.formula),
        cell(&finding.found),
        cell(&finding.expected),
        repairs.join("\n"),
    ]
}

/// All quantities of some reports.
pub(super) fn facts(reports: &[&Report], words: &Words) -> String {
    let mut csv = begin(&[&[words.report], &words.fact[..]].concat());
    for report in reports {
        let labels = labels(report);
        for fact in &report.facts {
            let label = labels.get(fact.id.as_str()).map_or("", String::as_str);
            let inferred = if fact.inferred { words.yes } else { "" };
            let value = fact.value.as_deref().unwrap_or_default();
            let state = (words.state)(fact.state);
            let cells = [
                &fact.id,
                label,
                value,
                printed(fact),
                state,
                fact.unit,
                inferred,
            ];
            line(&mut csv, [name(report)].into_iter().chain(cells));
        }
    }
    csv
}

/// The byte-order mark, without which Excel takes the text for GBK, and the head.
fn begin(head: &[&str]) -> String {
    let mut csv = String::from('\u{feff}');
    line(&mut csv, head.iter().copied());
    csv
}

fn line<'c>(csv: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            csv.push(',');
        }
        quote(csv, cell);
    }
    csv.push_str("\r\n");
}

/// A cell in quotes where it needs them, and with an apostrophe before it where Excel would run it as a formula.
fn quote(csv: &mut String, cell: &str) {
    let guarded = starts_formula(cell);
    if !guarded && !cell.contains(['"', ',', '\r', '\n']) {
        csv.push_str(cell);
        return;
    }
    csv.push('"');
    if guarded {
        csv.push('\'');
    }
    csv.push_str(&cell.replace('"', "\"\""));
    csv.push('"');
}

/// Whether Excel takes a cell for a formula; a plain number with its sign is none.
fn starts_formula(cell: &str) -> bool {
    let formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let control = cell.starts_with(['\t', '\r', '\n']);
    let plain = cell.strip_prefix(['+', '-']).is_some_and(|digits| {
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
    });
    (formula && !plain) || control
}

#[cfg(test)]
mod tests {
    use super::line;

    fn written(cell: &str) -> String {
        let mut csv = String::new();
        line(&mut csv, [cell]);
        csv
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(written("甲"), "甲\r\n");
        assert_eq!(written("甲,乙"), "\"甲,乙\"\r\n");
        assert_eq!(written("说“\"甲\"”"), "\"说“\"\"甲\"\"”\"\r\n");
        assert_eq!(written("一\n二"), "\"一\n二\"\r\n");
    }

    #[test]
    fn nothing_runs_as_a_formula() {
        for cell in [
            "=1+1",
            "+CMD|' /C calc'!A0",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            " =1",
            "＝1",
        ] {
            assert!(written(cell).starts_with("\"'"), "{cell}");
        }
        for cell in ["-8", "+19", "-0.5", "8-3", "（七）总计"] {
            assert_eq!(written(cell), format!("{cell}\r\n"));
        }
    }
}
