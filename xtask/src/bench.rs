//! How long a check takes, natively, as wasm in a browser, and in the page.

use crate::{browsers, dist, node, shell};
use anyhow::Result;

/// Runs all benchmarks.
pub(crate) fn run() -> Result<()> {
    let browser = browsers::chromium()?;
    dist::run()?;
    println!("\n── native ──");
    shell::run(shell::cargo().args(["bench", "--package", "gouji", "--bench", "check"]))?;
    for (title, script) in [
        ("the module in Chromium", "benches/wasm.mjs"),
        ("the page in Chromium", "benches/page.mjs"),
    ] {
        println!("\n── {title} ──");
        shell::run(node::node().arg(script).env("CHROMIUM", &browser))?;
    }
    Ok(())
}
