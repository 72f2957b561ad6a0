//! Reports of universities, which the Measures for Disclosure by Institutions of Higher Education have in a form of their own.

use super::{TableRead, Title};
use crate::document::Document;

/// Whether a report is a university's, of a school year or by its own Measures, and prints none of the tables of the
/// forms for government.
pub(super) fn is_school(document: &Document, title: Option<&Title>, tables: &[TableRead]) -> bool {
    let title = title.map_or("", |title| {
        document.quote(
            document
                .block(document.block_at(title.span.start))
                .join(title.span),
        )
    });
    let cited = || title.contains('学') && document.text().contains("高等学校信息公开办法");
    !title.contains("政府信息")
        && (title.contains("学年") || cited())
        && tables.iter().all(|table| table.region.is_none())
}
