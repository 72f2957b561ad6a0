//! `dist/npm`: a package for npm, installable from the disk, for bundlers and for Node.

use crate::{assets, shell};
use anyhow::Result;
use std::path::Path;

/// What the package takes from the built page.
const FILES: [&str; 8] = [
    "gouji.js",
    "gouji-page.js",
    "gouji.d.ts",
    "report.d.ts",
    "worker.js",
    "rules.json",
    "gouji_bg.wasm",
    "gouji_full_bg.wasm",
];

/// Writes the package.
pub(crate) fn write(built: &Path, folder: &Path) -> Result<()> {
    for name in FILES {
        shell::write(&folder.join(name), shell::read(&built.join(name))?)?;
    }
    let release = assets::release()?;
    let defines = [("GOUJI_RELEASE", assets::quoted(&release))];
    assets::bundle("embed/node.js", &folder.join("node.js"), "esm", &defines)?;
    shell::write(&folder.join("package.json"), manifest(&release))?;
    let root = shell::root();
    for (source, name) in [
        ("www/embed/README.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        shell::write(&folder.join(name), shell::read(&root.join(source))?)?;
    }
    Ok(())
}

fn manifest(release: &str) -> String {
    format!(
        r#"{{
  "name": "gouji",
  "version": "{release}",
  "description": "Checks Chinese government disclosure annual reports: tables, sums and prose.",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "types": "./gouji.d.ts",
  "exports": {{
    ".": {{ "types": "./gouji.d.ts", "node": "./node.js", "default": "./gouji.js" }},
    "./package.json": "./package.json",
    "./gouji.js": {{ "types": "./gouji.d.ts", "default": "./gouji.js" }},
    "./worker.js": "./worker.js",
    "./rules.json": "./rules.json",
    "./gouji_bg.wasm": "./gouji_bg.wasm",
    "./gouji_full_bg.wasm": "./gouji_full_bg.wasm"
  }},
  "sideEffects": ["./gouji.js"],
  "engines": {{ "node": ">=14" }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_names_only_what_is_written() {
        let manifest = manifest("1.2.3");
        let own = ["node.js", "package.json"];
        for (_, rest) in manifest
            .match_indices("\"./")
            .map(|(at, _)| manifest.split_at(at + 3))
        {
            let name = rest.split('"').next().unwrap();
            assert!(FILES.contains(&name) || own.contains(&name), "{name}");
        }
        assert!(manifest.contains("\"version\": \"1.2.3\""));
    }
}
