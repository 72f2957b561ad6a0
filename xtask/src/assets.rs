//! What is delivered, built into a work folder: the page for static hosts, and beside it the ES module
//! that other pages embed, with an example page for each way of embedding.

use crate::{
    html::{self, Versions},
    node, shell,
    wasm::{self, FULL, SMALL},
};
use anyhow::{Context, Result, bail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha384};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The oldest engine that scripts and styles are written for.
const ENGINE: &str = "--target=chrome78";

/// The ES modules: what is imported, and what it imports where a live page is checked.
const MODULES: [(&str, &str); 2] = [
    ("embed/gouji.js", "gouji.js"),
    ("embed/gouji-page.js", "gouji-page.js"),
];

/// The files of the hosted page, as they are asked for.
pub(crate) const PAGE: [&str; 9] = [
    "index.html",
    "main.css",
    "main.js",
    "worker.js",
    "gouji_bg.wasm",
    "later.js",
    "rules.json",
    "sw.js",
    "gouji_full_bg.wasm",
];

/// Builds everything and tells the folder.
pub(crate) fn build() -> Result<PathBuf> {
    node::install()?;
    wasm::build()?;
    let folder = shell::target().join("page");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    page(&folder)?;
    modules(&folder)?;
    examples(&folder)?;
    Ok(folder)
}

/// The page itself and its service worker.
fn page(folder: &Path) -> Result<()> {
    for module in [SMALL, FULL] {
        fs::copy(module.file(), folder.join(format!("{}.wasm", module.name)))?;
    }
    let file = |name: &str| folder.join(name);
    bundle("src/worker.js", &file("worker.js"), "iife", &[parts()])?;
    bundle("src/later-parts.js", &file("later.js"), "esm", &[])?;
    shell::write(&file("rules.json"), rules()?)?;
    let readers = shell::read(&file("gouji_full_bg.wasm"))?;
    let engine = version(folder, &["gouji_bg.wasm", "worker.js", "rules.json"])?;
    let later = version(folder, &["later.js"])?;
    let defines = [
        ("GOUJI_BUILD", quoted(&engine)),
        ("GOUJI_LATER", quoted(&later)),
        parts(),
        ("GOUJI_READERS", quoted(&shell::hash(&[&readers])[..12])),
        ("GOUJI_READERS_HASH", quoted(&integrity(&readers))),
        ("GOUJI_READERS_BYTES", readers.len().to_string()),
    ];
    bundle("src/main.js", &file("main.js"), "iife", &defines)?;
    bundle("style/main.css", &file("main.css"), "", &[])?;
    let versions = Versions {
        engine,
        page: version(folder, &["main.js", "main.css"])?,
    };
    let index = shell::read_text(&shell::root().join("www/index.html"))?;
    shell::write(&file("index.html"), html::hosted(&index, &versions)?)?;
    offline(folder, &versions, &later, &shell::hash(&[&readers])[..12])
}

/// A script of the page that is one file: it has everything inside, and asks for nothing.
pub(crate) fn whole(source: &str) -> Result<String> {
    let file = shell::target().join("whole.js");
    let whole = ("GOUJI_WHOLE", "true".to_owned());
    bundle(source, &file, "iife", &[whole])?;
    shell::read_text(&file)
}

/// The page's files lie beside each other.
fn parts() -> (&'static str, String) {
    ("GOUJI_WHOLE", "false".to_owned())
}

/// The users' pages of the rules by language and code, as the small module leaves them out.
fn rules() -> Result<String> {
    let mut pages = BTreeMap::from(["zh", "en"].map(|language| (language, BTreeMap::new())));
    for file in shell::files(&shell::root().join("docs/rules"), &[".md"]) {
        let name = file.file_name().context("no name")?.to_string_lossy();
        let parts: Vec<&str> = name.split('.').collect();
        let [code, language, _] = parts[..] else {
            bail!("a rule's page is named CODE.LANGUAGE.md, not {name}");
        };
        let of = pages.get_mut(language).context("no such language")?;
        of.insert(code.to_owned(), shell::read_text(&file)?);
    }
    Ok(serde_json::to_string(&pages)?)
}

/// The service worker, with the list of what it keeps.
fn offline(folder: &Path, versions: &Versions, later: &str, readers: &str) -> Result<()> {
    let Versions { engine, page } = versions;
    let kept = [
        ("index.html", "./".to_owned()),
        ("main.js", format!("main.js?v={page}")),
        ("main.css", format!("main.css?v={page}")),
        ("worker.js", format!("worker.js?v={engine}")),
        ("later.js", format!("later.js?v={later}")),
        ("rules.json", format!("rules.json?v={engine}")),
        ("gouji_bg.wasm", format!("gouji_bg.wasm?v={engine}")),
        (
            "gouji_full_bg.wasm",
            format!("gouji_full_bg.wasm?v={readers}"),
        ),
    ];
    let mut files = Vec::new();
    for (name, address) in kept {
        let hash = integrity(&shell::read(&folder.join(name))?);
        files.push(format!(
            "{{\"address\":\"{address}\",\"integrity\":\"{hash}\"}}"
        ));
    }
    let files = format!("[{}]", files.join(","));
    let version = quoted(&shell::hash(&[files.as_bytes()])[..12]);
    let defines = [("GOUJI_FILES", files), ("GOUJI_VERSION", version)];
    bundle("sw.js", &folder.join("sw.js"), "iife", &defines)
}

/// The ES module and its declarations.
fn modules(folder: &Path) -> Result<()> {
    let release = [("GOUJI_RELEASE", quoted(&release()?))];
    for (source, name) in MODULES {
        bundle(source, &folder.join(name), "esm", &release)?;
    }
    declarations(folder)
}

/// The declarations: those written by hand, and the report's own, which are generated.
fn declarations(folder: &Path) -> Result<()> {
    let source = |path: &str| shell::read_text(&shell::root().join(path));
    shell::write(&folder.join("gouji.d.ts"), source("www/embed/gouji.d.ts")?)?;
    let generated = source("www/pkg-full/gouji.d.ts")?;
    // Before the first class or function stand the types alone.
    let end = ["export class", "export function"]
        .iter()
        .filter_map(|mark| generated.find(mark))
        .min()
        .unwrap_or(generated.len());
    let types = &generated[..end];
    let types = &types[..types.rfind("\n}").map_or(types.len(), |at| at + 3)];
    shell::write(&folder.join("report.d.ts"), types)
}

/// The example pages, as they are.
fn examples(folder: &Path) -> Result<()> {
    let source = shell::root().join("www/embed/examples");
    for file in shell::files(&source, &[".html", ".js", ".css"]) {
        let name = file.strip_prefix(&source)?;
        shell::write(&folder.join("embed").join(name), shell::read(&file)?)?;
    }
    Ok(())
}

/// Bundles a script (`format` as esbuild names it) or a style (no format) with some constants.
pub(crate) fn bundle(
    source: &str,
    output: &Path,
    format: &str,
    defines: &[(&str, String)],
) -> Result<()> {
    let mut command = node::tool("esbuild/bin/esbuild");
    command
        .arg(shell::root().join("www").join(source))
        .arg(format!("--outfile={}", output.display()));
    command.args(["--bundle", "--minify", "--charset=utf8"]);
    command.args(["--legal-comments=none", "--log-level=warning", ENGINE]);
    command.args(["--loader:.txt=text", "--loader:.svg=dataurl"]);
    if !format.is_empty() {
        // A style that a script has with it, it puts on by itself.
        command.arg("--loader:.css=text");
        command.arg(format!("--format={format}"));
    }
    if format == "esm" {
        // What stays beside the module, and Node's own, is not bundled.
        command.args(["--external:./gouji-page.js", "--external:fs"]);
    }
    for (name, value) in defines {
        command.arg(format!("--define:{name}={value}"));
    }
    shell::run(&mut command)
}

/// The version of gouji.
pub(crate) fn release() -> Result<String> {
    let manifest = shell::read_text(&shell::root().join("Cargo.toml"))?;
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = "));
    Ok(line
        .context("Cargo.toml names no version")?
        .trim_matches('"')
        .to_owned())
}

pub(crate) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn version(folder: &Path, names: &[&str]) -> Result<String> {
    let contents: Result<Vec<_>> = names
        .iter()
        .map(|name| shell::read(&folder.join(name)))
        .collect();
    let contents = contents?;
    let parts: Vec<&[u8]> = contents.iter().map(Vec::as_slice).collect();
    Ok(shell::hash(&parts)[..12].to_owned())
}

/// The hash of a file as a browser compares it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}
