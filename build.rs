//! Turns the words of `src/claims/lexicon/*.words` into constants, so that they are data for people and cost nothing to load;
//! and leaves the remarks out of `src/forms/*.form`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// Where the words are kept.
const WORDS: &str = "src/claims/lexicon";
/// Where the forms are.
const FORMS: &str = "src/forms";

fn main() {
    let out = env::var("OUT_DIR").expect("a folder for what is built");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("what is built, written");
    };
    let words = files(WORDS, "words");
    write("words.rs", words.iter().map(|path| module(path)).collect());
    for form in files(FORMS, "form") {
        let text = fs::read_to_string(&form).expect("a form");
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let name = form.file_name().unwrap_or_default().to_string_lossy();
        write(&name, lines.map(|line| format!("{line}\n")).collect());
    }
}

/// The files of a folder that end so, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).expect("a folder of data");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("an entry of a folder of data").path())
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .collect();
    files.sort();
    files
}

/// A list as written: its kind, what it begins with in code, its lines with their places.
struct List {
    kind: Kind,
    head: String,
    lines: Vec<(String, String)>,
}

/// One file as one module.
fn module(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let text = fs::read_to_string(path).expect("a file of words");
    let mut lists: Vec<List> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let place = format!("{}:{}", path.display(), number + 1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with(' ') {
            let list = lists.last_mut();
            let list = list.unwrap_or_else(|| panic!("{place}: words before the first list"));
            list.lines.push((line.trim().to_owned(), place));
        } else {
            lists.push(head(line, &place));
        }
    }
    let lists: String = lists.iter().map(constant).collect();
    format!("pub(in crate::claims) mod {name} {{\n{lists}}}\n")
}

/// A list as a constant.
fn constant(list: &List) -> String {
    let each = |write: &dyn Fn(&str, &str) -> String| -> Vec<String> {
        let lines = list.lines.iter();
        lines.map(|(line, place)| write(line, place)).collect()
    };
    let rows = match &list.kind {
        Kind::List => each(&|line, _| words(line)),
        Kind::Groups => each(&|line, _| format!("&[{}]", words(line))),
        Kind::Table(fields) => each(&|line, place| row(fields, line, place)),
        Kind::Readings => each(&reading),
        Kind::Nouns => nouns(&list.lines),
        Kind::Senses(of) => each(&|line, place| senses(of, line, place)),
        Kind::Items => each(&item),
    };
    format!("{} = &[\n{},\n];\n", list.head, rows.join(",\n"))
}

/// How the lines of a list are written; CONTRIBUTING.md shows each.
#[derive(Clone)]
enum Kind {
    /// Words, any number to a line.
    List,
    /// One group of words to a line.
    Groups,
    /// One row of fields to a line, of the types named.
    Table(Vec<String>),
    /// `name | name in English | cell + cell`.
    Readings,
    /// `noun = reading`; a noun with several readings has several lines.
    Nouns,
    /// `sense: word word`, of the enum named.
    Senses(String),
    /// `item or item after item: end end / with with (unit unit)`.
    Items,
}

/// The line that opens a list: `kind NAME: what it is`.
fn head(line: &str, place: &str) -> List {
    let fail = || -> ! { panic!("{place}: a list opens with `kind NAME: what it is`") };
    let Some((left, doc)) = line.split_once(": ") else {
        fail()
    };
    let mut words = left.split_whitespace().map(str::to_owned);
    let (Some(kind), Some(name)) = (words.next(), words.next()) else {
        fail()
    };
    let (kind, of) = match kind.as_str() {
        "list" => (Kind::List, "&str".to_owned()),
        "groups" => (Kind::Groups, "&[&str]".to_owned()),
        "table" => {
            let fields: Vec<String> = words.collect();
            let types: Vec<_> = fields.iter().map(|field| field_type(field)).collect();
            let tuple = format!("({})", types.join(", "));
            (Kind::Table(fields), tuple)
        }
        "readings" => (Kind::Readings, "super::Reading".to_owned()),
        "nouns" => (Kind::Nouns, "(&str, &[super::Reading])".to_owned()),
        "senses" => {
            let of = words.next().unwrap_or_else(|| fail());
            let pair = format!("(&str, super::{of})");
            (Kind::Senses(of), pair)
        }
        "items" => (Kind::Items, "super::Item".to_owned()),
        _ => panic!("{place}: no kind of list is called {kind}"),
    };
    List {
        kind,
        head: format!("/// {doc}\npub(in crate::claims) const {name}: &[{of}]"),
        lines: Vec::new(),
    }
}

/// The type of a field of a table.
fn field_type(field: &str) -> &str {
    match field {
        "number" => "u32",
        "kind" => "super::Kind",
        "reading" => "super::Reading",
        _ => "&str",
    }
}

/// `noun = reading`: the readings of each noun, in the order of the lines.
fn nouns(lines: &[(String, String)]) -> Vec<String> {
    let readings = |noun: &str| {
        lines
            .iter()
            .map(|(line, place)| (two(line, " = ", place), place))
            .filter(|((named, _), _)| *named == noun)
            .map(|((_, rest), place)| reading(rest, place))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut named: Vec<_> = lines
        .iter()
        .map(|(line, place)| two(line, " = ", place).0)
        .collect();
    named.dedup();
    let noun = |noun: &str| format!("({noun:?}, &[{}])", readings(noun));
    named.into_iter().map(noun).collect()
}

/// Both sides of a mark that must stand in a line.
fn two<'a>(line: &'a str, mark: &str, place: &str) -> (&'a str, &'a str) {
    line.split_once(mark)
        .unwrap_or_else(|| panic!("{place}: `{}` is missing", mark.trim()))
}

/// Words as literals; `_` is a word of no characters.
fn words(line: &str) -> String {
    let quoted: Vec<_> = line.split_whitespace().map(quoted).collect();
    quoted.join(", ")
}

fn quoted(word: &str) -> String {
    format!("{:?}", if word == "_" { "" } else { word })
}

/// A row of a table: `word 90 100`; a reading stands behind ` = `.
fn row(fields: &[String], line: &str, place: &str) -> String {
    let (line, last) = line.split_once(" = ").unwrap_or((line, ""));
    let mut given = line.split_whitespace();
    let values: Vec<_> = fields
        .iter()
        .map(|field| match (field.as_str(), given.next()) {
            ("reading", None) => reading(last, place),
            ("number", Some(number)) => number.to_owned(),
            ("kind", Some(kind)) => format!("super::Kind::{kind}"),
            (_, Some(word)) => quoted(word),
            (field, None) => panic!("{place}: the {field} is missing"),
        })
        .collect();
    assert!(given.next().is_none(), "{place}: more fields than named");
    format!("({})", values.join(", "))
}

/// `name | name in English | cell + cell`.
fn reading(line: &str, place: &str) -> String {
    let fields: Vec<_> = line.split(" | ").map(str::trim).collect();
    let [zh, en, cells] = fields[..] else {
        panic!("{place}: a reading is `name | name in English | cell + cell`")
    };
    let cells: Vec<_> = cells.split(" + ").map(|cell| format!("{cell:?}")).collect();
    format!(
        "super::Reading {{ zh: {zh:?}, en: {en:?}, cells: &[{}] }}",
        cells.join(", ")
    )
}

/// `Sense: word word`, `Sense name: …`, `Sense name (reading): …`.
fn senses(of: &str, line: &str, place: &str) -> String {
    let (sense, listed) = two(line, ": ", place);
    let (sense, meant) = sense.split_once(" (").unwrap_or((sense, ""));
    let mut arguments: Vec<_> = sense.split(' ').skip(1).map(quoted).collect();
    if !meant.is_empty() {
        arguments.push(reading(meant.trim_end_matches(')'), place));
    }
    let variant = sense.split(' ').next().unwrap_or_default();
    let value = match arguments[..] {
        [] => format!("super::{of}::{variant}"),
        _ => format!("super::{of}::{variant}({})", arguments.join(", ")),
    };
    let pairs: Vec<_> = listed
        .split_whitespace()
        .map(|word| format!("({word:?}, {value})"))
        .collect();
    pairs.join(", ")
}

/// `item or item after item: end end / with with (unit unit)`.
fn item(line: &str, place: &str) -> String {
    let (facts, rest) = two(line, ": ", place);
    let (facts, after) = facts.split_once(" after ").unwrap_or((facts, ""));
    let (fact, also) = facts.split_once(" or ").unwrap_or((facts, ""));
    let (names, units) = two(rest.trim_end_matches(')'), " (", place);
    let (ends, with) = names.split_once(" / ").unwrap_or((names, ""));
    format!(
        "super::Item {{ fact: {fact:?}, also: &[{}], after: &[{}], ends: &[{}], with: &[{}], units: &[{}] }}",
        words(also),
        words(after),
        words(ends),
        words(with),
        words(units)
    )
}
