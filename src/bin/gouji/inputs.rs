//! What the arguments stand for: files, and the files of folders.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// All files that are to be checked.
pub(crate) struct Inputs {
    /// In the order of the arguments; those of a folder in the order of their names.
    pub(crate) files: Vec<PathBuf>,
    /// Whether there may be several: then what is printed has the form for several, however many there are.
    pub(crate) many: bool,
}

impl Inputs {
    /// Looks into folders. One that holds no file, or cannot be opened, stands for itself: reading it will say why.
    pub(crate) fn of(arguments: &[PathBuf]) -> Self {
        let mut files = Vec::new();
        let mut many = arguments.len() > 1;
        for argument in arguments {
            if !argument.is_dir() {
                files.push(argument.clone());
                continue;
            }
            many = true;
            let before = files.len();
            if gather(argument, &mut files).is_err() || files.len() == before {
                files.truncate(before);
                files.push(argument.clone());
            }
        }
        Self { files, many }
    }
}

/// The files of a folder and of the folders in it. Links to folders are not followed: they may lead in a circle.
fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if is_by_the_way(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            gather(&path, files)?;
        } else if path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// What systems and word processors leave in folders; the page leaves out the same.
fn is_by_the_way(name: &str) -> bool {
    let systems = ["Thumbs.db", "desktop.ini"];
    name.starts_with(['.', '~']) || systems.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// The name of a file; none where it is standard input.
pub(crate) fn name(file: &Path) -> Option<String> {
    (file.as_os_str() != "-").then(|| file.to_string_lossy().into_owned())
}

/// The bytes of a file, or of standard input.
pub(crate) fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file.as_os_str() != "-" {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
