//! `gouji annotate`: a Word file in, the same with comments out.

use crate::{
    args::AnnotateArgs,
    output::{self, CLEAN, UNREADABLE},
};
use gouji::{
    LastYear, Options, annotate,
    rule::{Language, counted},
};
use std::{
    fs,
    io::{self, Write},
    process::ExitCode,
};

/// Annotates one file.
pub(crate) fn run(args: &AnnotateArgs) -> ExitCode {
    match written(args) {
        Ok(line) => output::finish(&writeln!(io::stdout(), "{line}"), CLEAN),
        Err(message) => {
            let name = args.file.to_string_lossy();
            output::complain(&format!("{name}: {message}"));
            ExitCode::from(UNREADABLE)
        }
    }
}

fn written(args: &AnnotateArgs) -> Result<String, String> {
    let language: Language = args.lang.into();
    let chinese = language == Language::Chinese;
    let why = |error: io::Error| output::reason(&error, language);
    let bytes = fs::read(&args.file).map_err(why)?;
    if output::is_same_file(&args.file, &args.output) {
        return Err(output::not_overwritten(language).to_owned());
    }
    let name = args.file.to_string_lossy();
    let last_year = match &args.last_year {
        None => None,
        Some(file) => {
            let name = file.to_string_lossy();
            let bytes = fs::read(file).map_err(|error| format!("{name}: {}", why(error)))?;
            Some(LastYear::read(&bytes, Some(&name)))
        }
    };
    let options = Options {
        name: Some(&name),
        language,
        last_year: last_year.as_ref(),
        ..Options::default()
    };
    let said = |error: gouji::ingest::Error| error.message.get(language).to_owned();
    let report = gouji::check(&bytes, &options).map_err(said)?;
    let notes = annotate::notes(&report, language);
    let annotated = annotate::annotate(&bytes, &notes).map_err(said)?;
    let (count, out) = (notes.len(), args.output.display());
    if let Some(note) = report.last_year.and_then(|last| last.note) {
        output::complain(&note);
    }
    fs::write(&args.output, annotated).map_err(|error| format!("{out}: {}", why(error)))?;
    Ok(match chinese {
        true => format!("{out}：写入 {count} 条批注。"),
        false => format!("{out}: {} written.", counted(count, "comment")),
    })
}
