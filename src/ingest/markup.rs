//! Markup cut into tags, attributes and text, as browsers cut it; what is in error is read as they read it.
//!
//! Of what HTML knows only that is left out which shows no text: comments, declarations, instructions.

use super::references::{Within, decoded};
use std::borrow::Cow;

/// A piece of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// A start tag opens; its name in small letters.
    Tag(&'a str),
    /// An attribute with a value.
    Attribute(&'a str, &'a str),
    /// The start tag closes: its element begins.
    Begin {
        /// Whether it is written as an element without content.
        closed: bool,
    },
    /// An end tag.
    End(&'a str),
    /// Text, its references replaced by what they stand for.
    Text(&'a str),
}

/// Tells the pieces of a text one by one.
pub(super) fn read(text: &str, tell: impl FnMut(Event<'_>)) {
    let text = if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    };
    Scanner { rest: &text, tell }.run();
}

struct Scanner<'a, F> {
    /// What is still to be read.
    rest: &'a str,
    tell: F,
}

impl<'a, F: FnMut(Event<'_>)> Scanner<'a, F> {
    fn run(mut self) {
        while let Some(at) = self.rest.find('<') {
            let (text, markup) = self.rest.split_at(at);
            let begins = |start: &str| markup.starts_with(start);
            let named = |from: usize| markup[from..].starts_with(|c: char| c.is_ascii_alphabetic());
            if begins("<!--") {
                self.text(text);
                self.rest = behind_comment(&markup[4..]);
            } else if begins("</") && named(2) {
                self.text(text);
                self.rest = &markup[2..];
                self.end_tag();
            } else if begins("<!") || begins("<?") || (begins("</") && markup.len() > 2) {
                self.text(text);
                self.rest = behind(markup, ">");
            } else if named(1) {
                self.text(text);
                self.rest = &markup[1..];
                self.start_tag();
            } else {
                // A mere sign.
                self.text(&self.rest[..=at]);
                self.rest = &markup[1..];
            }
        }
        self.text(self.rest);
    }

    fn text(&mut self, text: &str) {
        if !text.is_empty() {
            (self.tell)(Event::Text(&decoded(text, Within::Text)));
        }
    }

    fn end_tag(&mut self) {
        let name = self.name();
        // Attributes of an end tag say nothing.
        match self.attributes(false) {
            Some(_) => (self.tell)(Event::End(&name)),
            None => self.rest = "",
        }
    }

    fn start_tag(&mut self) {
        let name = self.name();
        (self.tell)(Event::Tag(&name));
        // A tag that is not closed takes all that follows with it.
        let Some(closed) = self.attributes(true) else {
            self.rest = "";
            return;
        };
        (self.tell)(Event::Begin { closed });
        match name.as_ref() {
            "title" | "textarea" => self.content(&name, true),
            "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" | "script" => {
                self.content(&name, false);
            }
            "plaintext" => (self.tell)(Event::Text(std::mem::take(&mut self.rest))),
            _ => {}
        }
    }

    /// Text up to the end tag of an element that holds no others.
    fn content(&mut self, name: &str, references: bool) {
        let end = end_of(self.rest, name);
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        if references {
            self.text(text);
        } else if !text.is_empty() {
            (self.tell)(Event::Text(text));
        }
    }

    fn name(&mut self) -> Cow<'a, str> {
        let name = self.take(|c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        small(name)
    }

    /// The attributes up to the end of the tag: whether it is written as closed; `None` where it has no end.
    fn attributes(&mut self, told: bool) -> Option<bool> {
        loop {
            self.blanks();
            if let Some(rest) = self.rest.strip_prefix("/>") {
                self.rest = rest;
                return Some(true);
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return Some(false);
            }
            if let Some(rest) = self.rest.strip_prefix('/') {
                self.rest = rest;
                continue;
            }
            let first = self.rest.chars().next()?;
            self.attribute(first, told)?;
        }
    }

    fn attribute(&mut self, first: char, told: bool) -> Option<()> {
        // A sign of equality at the beginning belongs to the name.
        let from = first.len_utf8();
        let end = self.rest[from..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '='))
            .map(|at| from + at)?;
        let name = small(&self.rest[..end]);
        self.rest = &self.rest[end..];
        self.blanks();
        let Some(rest) = self.rest.strip_prefix('=') else {
            return Some(());
        };
        self.rest = rest;
        self.blanks();
        let value = self.value()?;
        if told {
            (self.tell)(Event::Attribute(&name, &decoded(value, Within::Attribute)));
        }
        Some(())
    }

    /// A value, with its quotes or without; `None` where a quotation has no end.
    fn value(&mut self) -> Option<&'a str> {
        let quote = self.rest.chars().next()?;
        if !matches!(quote, '"' | '\'') {
            return Some(self.take(|c| c.is_ascii_whitespace() || c == '>'));
        }
        let (value, rest) = self.rest[1..].split_once(quote)?;
        self.rest = rest;
        Some(value)
    }

    fn blanks(&mut self) {
        self.rest = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace());
    }

    fn take(&mut self, ends: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }
}

fn small(name: &str) -> Cow<'_, str> {
    if name.contains(|c: char| c.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// What stands behind `end`, or nothing.
fn behind<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).map_or("", |at| &text[at + end.len()..])
}

/// What stands behind a comment whose opening has been read.
fn behind_comment(text: &str) -> &str {
    let ends = |at: usize| {
        let comment = &text[..at];
        matches!(comment, "" | "-") || comment.ends_with("--") || comment.ends_with("--!")
    };
    let end = text.match_indices('>').find(|(at, _)| ends(*at));
    end.map_or("", |(at, _)| &text[at + 1..])
}

/// Where the end tag of an element begins that holds text alone, or the end of all. In a comment a script may hold the
/// tags of another one.
fn end_of(text: &str, name: &str) -> usize {
    let (mut commented, mut within) = (false, false);
    for (at, _) in text.match_indices(['<', '-']) {
        let here = &text[at..];
        if here.starts_with("-->") {
            (commented, within) = (false, false);
        } else if here.starts_with("</") && is_named(&here[2..], name) {
            if !within {
                return at;
            }
            within = false;
        } else if here.starts_with("<!--") {
            commented = name == "script";
        } else if commented && here.starts_with('<') && is_named(&here[1..], name) {
            within = true;
        }
    }
    text.len()
}

fn is_named(tag: &str, name: &str) -> bool {
    let named = tag
        .get(..name.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(name));
    named && tag[name.len()..].starts_with(|c: char| c.is_ascii_whitespace() || "/>".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces, one a line.
    fn pieces(text: &str) -> String {
        let mut told = Vec::new();
        read(text, |event| {
            told.push(match event {
                Event::Tag(name) => format!("<{name}"),
                Event::Attribute(name, value) => format!("{name}={value}"),
                Event::Begin { closed } => if closed { "/>" } else { ">" }.to_owned(),
                Event::End(name) => format!("</{name}"),
                Event::Text(text) => format!("“{text}”"),
            });
        });
        told.join(" ")
    }

    #[test]
    fn tags_attributes_and_text() {
        for (text, expected) in [
            ("<P Class=a>12件</p>", "<p class=a > “12件” </p"),
            (
                "<td rowspan='2' colspan = \"3\" nowrap>",
                "<td rowspan=2 colspan=3 >",
            ),
            ("<br/><img src=a.png />", "<br /> <img src=a.png />"),
            ("<img src=a/>", "<img src=a/ >"),
            ("a<b", "“a” <b"),
            ("1 < 2 <3", "“1 <” “ 2 <” “3”"),
            ("<a =x=1 b>", "<a =x=1 >"),
            ("</td x='>'>0", "</td “0”"),
            ("a</>b</ c>d<?x y>e<!doctype html>f", "“a” “b” “d” “e” “f”"),
            (
                "1<!-- <p> -- -->2<!-->3<!--->4<!--x--!>5<!--",
                "“1” “2” “3” “4” “5”",
            ),
            ("a\r\nb\rc", "“a\nb\nc”"),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn some_elements_hold_text_alone() {
        for (text, expected) in [
            ("<title>a<b>&amp;</title>c", "<title > “a<b>&” </title “c”"),
            ("<style>p>a{}</style >x", "<style > “p>a{}” </style “x”"),
            (
                "<script>'</scripts>'</SCRIPT>x",
                "<script > “'</scripts>'” </script “x”",
            ),
            (
                "<script><!-- <script> </script> --></script>x",
                "<script > “<!-- <script> </script> -->” </script “x”",
            ),
            ("<script>&amp;", "<script > “&amp;”"),
        ] {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }
}
