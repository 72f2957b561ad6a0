//! Whether text is a web page.

use crate::text::words::has;

/// How many bytes of text are looked at to tell a page from plain text.
const SAMPLE: usize = 1 << 14;

/// Tags that make a text a page when they stand at its beginning.
const TAGS: &[&str] = &[
    "!doctype",
    "html",
    "head",
    "body",
    "meta",
    "title",
    "style",
    "link",
    "script",
    "base",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "colgroup",
    "p",
    "div",
    "span",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "br",
    "img",
    "a",
    "b",
    "strong",
    "font",
    "center",
    "section",
    "article",
    "main",
    "header",
    "nav",
    "footer",
    "form",
    "pre",
    "hr",
    "dl",
    "blockquote",
];

/// Those of them that also stand within plain text where a converter has left tables in it.
const TABLE_TAGS: &[&str] = &[
    "html", "body", "table", "thead", "tbody", "tr", "td", "th", "colgroup", "br", "img",
];

/// Whether a text is a page or a pasted piece of one.
pub(super) fn is_markup(text: &str) -> bool {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if head.contains("<!--StartFragment")
        || (head.starts_with("Version:") && head.contains("StartHTML:"))
    {
        return true;
    }
    if head.starts_with("<!--") || head.starts_with("<?xml") || head.starts_with("<![") {
        return true;
    }
    if head.starts_with('<') && tags(head).next().is_some_and(|(at, _)| at == 0) {
        // A table drawn with signs and a heading marked by one are Markdown's, whatever tags stand around them.
        return !["\n+--", "\n|--", "\n# "]
            .iter()
            .any(|mark| has(text, mark));
    }
    let in_table = |at: usize| {
        let table = head[..at].rfind("<table");
        table.is_some_and(|start| !head[start..at].contains("</table"))
    };
    let alone = |at: usize| {
        let line = head[..at].rfind('\n').map_or(0, |end| end + 1);
        is_tagged(head[line..].lines().next().unwrap_or_default())
    };
    let left = |at: usize, name: &str| {
        TABLE_TAGS.contains(&name) || in_table(at) || name == "div" && alone(at)
    };
    tags(head)
        .filter(|(at, name)| !left(*at, name))
        .nth(2)
        .is_some()
}

/// Whether a line of text is a piece of markup, as tables and captions in Markdown are: it begins with the tag of a
/// `div` and ends with a tag. Any other is text as it is printed.
pub(super) fn is_tagged(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('<') && line.ends_with('>') && tags(line).next() == Some((0, "div"))
}

/// The known tags of a text, with their offsets.
fn tags(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let rest = &text.as_bytes()[at + 1..];
        let rest = rest.strip_prefix(b"/").unwrap_or(rest);
        let length = rest
            .iter()
            .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'!')?;
        let ended = matches!(rest[length], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
        let name = TAGS
            .iter()
            .find(|tag| tag.as_bytes().eq_ignore_ascii_case(&rest[..length]))?;
        ended.then_some((at, *name))
    })
}
