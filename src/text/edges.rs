//! What printers set at the edges of pages and sites around a text, wherever a copy has it: in the middle of a table as
//! well.

use super::words::has;
use std::ops::Range;

/// Whether a line is what a printer sets at the edge of each page: a page number between dashes or of so many pages, the
/// day and hour of printing, the page's address.
#[must_use]
pub fn is_page_edge(line: &str) -> bool {
    let line = line.trim();
    let printed = match line.chars().next() {
        Some('0'..='9') => is_page_of(line) || is_dated(line),
        Some('第') => is_page_of(line),
        Some(first) => is_dash(first) && is_between_dashes(line),
        None => false,
    };
    printed || has(line, "://")
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '—' | '–' | '－' | '―')
}

/// `- 3 -`.
fn is_between_dashes(line: &str) -> bool {
    let inner = line.trim_matches(is_dash);
    line.ends_with(is_dash) && !inner.is_empty() && inner.trim().chars().all(|c| c.is_ascii_digit())
}

/// `4/7`, `第 4 页 共 7 页`.
fn is_page_of(line: &str) -> bool {
    let number = |text: &str| text.trim().parse::<u16>().ok();
    let of = |(page, pages): (u16, u16)| 0 < page && page <= pages;
    let parted = |(page, pages): (&str, &str)| number(page).zip(number(pages)).is_some_and(of);
    let named = line.trim_start_matches('第').split_once('页');
    line.split_once('/').is_some_and(parted)
        || named.is_some_and(|(page, rest)| {
            let pages = rest.trim_matches(|c: char| c.is_whitespace() || "/,，共页总".contains(c));
            number(page).is_some() && (pages.is_empty() || number(pages).is_some())
        })
}

/// `2024/1/20 15:32 ...`.
fn is_dated(line: &str) -> bool {
    let (date, rest) = line.split_once([' ', ',']).unwrap_or((line, ""));
    let mut parts = date.split(['/', '-']);
    let mut part = |lengths: Range<usize>| {
        let number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        parts
            .next()
            .filter(number)
            .is_some_and(|part| lengths.contains(&part.len()))
    };
    let dated = date.starts_with("20") && part(4..5) && part(1..3) && part(1..3);
    let hour = rest.trim_start().split_once(':').map(|(hour, _)| hour);
    dated && hour.is_some_and(|hour| hour.len() < 3 && hour.parse::<u8>().is_ok())
}

/// What sites say around a text of when it was published, by whom, and how often it was read; before a colon.
const TOLD: [&str; 42] = [
    "发布时间",
    "发布日期",
    "发布机构",
    "发布单位",
    "信息来源",
    "文章来源",
    "来源",
    "浏览次数",
    "浏览量",
    "浏览",
    "阅读次数",
    "阅读量",
    "阅读",
    "点击次数",
    "点击量",
    "点击数",
    "点击率",
    "点击",
    "访问次数",
    "访问量",
    "责任编辑",
    "编辑",
    "作者",
    "审核",
    "成文日期",
    "生成日期",
    "公开日期",
    "索引号",
    "文号",
    "联系电话",
    "电话",
    "主办单位",
    "主办",
    "承办",
    "地址",
    "邮编",
    "邮政编码",
    "传真",
    "网站标识码",
    "备案号",
    "字号",
    "字体",
];
/// What they offer to do with a page, and who answers for it.
const OFFERED: [&str; 11] = [
    "上一篇",
    "上一条",
    "下一篇",
    "下一条",
    "打印",
    "关闭窗口",
    "关闭本页",
    "版权所有",
    "分享到",
    "您是第",
    "网站标识码",
];
/// What the numbers are called under which a site is registered, behind the name of a province.
const REGISTERED: [&str; 3] = ["ICP备", "ICP证", "公网安备"];

/// Whether a line is what a site sets around a text: `发布时间：2024-01-31 浏览：356`, `版权所有 …`.
#[must_use]
pub fn is_surrounding(line: &str) -> bool {
    /// In letters: a text without line breaks begins with such words as well.
    const LONGEST: usize = 100;
    let line = line.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '【' | '[' | '（' | '(' | '|')
    });
    let offers = || OFFERED.iter().any(|word| line.starts_with(word));
    let tells = || {
        let name = line.split_once([':', '：']).map(|(name, _)| name.trim());
        name.is_some_and(|name| TOLD.contains(&name))
    };
    let registered = || {
        let behind = line.char_indices().nth(1).map_or("", |(at, _)| &line[at..]);
        REGISTERED.iter().any(|name| behind.starts_with(name))
    };
    line.chars().nth(LONGEST).is_none() && (offers() || tells() || registered())
}

/// Whether a line is a report's title alone, as it is repeated at the head of each page.
#[must_use]
pub fn is_running_title(line: &str) -> bool {
    const LONGEST: usize = 40;
    const NAMES: [&str; 3] = ["政府信息公开", "政府信息公開", "政府資訊公開"];
    const ENDS: [&str; 3] = ["报告", "年报", "報告"];
    let line = line.trim();
    let sentence = |c: char| "，。；：,;:、".contains(c);
    ENDS.iter().any(|end| line.ends_with(end))
        && line.chars().count() <= LONGEST
        && NAMES.iter().any(|name| line.contains(name))
        && !line.contains(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_at_the_head_of_a_page_is_no_sentence() {
        assert!(is_running_title("某县2021年政府信息公开工作年度报告"));
        assert!(!is_running_title("根据要求，编制政府信息公开工作年度报告"));
        assert!(!is_running_title("四、政府信息公开行政复议情况"));
    }

    #[test]
    fn what_a_site_sets_around_a_text_is_known() {
        for line in [
            "发布时间：2024-01-31 来源：县政府办 浏览：356",
            "【打印本页】 【关闭窗口】",
            " 访问量: 123456",
            "版权所有 某县人民政府 备案号：05000000",
            "某ICP备05000000号-1 某公网安备 430000020000号",
        ] {
            assert!(is_surrounding(line), "{line}");
        }
        for other in ["电话申请数 3", "来源广泛。", "本年收费金额：3"] {
            assert!(!is_surrounding(other), "{other}");
        }
        let all = format!("来源：某县 {}", "一、总体情况".repeat(40));
        assert!(!is_surrounding(&all));
    }

    #[test]
    fn edges_of_pages_are_known() {
        for edge in [
            "- 4 -",
            " 4/7",
            "第 4 页 共 7 页",
            "第4页",
            "2024/1/20 15:32 某县政府信息公开工作年度报告",
            "https://www.example.cn/art/2023/1/20/art_1_2.html 4/7",
        ] {
            assert!(is_page_edge(edge), "{edge}");
        }
        for other in [
            "-4",
            "-",
            "7/4",
            "/",
            "2024/1/20",
            "2024 15:32",
            "4 7",
            "4页以上",
        ] {
            assert!(!is_page_edge(other), "{other}");
        }
    }
}
