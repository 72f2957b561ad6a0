//! The command as its users run it.

mod beside;
mod data;
mod files;
mod printed;

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// An invented report without a fault.
const CLEAN: &str = include_str!("report.txt");

/// The same with the digits of a total swapped.
fn faulty() -> String {
    CLEAN.replace("（七）总计\t18\t", "（七）总计\t81\t")
}

fn gouji(arguments: &[&str]) -> Output {
    let output = command(arguments).stdin(Stdio::null()).output();
    output.expect("the command runs")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(arguments).env_remove("NO_COLOR");
    command
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("the command reads");
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

/// A file for one test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("a name in UTF-8").to_owned()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}
