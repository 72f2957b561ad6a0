//! How long a check takes, natively as wasm in a browser, and in the page.

use crate::{chromium, dist, node, shell};
use anyhow::Result;

/// Runs both benchmarks.
pub(crate) fn run() -> Result<()> {
    let browser = chromium::ensure()?;
    dist::run()?;
    println!("\n── native ──");
    shell::run(shell::cargo().args(["bench", "--package", "gouji", "--bench", "check"]))?;
    println!("\n── in Chromium ──");
    shell::run(
        node::node()
            .arg("benches/wasm.mjs")
            .env("CHROMIUM", browser),
    )
}
