//! The wasm modules with their bindings and type declarations.
//!
//! There are three of one crate: the small one reads what is pasted, text and web pages, and is there at once; the
//! full one also reads office files and checks faster, and follows when nobody waits for it, or where it is needed;
//! the whole one is the full one made small, for the edition that is one file.

use crate::{alike, node, shell, toolchain};
use anyhow::{Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};
use wasm_bindgen_cli_support::Bindgen;

/// One of the modules.
pub(crate) struct Module {
    /// The name of the module's file without its ending.
    pub name: &'static str,
    folder: &'static str,
    features: &'static [&'static str],
    /// Cargo's profile: what counts for more, size or speed.
    profile: &'static str,
    /// Whether every byte counts: then a panic tells nothing of itself, and the code is made smaller again and again until
    /// it stays as it is.
    tight: bool,
    /// How long a function may be that is written out where it is called, in LLVM's instructions; none for what the profile
    /// says. What is made small keeps almost all apart, and a fifth of its time goes into calls: the one file has the room.
    inline: Option<u32>,
}

/// Text, web pages and saved web pages.
pub(crate) const SMALL: Module = Module {
    name: "gouji_bg",
    folder: "www/pkg",
    features: &["--no-default-features"],
    profile: "wasm",
    tight: true,
    inline: None,
};

/// All readers, and fast.
pub(crate) const FULL: Module = Module {
    name: "gouji_full_bg",
    folder: "www/pkg-full",
    features: &[],
    profile: "wasm-fast",
    tight: false,
    inline: None,
};

/// All readers, and small. Its bindings are those of the full one.
pub(crate) const WHOLE: Module = Module {
    name: "gouji_whole_bg",
    folder: "www/pkg-whole",
    features: &[],
    profile: "wasm",
    tight: true,
    inline: Some(40),
};

/// Spares the line of the source at each place that might panic: 3 % of what a first visit waits for. The command and
/// the full module tell it for the same report. The pinned compiler has this and the next only for those that ask for
/// what may still change: should a later one be without it, the build says so.
const NO_LOCATIONS: &str = "-Zlocation-detail=none";

/// The standard library compiled as the module is, and a panic only stops it, without a word: another 2 %.
const OWN_LIBRARY: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.wasm.panic='immediate-abort'",
];

/// Small when packed. What `-Oz` does besides makes the code shorter, but harder
/// to pack. A function with one caller stays apart unless it is tiny: joined to giants, functions pack worse and the
/// browser compiles them late. No Rust object lies in the first kilobyte.
const WASM_OPT: [&str; 8] = [
    "-O2",
    "--shrink-level",
    "2",
    "--one-caller-inline-max-function-size",
    "10",
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
];

/// What makes a module no shorter, but easier to pack: numbers that say nothing to the browser become the same everywhere,
/// and functions name their locals alike.
const PACKABLE: [&str; 3] = [
    "--dealign",
    "--coalesce-locals-learning",
    "--reorder-locals",
];

/// What the engine of Chromium 78 has.
const FEATURES: [&str; 4] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

impl Module {
    /// The built module.
    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join("gouji_bg.wasm")
    }

    /// Its script, declarations and itself, which the page's sources import.
    pub(crate) fn folder(&self) -> PathBuf {
        shell::root().join(self.folder)
    }

    /// What is asked of the compiler besides the profile.
    fn flags(&self) -> Vec<String> {
        let mut flags = Vec::new();
        let mut rust = Vec::new();
        if self.tight {
            rust.push(NO_LOCATIONS.to_owned());
            if toolchain::library() {
                flags.extend(OWN_LIBRARY.map(str::to_owned));
            }
        }
        if let Some(inline) = self.inline {
            rust.push(format!("-Cllvm-args=-inline-threshold={inline}"));
        }
        if !rust.is_empty() {
            let config = format!("target.{}.rustflags={rust:?}", toolchain::WASM);
            flags.extend(["--config".to_owned(), config]);
        }
        flags
    }

    /// Compiles the module, unless it would come out the same: what is then to be finished.
    fn compiled(&self, sources: &str) -> Result<Option<Compiled<'_>>> {
        let flags = self.flags();
        let stamp = shell::hash(&[
            sources.as_bytes(),
            self.features.concat().as_bytes(),
            self.profile.as_bytes(),
            flags.concat().as_bytes(),
            [WASM_OPT.concat(), PACKABLE.concat()].concat().as_bytes(),
            include_bytes!("alike.rs"),
        ]);
        if shell::is_stamped(&self.folder().join("stamp"), &stamp) {
            return Ok(None);
        }
        let code = shell::read(&compile(self, &flags)?)?;
        Ok(Some(Compiled {
            module: self,
            code,
            stamp,
        }))
    }
}

/// A module as the compiler leaves it.
struct Compiled<'a> {
    module: &'a Module,
    code: Vec<u8>,
    stamp: String,
}

impl Compiled<'_> {
    /// Gives the module its bindings and makes it small.
    fn finish(self) -> Result<()> {
        let folder = self.module.folder();
        bind(self.code, &folder)?;
        shrink(self.module)?;
        shell::write(&folder.join("stamp"), self.stamp)
    }
}

/// Builds what is hosted. The compiler is busy with the second module while the first is finished.
pub(crate) fn build() -> Result<()> {
    let sources = sources()?;
    let small = SMALL.compiled(&sources)?;
    thread::scope(|scope| {
        let small = scope.spawn(|| finished(small));
        let full = FULL.compiled(&sources).and_then(finished);
        let small = small
            .join()
            .unwrap_or_else(|_| bail!("the bindings failed"));
        small.and(full)
    })
}

/// Builds what the one file carries, after what is hosted: it is asked through the bindings of the full module.
pub(crate) fn build_whole() -> Result<()> {
    finished(WHOLE.compiled(&sources()?)?)?;
    let bindings = |module: Module| shell::read(&module.folder().join("gouji.js"));
    if bindings(WHOLE)? != bindings(FULL)? {
        bail!("the whole module and the full one have other bindings");
    }
    Ok(())
}

fn finished(compiled: Option<Compiled<'_>>) -> Result<()> {
    compiled.map_or(Ok(()), Compiled::finish)
}

/// The hash of all that the modules are made of. They are built in one folder, so that they share what they
/// depend on; but there cargo takes each of them for an outdated form of the other, and cannot be asked.
fn sources() -> Result<String> {
    let root = shell::root();
    let mut files = shell::files(&root.join("src"), &[""]);
    files.extend(shell::files(&root.join("docs/rules"), &[".md"]));
    files.extend(
        [
            "build.rs",
            "Cargo.toml",
            "Cargo.lock",
            "rust-toolchain.toml",
            ".cargo/config.toml",
        ]
        .map(|name| root.join(name)),
    );
    let mut parts = Vec::new();
    for file in files {
        parts.push(
            file.strip_prefix(&root)?
                .to_string_lossy()
                .into_owned()
                .into_bytes(),
        );
        parts.push(shell::read(&file)?);
    }
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Ok(shell::hash(&parts))
}

fn compile(module: &Module, flags: &[String]) -> Result<PathBuf> {
    toolchain::target()?;
    let mut cargo = shell::cargo();
    cargo.args(["build", "--package", "gouji", "--lib", "--profile"]);
    cargo.arg(module.profile).args(module.features);
    cargo.args(flags);
    if module.tight {
        cargo.env("RUSTC_BOOTSTRAP", "1");
    }
    cargo.args(["--target", toolchain::WASM, "--target-dir"]);
    shell::run(cargo.arg(shell::target()))?;
    let folder = shell::target().join(toolchain::WASM);
    Ok(folder.join(module.profile).join("gouji.wasm"))
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

fn shrink(module: &Module) -> Result<()> {
    let file = module.file();
    let again: &[&str] = if module.tight { &["--converge"] } else { &[] };
    optimised(&file, &[&WASM_OPT, again].concat())?;
    if module.tight {
        optimised(&file, &PACKABLE)?;
    }
    shell::write(&file, alike::beside_each_other(&shell::read(&file)?)?)
}

/// Has binaryen's optimiser go over a module.
fn optimised(file: &Path, passes: &[&str]) -> Result<()> {
    let mut tool = node::tool("binaryen/bin/wasm-opt");
    tool.arg(file).arg("-o").arg(file);
    shell::run(tool.args(passes).args(FEATURES))
}
