//! `gouji check`: files in, findings out.

use crate::{
    args::{CheckArgs, Format},
    inputs::{self, Inputs},
    output::{self, CLEAN, ERRORS, UNREADABLE, is_same_file, not_overwritten},
    render::{Renderer, Tally},
    whole, years,
};
use gouji::{Bodies, LastYear, Options, export, view::Report};
use serde::Serialize;
use std::{
    fs,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

/// A file that could not be read, as JSON.
#[derive(Serialize)]
struct Unreadable {
    error: Failure,
    source: Source,
}

#[derive(Serialize)]
struct Failure {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Source {
    name: Option<String>,
}

/// What came of one file.
#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Read(Box<Report>),
    Unreadable(Unreadable),
}

/// Checks all files, one after the other.
pub(crate) fn run(args: &CheckArgs) -> ExitCode {
    let (language, mut inputs) = (args.lang.into(), Inputs::of(&args.files));
    let bodies = match whole::bodies(args, &mut inputs) {
        Ok(bodies) => bodies,
        Err(message) => {
            output::complain(&message);
            return ExitCode::from(UNREADABLE);
        }
    };
    #[cfg(feature = "files")]
    if args.format() == Format::Xlsx && inputs.files.len() > 1 {
        output::complain("xlsx: one file at a time · 工作簿一次只能导出一份报告");
        return ExitCode::from(UNREADABLE);
    }
    let replaced = |out| inputs.files.iter().any(|file| is_same_file(file, out));
    if let Some(out) = args.output.as_deref().filter(|out| replaced(out)) {
        output::complain(&format!("{}: {}", out.display(), not_overwritten(language)));
        return ExitCode::from(UNREADABLE);
    }
    if args.last_year.is_some() && inputs.files.len() > 1 {
        output::complain(
            "--last-year: one file at a time; see --years · 一次对照一份，多份请用 --years",
        );
        return ExitCode::from(UNREADABLE);
    }
    let pairs = match args.years {
        true => years::pairs(&inputs.files),
        false => vec![args.last_year.as_deref(); inputs.files.len()],
    };
    let mut status = CLEAN;
    // The report of the whole comes first.
    let mut bodies = bodies.as_ref();
    let outcomes = inputs.files.iter().zip(pairs).map(|(file, last)| {
        let outcome = check(file, last, bodies.take(), args);
        status = status.max(outcome.status());
        outcome
    });
    let written = match &args.output {
        None => print(args, inputs.many, outcomes),
        Some(path) => save(args, inputs.many, path, outcomes),
    };
    output::finish(&written, status)
}

/// Prints what came of the files.
fn print(args: &CheckArgs, many: bool, outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    let out = io::stdout().lock();
    match args.format() {
        Format::Text => text(
            args,
            many,
            anstream::AutoStream::new(out, args.color.into()),
            outcomes,
        ),
        _ => write(args, many, out, outcomes),
    }
}

/// Writes what came of the files to a file, without colours. Where nothing came of them, what the file held before is left.
fn save(
    args: &CheckArgs,
    many: bool,
    path: &Path,
    outcomes: impl Iterator<Item = Outcome>,
) -> io::Result<()> {
    let mut whole = Vec::new();
    match args.format() {
        Format::Text => text(args, many, anstream::StripStream::new(&mut whole), outcomes)?,
        _ => write(args, many, &mut whole, outcomes)?,
    }
    if whole.is_empty() {
        return Ok(());
    }
    fs::write(path, whole).map_err(|error| {
        let why = output::reason(&error, args.lang.into());
        io::Error::new(error.kind(), format!("{}: {why}", path.display()))
    })
}

fn write(
    args: &CheckArgs,
    many: bool,
    out: impl Write,
    outcomes: impl Iterator<Item = Outcome>,
) -> io::Result<()> {
    let language = args.lang.into();
    match args.format() {
        Format::Json if many => array(out, outcomes),
        Format::Ndjson => lines(out, outcomes),
        Format::Csv => tables(out, outcomes, |reports| {
            export::findings_csv(reports, language).into_bytes()
        }),
        Format::FactsCsv => tables(out, outcomes, |reports| {
            export::facts_csv(reports, language).into_bytes()
        }),
        #[cfg(feature = "files")]
        Format::Xlsx => tables(out, outcomes, |reports| {
            export::workbook(reports[0], language)
        }),
        _ => object(out, outcomes),
    }
}

/// Checks one file, against last year's and those of its bodies where they are known.
fn check(file: &Path, last: Option<&Path>, bodies: Option<&Bodies>, args: &CheckArgs) -> Outcome {
    let language = args.lang.into();
    let name = inputs::name(file);
    let bytes = match inputs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(name, "not-opened", output::reason(&error, language)),
    };
    let last_name = last.and_then(inputs::name);
    let last = match last.map(inputs::read).transpose() {
        Ok(last) => last,
        Err(error) => {
            let reason = output::reason(&error, language);
            return unreadable(last_name, "not-opened", reason);
        }
    };
    let last = last.map(|bytes| LastYear::read(&bytes, last_name.as_deref()));
    let off: Vec<&str> = args.off.iter().map(String::as_str).collect();
    let options = Options {
        name: name.as_deref(),
        language,
        off: &off,
        last_year: last.as_ref(),
        bodies,
        ..Options::default()
    };
    match gouji::check(&bytes, &options) {
        Ok(report) => Outcome::Read(Box::new(report)),
        Err(error) => {
            let message = error.message.get(language).to_owned();
            unreadable(name, error.code, message)
        }
    }
}

fn unreadable(name: Option<String>, code: &'static str, message: String) -> Outcome {
    Outcome::Unreadable(Unreadable {
        error: Failure { code, message },
        source: Source { name },
    })
}

impl Outcome {
    fn status(&self) -> u8 {
        let is_error = |report: &Report| report.findings.iter().any(|f| f.severity == "error");
        match self {
            Self::Unreadable(_) => UNREADABLE,
            Self::Read(report) if is_error(report) => ERRORS,
            Self::Read(_) => CLEAN,
        }
    }
}

impl Unreadable {
    fn complain(&self) {
        let name = self.source.name.as_deref().unwrap_or("-");
        output::complain(&format!("{name}: {}", self.error.message));
    }
}

fn text(
    args: &CheckArgs,
    many: bool,
    mut out: impl Write,
    outcomes: impl Iterator<Item = Outcome>,
) -> io::Result<()> {
    let renderer = Renderer::new(args.lang.into());
    let mut tally = Tally::default();
    for outcome in outcomes {
        match outcome {
            Outcome::Read(report) => {
                tally.add(&report);
                out.write_all(renderer.report(&report).as_bytes())?;
            }
            Outcome::Unreadable(unreadable) => {
                tally.unreadable += 1;
                out.flush()?;
                unreadable.complain();
            }
        }
    }
    if many {
        out.write_all(renderer.total(&tally).as_bytes())?;
    }
    out.flush()
}

/// The report itself; what cannot be read is told on standard error.
fn object(mut out: impl Write, outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    for outcome in outcomes {
        match outcome {
            Outcome::Read(report) => write_line(&mut out, &report)?,
            Outcome::Unreadable(unreadable) => unreadable.complain(),
        }
    }
    Ok(())
}

/// What is made of all reports together, if there is any; what cannot be read is told on standard error.
fn tables(
    mut out: impl Write,
    outcomes: impl Iterator<Item = Outcome>,
    make: impl Fn(&[&Report]) -> Vec<u8>,
) -> io::Result<()> {
    let mut reports = Vec::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Read(report) => reports.push(report),
            Outcome::Unreadable(unreadable) => unreadable.complain(),
        }
    }
    let reports: Vec<&Report> = reports.iter().map(AsRef::as_ref).collect();
    if !reports.is_empty() {
        out.write_all(&make(&reports))?;
    }
    out.flush()
}

fn array(out: impl Write, outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    let mut before = "[";
    for outcome in outcomes {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut out, &outcome)?;
        before = ",\n";
    }
    out.write_all(b"]\n")?;
    out.flush()
}

fn lines(mut out: impl Write, mut outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    outcomes.try_for_each(|outcome| write_line(&mut out, &outcome))
}

/// One value on one line, written whole, so that whoever reads along sees it at once.
fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)?;
    out.flush()
}
