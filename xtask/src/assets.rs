//! The page for static hosts, built into a work folder: wasm module, scripts, styles, one HTML file.

use crate::{
    html::{self, Versions},
    node, shell, wasm,
};
use anyhow::Result;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The oldest engine that scripts and styles are written for.
const ENGINE: &str = "--target=chrome78";

/// Builds everything and tells the folder.
pub(crate) fn build() -> Result<PathBuf> {
    node::install()?;
    wasm::build()?;
    let folder = shell::target().join("page");
    fs::create_dir_all(&folder)?;
    let module = folder.join("gouji_bg.wasm");
    fs::copy(shell::bindings().join("gouji_bg.wasm"), &module)?;
    let worker = folder.join("worker.js");
    bundle("src/worker.js", &worker, None)?;
    let engine = version(&[&module, &worker])?;
    let script = folder.join("main.js");
    bundle("src/main.js", &script, Some(&engine))?;
    let style = folder.join("main.css");
    bundle("style/main.css", &style, None)?;
    let page = version(&[&script, &style])?;
    let index = shell::read_text(&shell::root().join("www/index.html"))?;
    let index = html::hosted(&index, &Versions { engine, page })?;
    shell::write(&folder.join("index.html"), index)?;
    Ok(folder)
}

fn bundle(source: &str, output: &Path, engine: Option<&str>) -> Result<()> {
    let source = shell::root().join("www").join(source);
    let mut command = node::tool("esbuild/bin/esbuild");
    command
        .arg(source)
        .arg(format!("--outfile={}", output.display()));
    command.args(["--bundle", "--minify", "--format=iife", "--charset=utf8"]);
    command.args(["--legal-comments=none", "--log-level=warning", ENGINE]);
    command.args(["--loader:.txt=text", "--loader:.svg=dataurl"]);
    define(&mut command, engine);
    shell::run(&mut command)
}

fn define(command: &mut Command, engine: Option<&str>) {
    if let Some(engine) = engine {
        command.arg(format!("--define:GOUJI_BUILD=\"{engine}\""));
    }
}

fn version(files: &[&Path]) -> Result<String> {
    let contents: Result<Vec<_>> = files.iter().map(|file| shell::read(file)).collect();
    let contents = contents?;
    let parts: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    Ok(shell::hash(&parts)[..12].to_owned())
}
