//! Web pages in any state of their markup: read as the tokenizer of a library that follows the HTML standard reads them.

mod dice;

use dice::Dice;
use html5gum::{Token, Tokenizer, emitters::default::DefaultEmitter};
use std::fmt::Write;

/// The page as the library understands it, written out plainly: every value quoted, every sign of markup escaped.
fn tidied(page: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut tidy = String::new();
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                write!(tidy, "<{}", name(&tag.name)).unwrap();
                for (name, value) in &tag.attributes {
                    write!(tidy, " {}=\"{}\"", text(name), escaped(&text(value))).unwrap();
                }
                tidy.push_str(if tag.self_closing { "/>" } else { ">" });
            }
            Token::EndTag(tag) => write!(tidy, "</{}>", name(&tag.name)).unwrap(),
            Token::String(string) => tidy.push_str(&escaped(&text(&string))),
            _ => {}
        }
    }
    tidy
}

/// An element's name. The one whose content is shown as it is gets another, as its content is escaped.
fn name(bytes: &[u8]) -> String {
    text(bytes).replace("xmp", "x-xmp")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&#38;").replace('<', "&#60;");
    text.replace('"', "&#34;")
}

/// What is read of a page: its name, its lines, tables and pictures.
fn read(page: &str) -> String {
    format!("{:?}", gouji::ingest::html::read(page, None))
}

#[test]
fn a_page_is_read_as_the_standard_tells_its_tags_and_texts_apart() {
    let pieces = [
        "<",
        "</",
        ">",
        "/>",
        "=",
        "\"",
        "'",
        " ",
        "\n",
        "-",
        "--",
        "!",
        "?",
        "/",
        "&",
        ";",
        "#",
        "x",
        "1",
        "二",
        "<!--",
        "-->",
        "--!>",
        "<!doctype html>",
        "<![if !x]>",
        "<p>",
        "</P >",
        "<br/>",
        "<br / >",
        "<td",
        "<TD\n",
        "<table><tr>",
        "<td rowspan=2 colspan='2'>",
        "<img alt=图 src=a.png>",
        "<img alt=\"表&amp;图\" src=b.png/>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "</script\n>",
        "<script",
        "<style>",
        "</style>",
        "<textarea>",
        "</textarea>",
        "<xmp>",
        "</xmp>",
        "<noscript>",
        "</noscript>",
        "<span style='display:none'>",
        "</span>",
        "<sup>",
        "&nbsp;",
        "&nbsp",
        "&lt;",
        "&ltp>",
        "&amp;",
        "&ampx=",
        "&#20214;",
        "&#x4ef6",
        "&#0;",
        "&#x80;",
        "&#99999999;",
        "&unknown;",
        "&ldquo;",
        "&ldquo",
        "alt=",
        "alt",
        "&Aacute1",
        "&copy=1",
    ];
    for seed in 0..20000 {
        let mut dice = Dice::new(seed);
        let page: String = (0..dice.below(30))
            .map(|_| pieces[dice.below(pieces.len() as u64) as usize])
            .collect();
        let tidy = tidied(&page);
        assert_eq!(read(&page), read(&tidy), "{page:?}\n{tidy:?}");
    }
}

#[test]
fn every_name_stands_for_what_the_standard_says() {
    let mut seen = 0;
    for line in include_str!("../src/ingest/html/references.txt").lines() {
        for name in line.split(' ').skip(1) {
            for page in [format!("<p>&{name};</p>"), format!("<p>甲&{name}乙</p>")] {
                assert_eq!(read(&page), read(&tidied(&page)), "{page}");
                seen += 1;
            }
        }
    }
    assert!(seen > 600, "{seen}");
}
