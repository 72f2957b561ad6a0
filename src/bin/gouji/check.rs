//! `gouji check`: files in, findings out.

use crate::{
    args::{CheckArgs, Format},
    output::{self, CLEAN, ERRORS, UNREADABLE},
    render::{Renderer, Tally},
};
use gouji::{Options, rule::Language, view::Report};
use serde::Serialize;
use std::{
    fs,
    io::{self, Read, Write},
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
    let mut status = CLEAN;
    let outcomes = args.files.iter().map(|file| {
        let outcome = check(file, args.lang.into());
        status = status.max(outcome.status());
        outcome
    });
    let written = match args.format {
        Format::Text => text(args, outcomes),
        Format::Json if args.files.len() == 1 => object(outcomes),
        Format::Json => array(outcomes),
        Format::Ndjson => lines(outcomes),
    };
    output::finish(&written, status)
}

fn check(file: &Path, language: Language) -> Outcome {
    let stdin = file.as_os_str() == "-";
    let name = (!stdin).then(|| file.to_string_lossy().into_owned());
    let unreadable = |code, message| {
        Outcome::Unreadable(Unreadable {
            error: Failure { code, message },
            source: Source { name: name.clone() },
        })
    };
    let bytes = match if stdin { read_stdin() } else { fs::read(file) } {
        Ok(bytes) => bytes,
        Err(error) => return unreadable("not-opened", error.to_string()),
    };
    let options = Options {
        name: name.as_deref(),
        language,
        ..Options::default()
    };
    match gouji::check(&bytes, &options) {
        Ok(report) => Outcome::Read(Box::new(report)),
        Err(error) => unreadable(error.code, error.message.get(language).to_owned()),
    }
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
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

fn text(args: &CheckArgs, outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    let mut out = anstream::AutoStream::new(io::stdout().lock(), args.color.into());
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
    if args.files.len() > 1 {
        out.write_all(renderer.total(&tally).as_bytes())?;
    }
    out.flush()
}

/// The report itself; what cannot be read is told on standard error.
fn object(outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    for outcome in outcomes {
        match outcome {
            Outcome::Read(report) => write_line(&mut io::stdout().lock(), &report)?,
            Outcome::Unreadable(unreadable) => unreadable.complain(),
        }
    }
    Ok(())
}

fn array(outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut before = "[";
    for outcome in outcomes {
        out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut out, &outcome)?;
        before = ",\n";
    }
    out.write_all(b"]\n")?;
    out.flush()
}

fn lines(mut outcomes: impl Iterator<Item = Outcome>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    outcomes.try_for_each(|outcome| write_line(&mut out, &outcome))
}

/// One value on one line, written whole, so that whoever reads along sees it at once.
fn write_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    out.write_all(&line)?;
    out.flush()
}
