//! Character references of markup, `&nbsp;` and `&#160;`, replaced by what they stand for.
//!
//! The names are those of HTML 4, which editors write, and of HTML 5 those of ASCII and of the signs and spaces that
//! reports may hold. Any other name stays as it is printed.

use std::borrow::Cow;

/// Where a reference stands: in attributes less is taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    Attribute,
}

/// The names of U+00A0 to U+00FF, which are known without a semicolon, too.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
    Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
    times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave \
    eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml";

/// Other names that are known without a semicolon.
const BARE: &str = "amp & lt < gt > quot \" AMP & LT < GT > QUOT \" COPY © REG ®";

/// Names with their characters.
const NAMED: &str = "apos ' excl ! num # dollar $ percnt % lpar ( rpar ) ast * midast * plus + comma , period . sol / \
    colon : semi ; equals = quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ UnderBar _ grave ` \
    lcub { lbrace { verbar | vert | VerticalLine | rcub } rbrace } \
    OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ \
    Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο \
    Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η \
    theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ \
    psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ \
    hyphen ‐ dash ‐ ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • \
    bullet • centerdot · nldr ‥ hellip … mldr … permil ‰ pertenk ‱ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ \
    euro € image ℑ weierp ℘ real ℜ trade ™ TRADE ™ numero № alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ \
    lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ \
    minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ \
    equiv ≡ le ≤ leq ≤ ge ≥ geq ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ \
    lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ half ½ check ✓ cross ✗ star ☆ starf ★ \
    squ □ square □ squf ■ cir ○";

/// Names of what cannot be seen.
const UNSEEN: [(&str, char); 17] = [
    ("Tab", '\t'),
    ("NewLine", '\n'),
    ("NonBreakingSpace", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("emsp13", '\u{2004}'),
    ("emsp14", '\u{2005}'),
    ("numsp", '\u{2007}'),
    ("puncsp", '\u{2008}'),
    ("thinsp", '\u{2009}'),
    ("hairsp", '\u{200a}'),
    ("ZeroWidthSpace", '\u{200b}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("NoBreak", '\u{2060}'),
];

/// What Windows has where Unicode has control characters, from U+0080; a blank is a control character there, too.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The text with its references replaced.
pub(super) fn decoded(text: &str, within: Within) -> Cow<'_, str> {
    let Some(mut at) = text.find('&') else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = reference(rest, within).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
        let Some(next) = rest.find('&') else { break };
        at = next;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that a text begins with as a reference, and how long that is.
fn reference(text: &str, within: Within) -> Option<(char, usize)> {
    let body = &text[1..];
    if let Some(digits) = body.strip_prefix('#') {
        return numbered(digits).map(|(c, length)| (c, length + 2));
    }
    let length = body
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(body.len());
    if body[length..].starts_with(';') {
        if let Some(c) = named(&body[..length]) {
            return Some((c, length + 2));
        }
    }
    // The longest beginning that is known without a semicolon.
    let known = (2..=length.min(6))
        .rev()
        .find_map(|end| Some((bare(&body[..end])?, end)));
    let (c, end) = known?;
    let goes_on = body[end..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric());
    (within == Within::Text || !goes_on).then_some((c, end + 1))
}

fn numbered(text: &str) -> Option<(char, usize)> {
    let (base, from) = if text.starts_with(['x', 'X']) {
        (16, 1)
    } else {
        (10, 0)
    };
    let digits = text[from..]
        .find(|c: char| !c.is_digit(base))
        .map_or(text.len() - from, |end| end);
    if digits == 0 {
        return None;
    }
    let end = from + digits;
    let code = u32::from_str_radix(&text[from..end], base).unwrap_or(u32::MAX);
    Some((
        character(code),
        end + usize::from(text[end..].starts_with(';')),
    ))
}

fn character(code: u32) -> char {
    let windows = || {
        WINDOWS
            .chars()
            .nth((code - 0x80) as usize)
            .filter(|c| *c != ' ')
    };
    match code {
        0x80..=0x9f => windows().or_else(|| char::from_u32(code)),
        0 => None,
        _ => char::from_u32(code),
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn named(name: &str) -> Option<char> {
    bare(name).or_else(|| in_pairs(NAMED, name)).or_else(|| {
        let unseen = UNSEEN.iter().find(|(known, _)| *known == name);
        unseen.map(|(_, c)| *c)
    })
}

fn bare(name: &str) -> Option<char> {
    let latin = || {
        LATIN
            .split(' ')
            .zip('\u{a0}'..)
            .find(|(known, _)| *known == name)
    };
    in_pairs(BARE, name).or_else(|| latin().map(|(_, c)| c))
}

/// The character behind a name in a list of names and characters.
fn in_pairs(list: &str, name: &str) -> Option<char> {
    let mut words = list.split(' ');
    while let (Some(known), Some(c)) = (words.next(), words.next()) {
        if known == name {
            return c.chars().next();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_replaced() {
        for (text, expected) in [
            ("12&nbsp;件", "12\u{a0}件"),
            ("&#65;&#x42;&#X43", "ABC"),
            ("&ldquo;&hellip;&rdquo;&percnt;&times;", "“…”%×"),
            ("&ensp;&emsp;", "\u{2002}\u{2003}"),
            ("a&lt;b&ltc &amp;lt;", "a<b<c &lt;"),
            ("&notit;&notin;", "¬it;∉"),
            (
                "&#150;&#129;&#0;&#xD800;&#9999999999;",
                "–\u{81}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("&none; & &; &# &#x; &", "&none; & &; &# &#x; &"),
        ] {
            assert_eq!(decoded(text, Within::Text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_keep_their_parameters() {
        assert_eq!(
            decoded("?a=1&copy=2&lt=3&amp;b&reg", Within::Attribute),
            "?a=1&copy=2&lt=3&b®"
        );
    }

    #[test]
    fn lists_are_whole() {
        assert_eq!(LATIN.split(' ').count(), 96);
        assert_eq!(WINDOWS.chars().count(), 32);
        for list in [BARE, NAMED] {
            assert!(
                list.split(' ')
                    .skip(1)
                    .step_by(2)
                    .all(|c| c.chars().count() == 1)
            );
        }
    }
}
