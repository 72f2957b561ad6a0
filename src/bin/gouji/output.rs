//! What is printed reaches the reader, or the command ends quietly.

use std::{
    io::{self, ErrorKind, Write},
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

/// One line on standard error; that it cannot be written is nobody's fault.
pub(crate) fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "gouji: {}", harmless(message));
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
