//! The words of the command line.

use clap::{Parser, Subcommand, ValueEnum};
use gouji::rule::Language;
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// Checks Chinese government disclosure annual reports · 核对政府信息公开工作年度报告
#[derive(Debug, Parser)]
#[command(name = "gouji", version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check reports · 核对报告
    ///
    /// Exit status: 0 where nothing at error level was found, 1 where an error was found in a report,
    /// 2 where a file could not be read.
    /// · 退出码：0 没有错误级问题，1 报告中有错误，2 有文件无法读取。
    Check(CheckArgs),
    /// Put the findings into a Word file as comments · 把发现的问题作为批注写进 Word 文件
    ///
    /// Exit status: 0 where the file was written, 2 where that was not possible.
    /// · 退出码：0 已写入，2 未能写入。
    #[cfg(feature = "files")]
    Annotate(AnnotateArgs),
    /// List all rules · 列出全部规则
    Rules(RulesArgs),
    /// Show the page of one rule · 查看一条规则的说明
    Explain(ExplainArgs),
}

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Reports as text, web pages, Word, Excel, PDF or OFD, or folders of them; `-` reads standard input
    /// · 报告（文本、网页、Word、WPS、Excel、PDF、OFD）或其所在文件夹，`-` 为标准输入
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// What to print; else as the ending of OUT says, else text · 输出格式，不写时看 OUT 的扩展名，再不然为 text
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// The file to write to, never one of the reports; needed for `xlsx` · 输出到文件（不会改写报告），xlsx 必须指定
    #[arg(long, short, value_name = "OUT", required_if_eq("format", "xlsx"))]
    pub(crate) output: Option<PathBuf>,
    /// The language of messages · 提示的语言
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    pub(crate) lang: Lang,
    /// A rule not to apply, such as `F206`; may be given several times · 不核对的规则，可多次给出
    #[arg(long, value_name = "CODE", value_parser = code)]
    pub(crate) off: Vec<String>,
    /// Last year's report, to check the one file against · 上年报告，与之作两年对照，一次一份
    #[arg(long, value_name = "FILE")]
    pub(crate) last_year: Option<PathBuf>,
    /// Check each report against that of the year before, where it is among the files · 文件中有上年报告的，作两年对照
    #[arg(long, conflicts_with = "last_year")]
    pub(crate) years: bool,
    /// The report of the whole, whose figures must be the sums of the files' · 汇总报告，其各项数字应为各文件之和
    #[arg(long, value_name = "FILE", conflicts_with = "last_year")]
    pub(crate) whole: Option<PathBuf>,
    /// The bodies that should have reported, one a line · 应有报告的单位名单，每行一个，与 --whole 同用
    #[arg(long, value_name = "LIST", requires = "whole")]
    pub(crate) names: Option<PathBuf>,
    /// Whether to colour text · 是否用颜色
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

impl CheckArgs {
    /// The format that was asked for, by its name or by the ending of the file to write to.
    pub(crate) fn format(&self) -> Format {
        let ending = self.output.as_deref().and_then(Path::extension);
        let ending = ending.map(OsStr::to_ascii_lowercase);
        self.format
            .unwrap_or(match ending.as_deref().and_then(OsStr::to_str) {
                Some("json") => Format::Json,
                Some("ndjson" | "jsonl") => Format::Ndjson,
                Some("csv") => Format::Csv,
                #[cfg(feature = "files")]
                Some("xlsx") => Format::Xlsx,
                _ => Format::Text,
            })
    }
}

#[cfg(feature = "files")]
#[derive(Debug, clap::Args)]
pub(crate) struct AnnotateArgs {
    /// The report, a Word file (docx) · 报告（docx）
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Where to write the file with comments · 加了批注的文件写到哪里
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// Last year's report, to check against as well · 上年报告，一并作两年对照
    #[arg(long, value_name = "FILE")]
    pub(crate) last_year: Option<PathBuf>,
    /// The language of comments · 批注的语言
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    pub(crate) lang: Lang,
}

/// The code or name of a rule.
fn code(text: &str) -> Result<String, String> {
    let rule = gouji::rules::by_code(text.trim());
    rule.map(|rule| rule.code.to_owned())
        .ok_or_else(|| "no such rule · 没有这条规则；`gouji rules`".to_owned())
}

#[derive(Debug, clap::Args)]
pub(crate) struct RulesArgs {
    /// The language of titles · 标题的语言
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    pub(crate) lang: Lang,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The code or the name of a rule, such as `T301` · 规则代码或名称
    pub(crate) code: String,
    /// The language of the page · 说明的语言
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    pub(crate) lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Each finding under its line · 在原文下标出
    Text,
    /// The report as JSON; an array where there are several files · 一份为对象，多份为数组
    Json,
    /// One line of JSON for each file · 每份一行
    Ndjson,
    /// The findings as a table for Excel · 问题清单（CSV）
    Csv,
    /// All figures of the tables as a table for Excel · 全部数据（CSV）
    FactsCsv,
    #[cfg(feature = "files")]
    /// A workbook: findings, tables, sums, figures; one file only · Excel 工作簿，一次一份
    Xlsx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless `NO_COLOR` is set · 仅在终端中
    Auto,
    /// Always · 总是
    Always,
    /// Never · 从不
    Never,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Chinese,
            Lang::En => Self::English,
        }
    }
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}
