//! A report for the terminal: each finding drawn under its line.

mod lines;

use crate::{
    line::{self, Excerpt},
    output::harmless,
    words::Words,
};
use anstyle::{AnsiColor, Style};
use gouji::{
    rule::Language,
    view::{Evidence, Finding, LastYear, Report},
};
use lines::{Lines, section};
use std::fmt::Write;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The columns of a terminal that does not tell.
const WIDTH: usize = 100;
/// The columns before a line of the report.
const GUTTER: usize = 5;
/// The most lines of the report that one finding shows.
const MOST_LINES: usize = 6;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const GUIDE: Style = AnsiColor::Blue.on_default().bold();

/// How many findings of each severity, over all files.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    reports: usize,
    findings: [usize; 3],
    /// Files that could not be read.
    pub(crate) unreadable: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, report: &Report) {
        self.reports += 1;
        for finding in whole(report) {
            self.findings[rank(finding.severity)] += 1;
        }
    }
}

/// The findings that are no part of another.
fn whole(report: &Report) -> impl Iterator<Item = &Finding> {
    let findings = report.findings.iter();
    findings.filter(|finding| finding.part_of.is_none())
}

fn rank(severity: &str) -> usize {
    match severity {
        "error" => 0,
        "warning" => 1,
        _ => 2,
    }
}

fn style(severity: &str) -> Style {
    let color = [AnsiColor::Red, AnsiColor::Yellow, AnsiColor::Cyan][rank(severity)];
    color.on_default().bold()
}

/// Draws reports in one language and for one width.
pub(crate) struct Renderer {
    words: &'static Words,
    width: usize,
}

impl Renderer {
    pub(crate) fn new(language: Language) -> Self {
        let width = terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into());
        Self {
            words: Words::of(language),
            width: width.clamp(40, 160),
        }
    }

    /// The whole report: what it is, what was checked, every finding, a summary.
    pub(crate) fn report(&self, report: &Report) -> String {
        let mut out = String::new();
        self.heading(&mut out, report);
        let lines = Lines::new(report);
        for finding in whole(report) {
            out.push('\n');
            self.finding(&mut out, &lines, report, finding);
        }
        let mut tally = Tally::default();
        tally.add(report);
        out.push('\n');
        self.summary(&mut out, report, &tally);
        out.push('\n');
        out
    }

    /// The last line, for several files.
    pub(crate) fn total(&self, tally: &Tally) -> String {
        let (reports, unreadable) = (tally.reports, tally.unreadable);
        let all = (self.words.reports)(reports);
        let mut line = format!("{BOLD}{all}{BOLD:#}{}", self.counts(tally));
        if unreadable > 0 {
            line.push_str(&(self.words.unreadable)(unreadable));
        }
        line + "\n"
    }

    fn heading(&self, out: &mut String, report: &Report) {
        let words = self.words;
        let name = report.source.name.as_deref().unwrap_or(words.stdin);
        let title = harmless(report.title.as_deref().unwrap_or(words.untitled));
        put(out, format_args!("{BOLD}{title}{BOLD:#}"));
        let mut about = vec![harmless(name)];
        about.extend(report.organization.as_deref().map(harmless));
        about.extend(report.year.map(|year| (words.year)(year)));
        about.extend(report.edition.map(|edition| (words.edition)(edition)));
        put(out, format_args!("{DIM}{}{DIM:#}", about.join(" · ")));
        if let Some(note) = &report.note {
            put(out, format_args!("{}", harmless(note)));
        }
        if let Some(last) = &report.last_year {
            self.last_year(out, last);
        }
        if let Some(bodies) = &report.bodies {
            put(out, format_args!("{}", (words.added)(bodies.reports)));
            for note in &bodies.notes {
                put(out, format_args!("{}", harmless(note)));
            }
        }
        let (mut held, mut violated, mut undecided) = (0, 0, 0);
        for rule in &report.coverage {
            held += rule.holds;
            violated += rule.violated;
            undecided += rule.undecided;
        }
        let checked = (words.checked)([held, violated, undecided], report.unused.len());
        put(out, format_args!("{checked}"));
        if !report.off.is_empty() {
            let off = (words.off)(&report.off.join(" "));
            put(out, format_args!("{off}"));
        }
    }

    fn last_year(&self, out: &mut String, last: &LastYear) {
        let words = self.words;
        if last.compared {
            let title = last.title.as_deref().or(last.name.as_deref());
            let title = harmless(title.unwrap_or(words.untitled));
            put(out, format_args!("{}{title}", words.compared));
        }
        if let Some(note) = &last.note {
            put(out, format_args!("{}", harmless(note)));
        }
    }

    fn summary(&self, out: &mut String, report: &Report, tally: &Tally) {
        let words = self.words;
        let held = report.coverage.iter().any(|rule| rule.holds > 0);
        match report.findings.iter().min_by_key(|f| rank(f.severity)) {
            Some(worst) => {
                let help = (words.explain)(worst.code);
                put(
                    out,
                    format_args!("{}{DIM}{help}{DIM:#}", self.counts(tally)),
                );
            }
            None if held => put(out, format_args!("{}", words.clean)),
            None => put(out, format_args!("{}", words.nothing)),
        }
    }

    fn counts(&self, tally: &Tally) -> String {
        let severities = ["error", "warning", "notice"];
        let counts = severities.iter().zip(tally.findings).map(|(severity, n)| {
            let style = if n > 0 { style(severity) } else { Style::new() };
            format!("{style}{}{style:#}", (self.words.count)(severity, n))
        });
        counts.collect::<Vec<_>>().join(self.words.comma) + self.words.stop
    }

    fn finding(&self, out: &mut String, lines: &Lines, report: &Report, finding: &Finding) {
        let style = style(finding.severity);
        let severity = (self.words.severity)(finding.severity);
        let (code, message) = (finding.code, harmless(&finding.message));
        put(
            out,
            format_args!("{style}{severity}[{code}]{style:#} {BOLD}{message}{BOLD:#}"),
        );
        if let Some(section) = finding.evidence.first().and_then(|e| section(report, e)) {
            let section = harmless(section.trim());
            put(out, format_args!("  {GUIDE}-->{GUIDE:#} {section}"));
        }
        self.places(out, lines, finding);
        let words = self.words;
        if let Some(formula) = &finding.formula {
            note(out, words.formula, formula);
        }
        for evidence in &finding.last_year {
            let Evidence { label, quote, .. } = evidence;
            note(
                out,
                words.last_year,
                &format!("{label}{}{quote}", words.colon),
            );
        }
        let part_of = |part: &&Finding| part.part_of.as_ref() == Some(&finding.id);
        for part in report.findings.iter().filter(part_of) {
            let sums = part.formula.as_deref().unwrap_or(&part.message);
            let text = format!("{} [{}]{}{sums}", part.title, part.code, words.colon);
            note(out, words.also, &text);
        }
        for repair in &finding.repairs {
            let text = format!("{}{}{}", repair.evidence.label, words.colon, repair.why);
            note(out, words.repair, &text);
        }
        match finding.cause {
            "report" => {}
            "reading" => note(out, words.remark, words.reading),
            _ => note(out, words.remark, words.either),
        }
    }

    fn places(&self, out: &mut String, lines: &Lines, finding: &Finding) {
        let marked = lines.marked(&finding.evidence);
        let more = marked.len().saturating_sub(MOST_LINES);
        for (line, marks) in marked.into_iter().take(MOST_LINES) {
            let width = self.width.saturating_sub(GUTTER);
            for excerpt in line::excerpts(&lines.texts[line], marks, width) {
                // Blank cells at the end of a row are not drawn.
                let text = excerpt.text.trim_end_matches([' ', '│']);
                put(out, format_args!("   {GUIDE}│{GUIDE:#} {text}"));
                self.underline(out, &excerpt, finding);
            }
        }
        if more > 0 {
            let more = (self.words.more)(more);
            put(out, format_args!("   {GUIDE}│{GUIDE:#} {DIM}{more}{DIM:#}"));
        }
    }

    fn underline(&self, out: &mut String, excerpt: &Excerpt, finding: &Finding) {
        let _ = write!(out, "   {GUIDE}│{GUIDE:#} ");
        for run in excerpt.columns.chunk_by(|one, other| one == other) {
            let (style, sign) = match run[0] {
                None => (Style::new(), " "),
                Some(0) => (style(finding.severity), "^"),
                Some(_) => (GUIDE, "~"),
            };
            let _ = write!(out, "{style}{}{style:#}", sign.repeat(run.len()));
        }
        if let [rank] = excerpt.ranks[..] {
            let evidence = &finding.evidence[rank];
            let room = (self.width - GUTTER).saturating_sub(excerpt.columns.len() + 1);
            if *evidence.label != *evidence.quote {
                let label = cut(&harmless(&evidence.label), room);
                let style = if rank == 0 {
                    style(finding.severity)
                } else {
                    GUIDE
                };
                let _ = write!(out, " {style}{label}{style:#}");
            }
        }
        out.push('\n');
    }
}

/// Writing to a string cannot fail.
fn put(out: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{line}");
}

fn note(out: &mut String, word: &str, text: &str) {
    let text = harmless(text);
    put(
        out,
        format_args!("   {GUIDE}={GUIDE:#} {BOLD}{word}{BOLD:#}{text}"),
    );
}

/// A text of at most so many columns.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut left = room.saturating_sub(1);
    let kept = text.chars().take_while(|character| {
        let width = character.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    });
    kept.chain(['…']).collect()
}
