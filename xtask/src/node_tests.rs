//! Runs the Node tests file by file. A file that falls silent is stopped and run once more: a browser may hang where no
//! test's own limit sees it, most of all while it closes. So is one that fails in a browser, which on a busy machine may
//! be too late for a click; what both runs printed is shown.

use crate::{node, shell};
use anyhow::{Context, Result, bail};
use std::{
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::ExitStatus,
    sync::{
        Mutex,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

/// No test is silent for nearly as long, not even on a busy machine.
const SILENCE: Duration = Duration::from_secs(180);

/// Nothing here measures times, and a page mostly waits: two files at once take half as long.
const AT_ONCE: usize = 2;

/// A program that tests find in a variable of their environment.
pub(crate) type Program<'a> = (&'a str, &'a Path);

/// Runs the tests below some folders; that there are none is no fault.
pub(crate) fn run(folders: &[&str], programs: &[Program<'_>]) -> Result<()> {
    let root = shell::root();
    let files: Vec<_> = folders
        .iter()
        .flat_map(|folder| shell::files(&root.join(folder), &[".test.js", ".test.mjs"]))
        .collect();
    if files.is_empty() {
        println!("no tests in {}", folders.join(", "));
        return Ok(());
    }
    let waiting = Mutex::new(files.iter());
    let next = || waiting.lock().ok()?.next();
    let failed = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(file) = next() {
                    let outcome = run_file(file, programs, SILENCE);
                    if let (Err(error), Ok(mut failed)) = (outcome, failed.lock()) {
                        failed.push(format!("{}: {error:#}", name(file)));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_default();
    if !failed.is_empty() {
        bail!(
            "{} of {} files of tests failed:\n{}",
            failed.len(),
            files.len(),
            failed.join("\n")
        );
    }
    Ok(())
}

fn run_file(file: &Path, programs: &[Program<'_>], silence: Duration) -> Result<()> {
    let browser = !programs.is_empty();
    for last in [false, true] {
        let (printed, end) = attempt(file, programs, silence)?;
        println!("{}:\n{printed}", name(file));
        match end {
            Some(status) if status.success() => return Ok(()),
            Some(status) if last || !browser => bail!("{status}"),
            Some(status) => println!("{status}; it is run once more"),
            None if last => break,
            None => println!(
                "nothing more came for {} s; it is run once more",
                silence.as_secs()
            ),
        }
    }
    bail!("fell silent twice, and was stopped")
}

/// What one run of a file prints and how it ends; no end if it had to be stopped.
fn attempt(
    file: &Path,
    programs: &[Program<'_>],
    silence: Duration,
) -> Result<(String, Option<ExitStatus>)> {
    let (reader, writer) = io::pipe()?;
    let mut child = node::node()
        .arg("--test-reporter=spec")
        .arg(file)
        .current_dir(shell::root())
        .envs(programs.iter().copied())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()
        .context("cannot start node")?;
    let (printed, ended) = listen(&lines(reader), silence);
    if !ended {
        // Browsers end by themselves when their pipe to Node does.
        child.kill()?;
    }
    let status = child.wait()?;
    Ok((printed, ended.then_some(status)))
}

/// The lines of a pipe as they come. The thread outlives a program that was stopped and left the pipe to others.
fn lines(reader: io::PipeReader) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(reader).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

/// Everything that comes, and whether it came to an end before it fell silent.
fn listen(lines: &Receiver<String>, silence: Duration) -> (String, bool) {
    let mut printed = String::new();
    loop {
        match lines.recv_timeout(silence) {
            Ok(line) => printed = printed + &line + "\n",
            Err(RecvTimeoutError::Disconnected) => return (printed, true),
            Err(RecvTimeoutError::Timeout) => return (printed, false),
        }
    }
}

fn name(file: &Path) -> String {
    let root = shell::root();
    file.strip_prefix(&root)
        .map_or_else(|_| PathBuf::from(file), PathBuf::from)
        .display()
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs};

    /// Runs a file of tests with this content.
    fn run_text(name: &str, text: &str, silence: Duration) -> Result<()> {
        let file = env::temp_dir().join(format!("gouji-{name}-{}.test.mjs", std::process::id()));
        fs::write(&file, text)?;
        let outcome = run_file(&file, &[], silence);
        fs::remove_file(&file)?;
        outcome
    }

    #[test]
    fn a_file_that_passes_passes() {
        assert!(
            run_text(
                "passes",
                "import { test } from 'node:test'; test('a', () => {});",
                SILENCE
            )
            .is_ok()
        );
    }

    #[test]
    fn a_test_that_fails_fails() {
        let error = run_text(
            "fails",
            "import { test } from 'node:test'; test('a', () => { throw 1; });",
            SILENCE,
        );
        assert!(error.is_err_and(|error| error.to_string().contains("exit status: 1")));
    }

    #[test]
    fn a_hook_that_never_ends_is_stopped_and_said() {
        let text = "import { after, test } from 'node:test'; test('a', () => {}); \
                    after(() => new Promise(() => setInterval(() => {}, 1000)));";
        let error = run_text("hangs", text, Duration::from_secs(3));
        assert!(error.is_err_and(|error| error.to_string().contains("silent twice")));
    }
}
