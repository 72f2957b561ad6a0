//! Builds, serves, tests and packs gouji. `cargo xtask help` lists the commands.

mod alike;
mod assets;
mod bench;
mod browsers;
mod dist;
mod html;
mod node;
mod node_tests;
mod npm;
mod pack;
mod serve;
mod shell;
mod test;
mod toolchain;
mod wasm;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   build, then serve the page on 127.0.0.1
cargo xtask test [STEP…]                everything that must pass, or only the named steps
cargo xtask dist                        write dist/: the site, gouji.html (one file), npm/ (a package)
cargo xtask build                       build the wasm module and the page
cargo xtask bench                       time a check, natively, in Chromium and in the page
cargo xtask help                        this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    match command {
        "build" => assets::build().map(|_| ()),
        "serve" => serve::run(rest),
        "dist" => dist::run(),
        "test" => test::run(rest),
        "bench" => bench::run(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("no command {other:?}\n{HELP}"),
    }
}
