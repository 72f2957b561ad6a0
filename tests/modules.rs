//! A module uses only modules above it in the order that `src/lib.rs` declares.

use regex::Regex;
use std::{fs, path::Path};

/// The modules at the root, from the ground up.
fn order() -> Vec<String> {
    let source = fs::read_to_string("src/lib.rs").unwrap();
    let declaration = Regex::new(r"(?m)^(?:pub )?mod ([a-z_]+);").unwrap();
    declaration
        .captures_iter(&source)
        .map(|found| found[1].to_owned())
        .collect()
}

/// All sources of one module, its own tests left out.
fn source(module: &str) -> String {
    let file = fs::read_to_string(format!("src/{module}.rs")).unwrap_or_default();
    let mut text = strip(&file);
    let mut folders = vec![Path::new("src").join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => text += &strip(&fs::read_to_string(path).unwrap()),
            }
        }
    }
    text
}

/// The code alone: no comments, no unit tests, no line breaks.
fn strip(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim().starts_with("//"));
    lines.collect::<Vec<_>>().join(" ")
}

/// The modules at the root that a source names: `crate::a::…`, `crate::{a, b::…}`.
fn used(source: &str) -> Vec<String> {
    let path = Regex::new(r"(?-u:\b)crate::(?:([a-z_]+)|\{([^;]*);)").unwrap();
    let name = Regex::new(r"(?:^|,) *([a-z_]+)").unwrap();
    let mut names = Vec::new();
    for found in path.captures_iter(source) {
        match (found.get(1), found.get(2)) {
            (Some(one), _) => names.push(one.as_str().to_owned()),
            (_, Some(group)) => {
                let outer = outermost(group.as_str());
                names.extend(name.captures_iter(&outer).map(|found| found[1].to_owned()));
            }
            _ => {}
        }
    }
    names
}

/// A group of imports without what its inner braces hold.
fn outermost(group: &str) -> String {
    let mut depth = 0;
    let kept = group.chars().filter(|character| {
        depth += i32::from(*character == '{') - i32::from(*character == '}');
        depth == 0
    });
    kept.collect()
}

#[test]
fn modules_use_only_modules_above_them() {
    let order = order();
    assert!(order.len() > 10, "{order:?}");
    for (at, module) in order.iter().enumerate() {
        let below = &order[at + 1..];
        let wrong: Vec<_> = used(&source(module))
            .into_iter()
            .filter(|name| below.contains(name))
            .collect();
        assert!(
            wrong.is_empty(),
            "{module} uses {wrong:?}, which stand below it"
        );
    }
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let source = "use crate::{ a::{self, x}, b, c::{d, e}}; crate::f::g(); use crate::h;";
    assert_eq!(used(source), ["a", "b", "c", "f", "h"]);
}
