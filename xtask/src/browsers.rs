//! The browsers of the tests: found, or installed where the system's package manager can.

use crate::shell;
use anyhow::{Result, bail};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// A browser: where it may be, and what brings it.
struct Browser {
    /// The variable that may name its program.
    variable: &'static str,
    programs: &'static [&'static str],
    applications: &'static [&'static str],
    /// Debian's packages.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM",
    programs: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ],
    applications: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
    ],
    packages: &["chromium", "fonts-noto-cjk"],
};

const FIREFOX: Browser = Browser {
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    applications: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:/Program Files/Mozilla Firefox/firefox.exe",
    ],
    packages: &["firefox-esr"],
};

/// Chromium's program; installs it with apt where it is missing and that is possible.
pub(crate) fn chromium() -> Result<PathBuf> {
    match CHROMIUM.ensure()? {
        Some(program) => Ok(program),
        None => bail!(
            "the page's tests need Chromium: install it (Debian: `apt-get install chromium \
             fonts-noto-cjk`), or set CHROMIUM to the program of a Chromium or Chrome"
        ),
    }
}

/// Firefox' program, got in the same way. Its tests are left out where there is none: that it cannot be
/// installed is no failure.
pub(crate) fn firefox() -> Option<PathBuf> {
    FIREFOX.ensure().unwrap_or_else(|error| {
        println!("No Firefox: {error:#}");
        None
    })
}

impl Browser {
    fn ensure(&self) -> Result<Option<PathBuf>> {
        if let Some(program) = self.find() {
            return Ok(Some(program));
        }
        if let Some(apt) = apt() {
            let packages = self.packages;
            println!("No {} here: installing it.", packages[0]);
            shell::run(apt().arg("update"))?;
            let install = ["install", "--yes", "--no-install-recommends"];
            shell::run(apt().args(install).args(packages))?;
        }
        Ok(self.find())
    }

    fn find(&self) -> Option<PathBuf> {
        let named = env::var_os(self.variable).map(PathBuf::from);
        let program = || self.programs.iter().find_map(|name| shell::find(name));
        let application = || {
            let mut files = self.applications.iter().map(PathBuf::from);
            files.find(|file| file.is_file())
        };
        named.or_else(program).or_else(application)
    }
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
