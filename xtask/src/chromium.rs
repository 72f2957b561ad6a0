//! The browser of the tests: found, or installed where the system's package manager can.

use crate::shell;
use anyhow::{Result, bail};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

const PROGRAMS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

const APPLICATIONS: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// The browser's program; installs it with apt where it is missing and that is possible.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(program) = find() {
        return Ok(program);
    }
    if let Some(apt) = apt() {
        println!("No Chromium here: installing it.");
        shell::run(apt().arg("update"))?;
        shell::run(
            apt()
                .args(["install", "--yes", "--no-install-recommends"])
                .args(["chromium", "fonts-noto-cjk"]),
        )?;
    }
    match find() {
        Some(program) => Ok(program),
        None => bail!(
            "the page's tests need Chromium: install it (Debian: `apt-get install chromium \
             fonts-noto-cjk`), or set CHROMIUM to the program of a Chromium or Chrome"
        ),
    }
}

fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    named
        .or_else(|| PROGRAMS.iter().find_map(|name| shell::find(name)))
        .or_else(|| {
            APPLICATIONS
                .iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
}

/// A maker of calls of apt-get with the right to install, if there is such a thing.
fn apt() -> Option<impl Fn() -> Command> {
    shell::find("apt-get")?;
    let sudo = !is_root();
    if sudo && !succeeds(Command::new("sudo").args(["-n", "true"])) {
        return None;
    }
    Some(move || {
        let mut command = Command::new(if sudo { "sudo" } else { "apt-get" });
        if sudo {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    })
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn succeeds(command: &mut Command) -> bool {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
