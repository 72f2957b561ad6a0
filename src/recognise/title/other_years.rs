//! Tables of another year that stand beside those of the report's own: `2022年情况`, a table, `2023年情况`, a table.

use crate::{
    document::{Document, Part},
    recognise::folds::Folds,
    text::{
        Span,
        words::{any, has},
    },
};

/// More letters than this are no caption.
const LONGEST: usize = 30;

/// Words of headings that no row of a table has.
const HEADINGS: [&str; 3] = ["情况", "事项", "问题"];

/// A line that says of which year the tables behind it are, or a heading, behind which they are of the report's year.
struct Mark {
    at: usize,
    year: Option<u16>,
    /// What a caption says behind the year.
    rest: String,
}

/// The stretches under captions of other years, in parts of the text that have a caption of the report's own year.
pub(in crate::recognise) fn find(document: &Document, folds: &Folds, own: u16) -> Vec<Span> {
    let blocks = document.parts().iter().filter_map(|part| match part {
        Part::Paragraph { block, .. } => Some(*block),
        _ => None,
    });
    let marks: Vec<Mark> = blocks
        .filter_map(|block| mark(folds.block(block).text(), document.block(block).start))
        .collect();
    let end = document.text().len();
    let mut found = Vec::new();
    for part in marks.chunk_by(|_, next| next.year.is_some()) {
        if !part.iter().any(|mark| mark.year == Some(own)) {
            continue;
        }
        let next = marks.iter().find(|mark| mark.at > part[part.len() - 1].at);
        for (at, mark) in part.iter().enumerate() {
            let until = part.get(at + 1).or(next).map_or(end, |next| next.at);
            if mark.year.is_some_and(|year| year != own) {
                found.push(Span::new(mark.at, until));
            }
        }
    }
    // Rows of the tables may look like headings; captions that say the same of two years do not.
    let captions: Vec<&Mark> = marks.iter().filter(|mark| mark.year.is_some()).collect();
    let alike = captions.windows(2).filter(|pair| {
        let years = pair[0].year != Some(own) && pair[1].year == Some(own);
        years && pair[0].rest == pair[1].rest
    });
    found.extend(alike.map(|pair| Span::new(pair[0].at, pair[1].at)));
    found
}

fn mark(line: &str, at: usize) -> Option<Mark> {
    let numbered = || line.starts_with(|c| "一二三四五六七".contains(c));
    if numbered() && any(line, &HEADINGS) {
        return Some(Mark {
            at,
            year: None,
            rest: String::new(),
        });
    }
    let long = || line.chars().nth(LONGEST).is_some() || line.contains(['。', '，', ',']);
    let place = line.find('年').filter(|_| !long() && !has(line, "报告"))?;
    let digits = line.get(place.checked_sub(4)?..place)?;
    // 附表1:2022年度: a number before is the table's.
    let figures = line[place - digits.len()..]
        .bytes()
        .filter(u8::is_ascii_digit)
        .count();
    let year = digits
        .parse()
        .ok()
        .filter(|_| digits.starts_with("20") && figures == 4)?;
    Some(Mark {
        at,
        year: Some(year),
        rest: line[place..].to_owned(),
    })
}
