//! Lines that stand for pictures.

/// Endings of picture files.
const PICTURES: &[&str] = &[
    ".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff",
];

/// What stands in brackets for a picture, perhaps with its name behind.
const PLACEHOLDERS: &[&str] = &["图片", "圖片", "image"];

/// The most bytes of such a line.
const LONGEST: usize = 120;

/// The names of the pictures that a line consists of.
pub(super) fn names(line: &str) -> Option<Vec<&str>> {
    if is_placeholder(line) {
        return Some(vec![line]);
    }
    if line.starts_with("![") {
        return markdown_pictures(line);
    }
    let names = line.split_whitespace();
    let alone = has_picture_ending(line) && names.clone().all(is_picture_name);
    alone.then(|| names.collect())
}

/// Whether a line in brackets stands for a picture: `[图片]`, `【图片：表二】`, `[0005.jpg]`.
fn is_placeholder(line: &str) -> bool {
    let inner = line
        .strip_prefix(['[', '【', '(', '（'])
        .and_then(|line| line.strip_suffix([']', '】', ')', '）']));
    inner.is_some_and(|inner| {
        let named = PLACEHOLDERS.iter().any(|word| inner.starts_with(word));
        line.len() <= LONGEST && (named || is_picture_name(inner)) && !inner.contains(['。', '，'])
    })
}

fn markdown_pictures(line: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = line;
    while let Some(inner) = rest.strip_prefix("![") {
        let (alt, tail) = inner.split_once("](")?;
        let (address, tail) = tail.split_once(')')?;
        let file = address.split_whitespace().next().unwrap_or_default();
        let file = file.rsplit(['/', '\\']).next().unwrap_or_default();
        names.push(if alt.trim().is_empty() {
            file
        } else {
            alt.trim()
        });
        rest = tail.trim_start();
    }
    rest.is_empty().then_some(names)
}

fn is_picture_name(word: &str) -> bool {
    word.len() <= 300 && has_picture_ending(word) && !word.contains(['，', '。', '；', '：', '|'])
}

fn has_picture_ending(text: &str) -> bool {
    PICTURES.iter().any(|ending| {
        let tail = text.len().checked_sub(ending.len()).filter(|&at| at > 0);
        let tail = tail.map(|at| &text.as_bytes()[at..]);
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
    })
}
