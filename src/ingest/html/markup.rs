//! Markup told apart into tags and text, as the HTML standard has it (13.2.5), as far as a reader of pages listens: of
//! comments, document types and errors it says nothing.

use super::{Reader, references::resolved};

/// Elements whose content is text up to their end tag, with references.
const PLAIN: &[&str] = &["title", "textarea"];

/// Elements whose content is text up to their end tag, as it stands.
const RAW: &[&str] = &[
    "style", "xmp", "iframe", "noembed", "noframes", "noscript", "script",
];

/// Tells a reader of every tag and text.
pub(super) fn read(markup: &str, reader: &mut Reader) {
    let mut markup = Markup(markup);
    while !markup.0.is_empty() {
        let text = markup.until(|c| c == '<');
        reader.text(&resolved(text, false));
        markup.sign(reader);
    }
}

/// What is not read yet.
struct Markup<'a>(&'a str);

impl<'a> Markup<'a> {
    /// Reads up to such a character, or all.
    fn until(&mut self, is_end: impl FnMut(char) -> bool) -> &'a str {
        self.take(self.0.find(is_end))
    }

    fn take(&mut self, length: Option<usize>) -> &'a str {
        let (taken, rest) = self.0.split_at(length.unwrap_or(self.0.len()));
        self.0 = rest;
        taken
    }

    /// Reads that, if it comes next.
    fn skip(&mut self, expected: &str) -> bool {
        let rest = self.0.strip_prefix(expected);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn begins_with_letter(&self) -> bool {
        self.0.starts_with(|c: char| c.is_ascii_alphabetic())
    }

    /// Reads what `<` begins: a tag, what is not shown, or nothing.
    fn sign(&mut self, reader: &mut Reader) {
        if self.skip("<!--") {
            self.comment();
        } else if self.0.starts_with("<!") || self.0.starts_with("<?") {
            self.declaration();
        } else if self.skip("</") {
            match self.begins_with_letter() {
                true => self.end_tag(reader),
                false if self.0.is_empty() => reader.text("</"),
                false => self.declaration(),
            }
        } else if self.skip("<") {
            match self.begins_with_letter() {
                true => self.start_tag(reader),
                false => reader.text("<"),
            }
        }
    }

    fn declaration(&mut self) {
        self.until(|c| c == '>');
        self.skip(">");
    }

    fn comment(&mut self) {
        // The dashes that begin a comment may end it.
        if self.skip(">") || self.skip("->") {
            return;
        }
        while !self.0.is_empty() {
            self.take(self.0.find("--"));
            if self.skip("-->") || self.skip("--!>") {
                return;
            }
            self.skip("-");
        }
    }

    fn start_tag(&mut self, reader: &mut Reader) {
        let name = self.tag_name();
        reader.tag(&name);
        let Some(self_closing) = self.attributes(|name, value| reader.attribute(name, value))
        else {
            return;
        };
        reader.start(self_closing);
        let name = name.as_str();
        if PLAIN.contains(&name) {
            let text = self.take(raw_end(self.0, name));
            reader.text(&resolved(text, false));
        } else if RAW.contains(&name) {
            reader.text(self.take(raw_end(self.0, name)));
        } else if name == "plaintext" {
            reader.text(self.take(None));
        }
    }

    fn end_tag(&mut self, reader: &mut Reader) {
        let name = self.tag_name();
        if self.attributes(|_, _| {}).is_some() {
            reader.end(&name);
        }
    }

    fn tag_name(&mut self) -> String {
        self.until(ends_name).to_ascii_lowercase()
    }

    /// Reads the rest of a tag: whether it closes itself. Nothing if the markup ends before it does.
    fn attributes(&mut self, mut tell: impl FnMut(&str, &str)) -> Option<bool> {
        loop {
            self.until(|c| !c.is_ascii_whitespace());
            if self.0.is_empty() {
                return None;
            } else if self.skip(">") {
                return Some(false);
            } else if self.skip("/>") {
                return Some(true);
            } else if !self.skip("/") {
                self.attribute(&mut tell);
            }
        }
    }

    fn attribute(&mut self, tell: &mut impl FnMut(&str, &str)) {
        let mut first = true;
        // A name may begin with the sign that ends it.
        let name = self.until(|c| !std::mem::take(&mut first) && (c == '=' || ends_name(c)));
        self.until(|c| !c.is_ascii_whitespace());
        let value = if self.skip("=") { self.value() } else { "" };
        tell(&name.to_ascii_lowercase(), &resolved(value, true));
    }

    fn value(&mut self) -> &'a str {
        self.until(|c| !c.is_ascii_whitespace());
        for quote in ["\"", "'"] {
            if self.skip(quote) {
                let value = self.take(self.0.find(quote));
                self.skip(quote);
                return value;
            }
        }
        self.until(|c| c == '>' || c.is_ascii_whitespace())
    }
}

fn ends_name(character: char) -> bool {
    matches!(character, '/' | '>') || character.is_ascii_whitespace()
}

/// Where the text of such an element ends. A script that is commented out within a script ends first (13.2.5.15 to
/// 13.2.5.31).
fn raw_end(text: &str, name: &str) -> Option<usize> {
    let is_script = name == "script";
    let (mut commented, mut within) = (false, false);
    for (at, _) in text.match_indices(['<', '-']) {
        let rest = &text[at..];
        if is_tag(rest, "</", name) {
            if !within {
                return Some(at);
            }
            within = false;
        } else if rest.starts_with("-->") {
            (commented, within) = (false, false);
        } else if is_script {
            within |= commented && is_tag(rest, "<", name);
            commented |= rest.starts_with("<!--");
        }
    }
    None
}

/// Whether a text begins with such a tag.
fn is_tag(text: &str, sign: &str, name: &str) -> bool {
    let rest = text.strip_prefix(sign);
    rest.and_then(|rest| rest.split_at_checked(name.len()))
        .is_some_and(|(head, rest)| head.eq_ignore_ascii_case(name) && rest.starts_with(ends_name))
}
