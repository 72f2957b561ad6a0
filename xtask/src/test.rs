//! Everything that must pass before anything is handed in, step by step.

use crate::{browsers, dist, node, node_tests, shell, toolchain};
use anyhow::{Context, Result, bail};
use std::time::Instant;

struct Step {
    name: &'static str,
    title: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: [Step; 7] = [
    step("format", "formatting of the Rust sources", format),
    step("lint", "lints, native and wasm", lint),
    step("rust", "tests of the library, the command and xtask", rust),
    step("dist", "the wasm module and the page", dist::run),
    step("types", "the page's types against the declarations", types),
    step("unit", "the page's unit tests", unit),
    step("page", "the built page in Chromium and Firefox", page),
];

const fn step(name: &'static str, title: &'static str, run: fn() -> Result<()>) -> Step {
    Step { name, title, run }
}

/// Runs all steps, or only those named; the first that fails ends the run.
pub(crate) fn run(names: &[String]) -> Result<()> {
    let known = |name: &String| STEPS.iter().any(|step| step.name == name);
    if let Some(name) = names.iter().find(|name| !known(name)) {
        let all: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step {name:?}; the steps are: {}", all.join(", "));
    }
    let wanted = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    let mut times = Vec::new();
    for step in STEPS.iter().filter(wanted) {
        println!("\n── {}: {} ──", step.name, step.title);
        let start = Instant::now();
        (step.run)().with_context(|| format!("step {:?}", step.name))?;
        times.push((step.name, start.elapsed().as_secs_f64()));
    }
    println!();
    for (name, seconds) in times {
        println!("{name:<8}{seconds:>8.1} s  passed");
    }
    Ok(())
}

fn format() -> Result<()> {
    shell::run(shell::cargo().args(["fmt", "--all", "--check"]))
}

fn lint() -> Result<()> {
    let clippy = |arguments: &[&str]| {
        let mut cargo = shell::cargo();
        cargo.arg("clippy").args(arguments);
        shell::run(cargo.args(["--", "--deny", "warnings"]))
    };
    clippy(&["--workspace", "--all-targets"])?;
    toolchain::target()?;
    clippy(&["--package", "gouji", "--lib", "--target", toolchain::WASM])
}

fn rust() -> Result<()> {
    shell::run(shell::cargo().args(["test", "--workspace"]))
}

fn types() -> Result<()> {
    node::install()?;
    shell::run(node::tool("typescript/bin/tsc").args(["--project", "www/tsconfig.json"]))
}

fn unit() -> Result<()> {
    node_tests::run(&["www/src", "tests/unit"], &[])
}

fn page() -> Result<()> {
    let chromium = browsers::chromium()?;
    let firefox = browsers::firefox();
    // The page is compared with the command.
    shell::run(shell::cargo().args(["build", "--quiet", "--bin", "gouji"]))?;
    let command = format!("debug/gouji{}", std::env::consts::EXE_SUFFIX);
    let command = shell::target().join(command);
    let mut programs = vec![("CHROMIUM", chromium.as_path()), ("GOUJI", &command)];
    programs.extend(firefox.as_deref().map(|program| ("FIREFOX", program)));
    node_tests::run(&["tests/page"], &programs)
}
