//! The wasm module with its bindings and type declarations.

use crate::{node, shell};
use anyhow::Result;
use std::{fs, path::Path};
use wasm_bindgen_cli_support::Bindgen;

/// Only features that Chromium 78 has.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Builds the module into `www/pkg`; does nothing where it would come out the same.
pub(crate) fn build() -> Result<()> {
    compile()?;
    let target = shell::target();
    let module = shell::read(&target.join("wasm32-unknown-unknown/wasm/gouji.wasm"))?;
    let folder = shell::bindings();
    let stamp_file = folder.join("stamp");
    let stamp = shell::hash(&[&module, WASM_OPT.concat().as_bytes()]);
    if shell::is_stamped(&stamp_file, &stamp) {
        return Ok(());
    }
    bind(module, &folder)?;
    shrink(&folder.join("gouji_bg.wasm"))?;
    shell::write(&stamp_file, stamp)
}

fn compile() -> Result<()> {
    let mut cargo = shell::cargo();
    cargo.args([
        "build",
        "--package",
        "gouji",
        "--lib",
        "--profile",
        "wasm",
        "--no-default-features",
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--target-dir"]);
    shell::run(cargo.arg(shell::target()))
}

fn bind(module: Vec<u8>, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("gouji", module)
        .web(true)?
        .typescript(true)
        // The worker is given the module's bytes; a classic script has no `import.meta` to look beside.
        .omit_default_module_path(true)
        .generate(folder)
}

fn shrink(module: &Path) -> Result<()> {
    let mut tool = node::tool("binaryen/bin/wasm-opt");
    shell::run(tool.arg(module).arg("-o").arg(module).args(WASM_OPT))
}
