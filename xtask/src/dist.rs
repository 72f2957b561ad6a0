//! What is given away: `dist/` for any static host, `dist/gouji.html`, one file for a disk, and `dist/npm`.

use crate::{
    assets,
    html::{self, Inline},
    npm, pack, shell,
    wasm::{self, WHOLE},
};
use anyhow::Result;
use std::{fs, path::Path};

/// Builds and writes `dist/`, and prints the sizes.
pub(crate) fn run() -> Result<()> {
    let built = assets::build()?;
    wasm::build_whole()?;
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
    // What the hosted page loads; `gouji.html` is packed in itself.
    pack::copies(&assets::PAGE.map(|name| dist.join(name)))?;
    report(&dist)
}

fn single(built: &Path) -> Result<String> {
    let index = shell::read_text(&shell::root().join("www/index.html"))?;
    let module = shell::read(&WHOLE.file())?;
    let inline = Inline {
        style: &shell::read_text(&built.join("main.css"))?,
        script: &assets::whole("src/main.js")?,
        worker: &assets::whole("src/worker.js")?,
        module: &pack::gzip(&module)?,
    };
    html::single(&index, &inline)
}

/// Each file with its size, and that of its packed copy.
fn report(dist: &Path) -> Result<()> {
    println!("{:<28}{:>12}{:>12}", "dist/", "bytes", "gzip");
    for file in shell::files(dist, &[""]) {
        let name = file.strip_prefix(dist)?.display().to_string();
        if name.ends_with(".gz") || name.ends_with(".br") {
            continue;
        }
        let packed = fs::metadata(pack::beside(&file, ".gz"));
        let packed = packed.map_or(String::new(), |copy| copy.len().to_string());
        println!("{name:<28}{:>12}{packed:>12}", fs::metadata(&file)?.len());
    }
    Ok(())
}
