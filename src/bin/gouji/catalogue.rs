//! `gouji rules` and `gouji explain`.

use crate::output::{CLEAN, UNREADABLE, complain, finish};
use gouji::{
    rule::{Language, Rule, Severity},
    rules,
};
use std::{
    io::{self, Write},
    process::ExitCode,
};
use unicode_width::UnicodeWidthStr;

/// Prints one line a rule: code, severity, title, name.
pub(crate) fn list(language: Language) -> ExitCode {
    let rules = rules::all();
    let width = |rule: &&Rule| title(rule, language).width();
    let widest = rules.iter().map(&width).max().unwrap_or(0);
    let mut out = io::stdout().lock();
    let written = rules.iter().try_for_each(|rule| {
        let gap = " ".repeat(widest - width(rule));
        let (code, title, name) = (rule.code, title(rule, language), rule.name);
        let severity = severity(rule.severity, language);
        writeln!(out, "{code}  {severity}  {title}{gap}  {name}")
    });
    finish(&written, CLEAN)
}

/// Prints the page of one rule.
pub(crate) fn explain(code: &str, language: Language) -> ExitCode {
    let Some(rule) = rules::by_code(code) else {
        complain(match language {
            Language::Chinese => "没有这条规则；`gouji rules` 列出全部规则。",
            Language::English => "no such rule; `gouji rules` lists them all.",
        });
        return ExitCode::from(UNREADABLE);
    };
    let page = match language {
        Language::Chinese => rule.page_zh,
        Language::English => rule.page_en,
    };
    let written = writeln!(io::stdout().lock(), "{}", page.trim_end());
    finish(&written, CLEAN)
}

fn title(rule: &Rule, language: Language) -> &'static str {
    match language {
        Language::Chinese => rule.zh,
        Language::English => rule.en,
    }
}

/// The word for a severity, padded so that all are of one width.
fn severity(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Chinese) => "错误",
        (Severity::Warning, Language::Chinese) => "存疑",
        (Severity::Notice, Language::Chinese) => "提示",
        (Severity::Error, Language::English) => "error  ",
        (Severity::Warning, Language::English) => "warning",
        (Severity::Notice, Language::English) => "notice ",
    }
}
