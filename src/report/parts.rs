//! The document as it is shown: headings, paragraphs, pictures, grids.

use crate::{
    document::{Document, Part},
    recognise::{Recognised, outline::SECTIONS},
    view,
};

pub(super) fn sections(document: &Document, recognised: &Recognised) -> Vec<view::Section> {
    let section = |section: &crate::recognise::Section| {
        let block = document.block_at(section.heading.start);
        let text = document.quote(section.heading).to_owned();
        view::Section {
            id: SECTIONS[section.form].id,
            heading: view::Text { block, text },
        }
    };
    recognised.sections.iter().map(section).collect()
}

pub(super) fn text_view(document: &Document, block: usize) -> view::Text {
    view::Text {
        block,
        text: document.quote(document.block(block)).to_owned(),
    }
}

pub(super) fn part_view(document: &Document, part: &Part) -> view::Part {
    match part {
        Part::Paragraph {
            block,
            heading: Some(level),
        } => view::Part::Heading {
            level: *level,
            text: text_view(document, *block),
        },
        Part::Paragraph {
            block,
            heading: None,
        } => view::Part::Paragraph {
            text: text_view(document, *block),
        },
        Part::Picture { block } => view::Part::Picture {
            text: text_view(document, *block),
        },
        Part::Grid(grid) => {
            let mut rows: Vec<Vec<view::Cell>> = (0..grid.rows).map(|_| Vec::new()).collect();
            for cell in &grid.cells {
                if let Some(row) = rows.get_mut(cell.row) {
                    let text = text_view(document, cell.block);
                    row.push(view::Cell {
                        text,
                        rows: cell.rows,
                        columns: cell.columns,
                        header: cell.header,
                    });
                }
            }
            view::Part::Grid { rows }
        }
    }
}
