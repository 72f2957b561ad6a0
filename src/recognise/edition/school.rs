//! Reports of universities and public enterprises, which measures of their own have in other forms than the government's.

use crate::{
    document::Document,
    recognise::{TableRead, Title},
};

/// Whether a report is a university's, of a school year or by its own Measures, or a company's or hospital's, and prints
/// none of the tables of the forms for government.
pub(in crate::recognise) fn is_school(
    document: &Document,
    title: Option<&Title>,
    tables: &[TableRead],
) -> bool {
    let title = title.map_or("", |title| {
        document.quote(
            document
                .block(document.block_at(title.span.start))
                .join(title.span),
        )
    });
    let cited = || title.contains('学') && document.text().contains("高等学校信息公开办法");
    !title.contains("政府信息")
        && (["学年", "公司", "集团", "医院"]
            .iter()
            .any(|word| title.contains(word))
            || cited())
        && tables.iter().all(|table| table.region.is_none())
}
