//! Which files are the reports of the bodies that a report of the whole counts together.

use crate::{
    args::CheckArgs,
    inputs::{self, Inputs},
    output::{self, is_same_file},
};
use gouji::{Bodies, rule::Language};
use std::path::Path;

/// Reads the files as the reports of the bodies, where one of the whole is named; that one is then the first to be checked.
pub(crate) fn bodies(args: &CheckArgs, inputs: &mut Inputs) -> Result<Option<Bodies>, String> {
    let Some(whole) = &args.whole else {
        return Ok(None);
    };
    let language = args.lang.into();
    let names = args.names.as_deref();
    let listed = names.map_or_else(|| Ok(Vec::new()), |list| listed(list, language))?;
    let is_apart = |file: &Path| {
        is_same_file(file, whole) || names.is_some_and(|list| is_same_file(file, list))
    };
    inputs.files.retain(|file| !is_apart(file));
    let mut bodies = Bodies::new(listed.iter().map(String::as_str));
    for file in &inputs.files {
        let name = inputs::name(file).ok_or(
            "--whole: name the reports of the bodies as files · 各单位的报告请给出文件或文件夹",
        )?;
        // What cannot be opened is told when it is checked itself, and here that it is missing in the sums.
        bodies.add(&inputs::read(file).unwrap_or_default(), Some(&name));
    }
    inputs.files.insert(0, whole.clone());
    inputs.many = true;
    Ok(Some(bodies))
}

/// The names of a list.
fn listed(list: &Path, language: Language) -> Result<Vec<String>, String> {
    let told = |why: String| format!("{}: {why}", list.display());
    let bytes = inputs::read(list).map_err(|error| told(output::reason(&error, language)))?;
    let name = inputs::name(list);
    gouji::name_list(&bytes, name.as_deref())
        .map_err(|error| told(error.message.get(language).to_owned()))
}
