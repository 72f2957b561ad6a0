//! What is printed for people.

use super::{CLEAN, command, err, faulty, file, gouji, out, status, with_input};
use std::process::Stdio;

#[test]
fn a_clean_report_ends_with_0_and_says_how_much_was_checked() {
    let output = gouji(&["check", &file("clean.txt", CLEAN)]);
    assert_eq!(status(&output), 0);
    assert!(out(&output).starts_with("青石县人民政府2023年政府信息公开工作年度报告\n"));
    assert!(out(&output).contains("不成立 0"), "{}", out(&output));
    assert!(out(&output).ends_with("没有发现问题。\n\n"));
}

#[test]
fn an_error_ends_with_1_and_is_drawn_under_its_line() {
    let output = gouji(&["check", &file("faulty.txt", faulty())]);
    assert_eq!(status(&output), 1);
    let drawn = "\
错误[T302] “自然人”列：各项办理结果之和为 18，“（七）总计”印为 81，相差 63。“（七）总计·自然人”印为 81，应为 18（数字顺序颠倒）。
  --> 三、收到和处理政府信息公开申请情况
   │ （七）总计 │ 81 │ 2 │ 0 │ 0 │ 0 │ 0 │ 20
   │              ^^ （七）总计·自然人
";
    assert!(out(&output).contains(drawn), "{}", out(&output));
    assert!(out(&output).contains("错误 1 处，存疑 0 处，提示 0 处。"));
}

#[test]
fn one_cause_is_one_finding_and_its_other_sums_stand_under_it() {
    let output = gouji(&["check", &file("joint.txt", faulty())]);
    for sums in [
        "   = 同因：申请收办不平衡 [T301]：18 + 1 = 19 ≠ 82 = 81 + 1\n",
        "   = 同因：行总计不符 [T303]：81 + 2 + 0 + 0 + 0 + 0 = 83 ≠ 20\n",
    ] {
        assert!(out(&output).contains(sums), "{}", out(&output));
    }
    assert_eq!(out(&output).matches("错误[").count(), 1);
}

#[test]
fn a_rule_can_be_switched_off_and_the_summary_says_so() {
    let path = file("off.txt", faulty());
    let output = gouji(&["check", "--off", "t302", "--off", "T301", &path]);
    assert!(
        out(&output).contains("已关闭）：T301 T302。"),
        "{}",
        out(&output)
    );
    assert!(out(&output).contains("错误[T303]"), "{}", out(&output));
    let output = gouji(&[
        "check", "--off", "T301", "--off", "T302", "--off", "T303", &path,
    ]);
    assert_eq!(status(&output), 0, "{}", out(&output));
    let output = gouji(&["check", "--off", "T999", &path]);
    assert_eq!(status(&output), 2);
}

#[test]
fn messages_come_in_english_on_demand() {
    let output = with_input(&["check", "-", "--lang", "en"], faulty().as_bytes());
    assert_eq!(status(&output), 1);
    assert!(out(&output).contains("standard input"));
    assert!(out(&output).contains("error[T302] Column “自然人”: the results add to 18"));
}

#[test]
fn color_is_for_terminals_and_on_demand() {
    let faulty = file("color.txt", faulty());
    assert!(!out(&gouji(&["check", &faulty])).contains('\u{1b}'));
    let always = gouji(&["check", &faulty, "--color", "always"]);
    assert!(out(&always).contains("\u{1b}[1m\u{1b}[31m错误[T302]"));
}

#[test]
fn a_report_cannot_command_the_terminal() {
    let hostile = faulty().replace("青石县人民政府2023", "青石县人民政府\u{1b}[2J2023");
    let output = with_input(&["check", "-"], hostile.as_bytes());
    assert!(!out(&output).contains('\u{1b}'));
}

#[test]
fn several_files_as_text_end_with_a_total() {
    let (clean, faulty) = (file("sum-1.txt", CLEAN), file("sum-2.txt", faulty()));
    let output = gouji(&["check", &clean, "no-such-file", &faulty]);
    assert_eq!(status(&output), 2);
    let total = "共 2 份报告：错误 1 处，存疑 0 处，提示 0 处。1 个文件无法读取。\n";
    assert!(out(&output).ends_with(total), "{}", out(&output));
    assert!(err(&output).starts_with("gouji: no-such-file: "));
}

#[test]
fn what_is_no_report_is_told_calmly() {
    let output = with_input(&["check", "-"], "春眠不觉晓，处处闻啼鸟。".as_bytes());
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("看起来不是政府信息公开工作年度报告"));
    assert!(out(&output).contains("没有核对到任何关系"));
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let name = file("pipe.txt", faulty());
    let files = vec![name.as_str(); 40];
    let arguments = [&["check", "--format", "json"], files.as_slice()].concat();
    let mut child = command(&arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(status(&output), 1);
    assert_eq!(err(&output), "");
}

#[test]
fn all_rules_are_listed_and_explained() {
    let output = gouji(&["rules"]);
    assert_eq!(status(&output), 0);
    let codes: Vec<&str> = out(&output).lines().map(|line| &line[..4]).collect();
    assert!(codes.contains(&"F101") && codes.contains(&"T301") && codes.contains(&"N101"));
    for code in codes {
        for lang in ["zh", "en"] {
            let page = gouji(&["explain", code, "--lang", lang]);
            assert_eq!(status(&page), 0);
            let heading = format!("# {code} ");
            assert!(out(&page).starts_with(&heading), "{}", out(&page));
        }
    }
    let by_name = gouji(&["explain", "requests-unbalanced"]);
    assert_eq!(out(&by_name), out(&gouji(&["explain", "t301"])));
}

#[test]
fn an_unknown_rule_is_told_so() {
    let output = gouji(&["explain", "X999", "--lang", "en"]);
    assert_eq!(status(&output), 2);
    assert_eq!(
        err(&output),
        "gouji: no such rule; `gouji rules` lists them all.\n"
    );
}

#[test]
fn the_version_is_the_crate_s() {
    let expected = format!("gouji {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(out(&gouji(&["--version"])), expected);
}

#[test]
fn a_file_without_a_command_is_answered_with_the_command() {
    let run = gouji(&[&file("bare.txt", CLEAN)]);
    assert_eq!(status(&run), 2);
    assert!(err(&run).contains("gouji check "), "{}", err(&run));
}
