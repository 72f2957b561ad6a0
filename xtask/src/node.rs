//! Tools from the npm registry, at the versions that `package-lock.json` pins.

use crate::shell;
use anyhow::{Context, Result};
use std::{path::PathBuf, process::Command};

/// Installs the locked packages unless that was done for this very lock file.
pub(crate) fn install() -> Result<()> {
    let root = shell::root();
    let lock = shell::read(&root.join("package-lock.json"))?;
    let stamp = shell::hash(&[&lock]);
    let file = root.join("node_modules/.gouji-stamp");
    if shell::is_stamped(&file, &stamp) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    // No package here needs its install script, and scripts are what could download something else.
    shell::run(Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
        .context("Node.js 20 or newer with npm is needed: https://nodejs.org")?;
    shell::write(&file, stamp)
}

/// A call of Node.
pub(crate) fn node() -> Command {
    Command::new("node")
}

/// A call of an installed tool, such as `esbuild/bin/esbuild`.
pub(crate) fn tool(path: &str) -> Command {
    let mut command = node();
    command.arg(package(path));
    command
}

fn package(path: &str) -> PathBuf {
    shell::root().join("node_modules").join(path)
}
