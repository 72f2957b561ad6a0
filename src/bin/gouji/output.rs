//! What is printed reaches the reader, or the command ends quietly.

use clap::error::{ContextKind, ContextValue, ErrorKind as Kind};
use gouji::rule::Language;
use std::{
    fs,
    io::{self, ErrorKind, Write},
    path::Path,
    process::ExitCode,
};

/// Nothing at error level.
pub(crate) const CLEAN: u8 = 0;
/// An error was found in a report.
pub(crate) const ERRORS: u8 = 1;
/// Something could not be read or written.
pub(crate) const UNREADABLE: u8 = 2;

/// The exit status after writing: a reader that has seen enough (`| head`) is no fault.
pub(crate) fn finish(written: &io::Result<()>, status: u8) -> ExitCode {
    match written {
        Ok(()) => ExitCode::from(status),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(status),
        Err(error) => {
            complain(&error.to_string());
            ExitCode::from(UNREADABLE)
        }
    }
}

/// Ends where the arguments were not understood, or help was asked for. Who named a file but no command is told which.
pub(crate) fn misread(error: &clap::Error) -> ! {
    let named = error.get(ContextKind::InvalidSubcommand);
    if let Some(ContextValue::String(name)) =
        named.filter(|_| error.kind() == Kind::InvalidSubcommand)
        && Path::new(name).exists()
    {
        complain(&format!(
            "请写 gouji check {name} · write: gouji check {name}"
        ));
        std::process::exit(UNREADABLE.into());
    }
    error.exit()
}

/// One line on standard error; that it cannot be written is nobody's fault.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "gouji: {}", harmless(message));
}

/// Why a file could not be opened or written, in the reader's language where the reason is a usual one.
pub(crate) fn reason(error: &io::Error, language: Language) -> String {
    let usual = match error.kind() {
        ErrorKind::NotFound => Some(["没有这个文件或文件夹。", "there is no such file or folder."]),
        ErrorKind::PermissionDenied => Some(["没有读写它的权限。", "permission denied."]),
        ErrorKind::IsADirectory => Some([
            "这是文件夹，其中没有可以核对的文件。",
            "this is a folder without any file to check.",
        ]),
        ErrorKind::StorageFull => Some(["磁盘已满。", "the disk is full."]),
        _ => None,
    };
    usual.map_or_else(
        || error.to_string(),
        |said| said[language as usize].to_owned(),
    )
}

/// Whether two paths lead to one file.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path| fs::canonicalize(path).ok();
    whole(one).is_some_and(|file| Some(file) == whole(other))
}

/// What is said where the output would take the place of what was read.
pub(crate) fn not_overwritten(language: Language) -> &'static str {
    match language {
        Language::Chinese => "不会改写原文件，请用 -o 另起一个文件名。",
        Language::English => "The original is not overwritten: name another file with -o.",
    }
}

/// A text without characters that could command a terminal.
pub(crate) fn harmless(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// The character itself, or what stands for it where it would command a terminal.
pub(crate) fn plain(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other if other.is_control() => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn a_report_cannot_command_the_terminal() {
        assert_eq!(
            harmless("1\u{1b}[31m2\t3\u{202e}"),
            "1\u{fffd}[31m2 3\u{fffd}"
        );
    }
}
