//! What the compiler needs beside itself for the modules, added where it is not there.

use crate::shell;
use anyhow::{Context, Result};
use std::{
    path::PathBuf,
    process::{Command, Stdio},
    sync::OnceLock,
};

/// What the modules are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target, unless it is there: a machine whose rustup installs nothing by itself lacks it.
pub(crate) fn target() -> Result<()> {
    if has(&format!("{WASM}/lib"))? {
        return Ok(());
    }
    shell::run(Command::new("rustup").args(["target", "add", WASM]))
        .context("the wasm target is missing, and `rustup` cannot add it")
}

/// Whether the sources of the standard library are there, or could be added; asked for once.
pub(crate) fn library() -> bool {
    static THERE: OnceLock<bool> = OnceLock::new();
    *THERE.get_or_init(|| {
        let there = has("src/rust/library/Cargo.lock").unwrap_or(false) || added("rust-src");
        if !there {
            println!(
                "without `rust-src`, which `rustup` cannot add, the modules become 2 % larger"
            );
        }
        there
    })
}

fn added(component: &str) -> bool {
    let mut rustup = Command::new("rustup");
    rustup
        .args(["component", "add", component])
        .stderr(Stdio::null());
    shell::run(&mut rustup).is_ok()
}

/// Whether the toolchain has such a file or folder.
fn has(part: &str) -> Result<bool> {
    let told = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(shell::root())
        .output()
        .context("cannot start `rustc`")?;
    let root = PathBuf::from(String::from_utf8_lossy(&told.stdout).trim());
    Ok(root.join("lib/rustlib").join(part).exists())
}
