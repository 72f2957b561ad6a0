//! What is given away: `dist/` for any static host, `dist/gouji.html`, one file for a disk, and `dist/npm`.

use crate::{
    assets,
    html::{self, Inline},
    node, npm, shell,
};
use anyhow::Result;
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, path::Path};

/// Builds and writes `dist/`, and prints the sizes.
pub(crate) fn run() -> Result<()> {
    let built = assets::build()?;
    let dist = shell::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    for file in shell::files(&built, &[""]) {
        let name = file.strip_prefix(&built)?;
        shell::write(&dist.join(name), shell::read(&file)?)?;
    }
    shell::write(&dist.join("gouji.html"), single(&built)?)?;
    npm::write(&built, &dist.join("npm"))?;
    report(&dist)?;
    pack(&dist)
}

/// Packed copies of what the hosted page loads, for hosts that serve these; `gouji.html` is packed in itself.
fn pack(dist: &Path) -> Result<()> {
    let mut command = node::node();
    command.arg(shell::root().join("xtask/pack.mjs"));
    command.args(assets::PAGE.map(|name| dist.join(name)));
    shell::run(&mut command)
}

fn single(built: &Path) -> Result<String> {
    let index = shell::read_text(&shell::root().join("www/index.html"))?;
    let module = shell::read(&built.join("gouji_full_bg.wasm"))?;
    let inline = Inline {
        style: &shell::read_text(&built.join("main.css"))?,
        script: &shell::read_text(&built.join("main.js"))?,
        worker: &shell::read_text(&built.join("worker.js"))?,
        module: &gzip(&module)?,
    };
    html::single(&index, &inline)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn report(dist: &Path) -> Result<()> {
    println!("{:<28}{:>12}{:>12}", "dist/", "bytes", "gzip");
    for file in shell::files(dist, &[""]) {
        let bytes = shell::read(&file)?;
        let name = file.strip_prefix(dist)?.display().to_string();
        println!("{name:<28}{:>12}{:>12}", bytes.len(), gzip(&bytes)?.len());
    }
    Ok(())
}
