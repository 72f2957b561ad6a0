//! The command line: the same check, natively.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let path = std::env::args().nth(2).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let report = gouji::check(
        &bytes,
        &gouji::Options {
            name: Some(&path),
            ..Default::default()
        },
    )
    .unwrap();
    println!("{}", serde_json::to_string(&report).unwrap());
}
#[cfg(target_arch = "wasm32")]
fn main() {}
