//! The command line: the same check, natively.

#[cfg(all(not(target_arch = "wasm32"), feature = "files"))]
mod annotate;
#[cfg(not(target_arch = "wasm32"))]
mod args;
#[cfg(not(target_arch = "wasm32"))]
mod catalogue;
#[cfg(not(target_arch = "wasm32"))]
mod check;
#[cfg(not(target_arch = "wasm32"))]
mod inputs;
#[cfg(not(target_arch = "wasm32"))]
mod line;
#[cfg(not(target_arch = "wasm32"))]
mod output;
#[cfg(not(target_arch = "wasm32"))]
mod render;
#[cfg(not(target_arch = "wasm32"))]
mod whole;
#[cfg(not(target_arch = "wasm32"))]
mod words;
#[cfg(not(target_arch = "wasm32"))]
mod years;

/// A check makes many short texts, each of which takes the system's allocator longer.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use args::{Args, Command};
    let args = <Args as clap::Parser>::try_parse().unwrap_or_else(|error| output::misread(&error));
    match args.command {
        Command::Check(args) => check::run(&args),
        #[cfg(feature = "files")]
        Command::Annotate(args) => annotate::run(&args),
        Command::Rules(args) => catalogue::list(args.lang.into()),
        Command::Explain(args) => catalogue::explain(&args.code, args.lang.into()),
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
