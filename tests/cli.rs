//! The command as its users run it.

use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

/// An invented report without a fault.
const CLEAN: &str = include_str!("cli/report.txt");

/// The same with the digits of a total swapped.
fn faulty() -> String {
    CLEAN.replace("（七）总计\t18\t", "（七）总计\t81\t")
}

fn gouji(arguments: &[&str]) -> Output {
    let output = command(arguments).stdin(Stdio::null()).output();
    output.expect("the command runs")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
    command.args(arguments).env_remove("NO_COLOR");
    command
}

fn with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("the command reads");
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

/// A file for one test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, content).expect("a file");
    path.to_str().expect("a name in UTF-8").to_owned()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status")
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

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
fn one_file_as_json_is_the_report_itself() {
    let name = file("one.txt", faulty());
    let output = gouji(&["check", &name, "--format", "json"]);
    assert_eq!(status(&output), 1);
    let report = json(out(&output));
    assert_eq!(report["schema"], "gouji/1");
    assert_eq!(report["source"]["name"], name.as_str());
    assert_eq!(report["year"], 2023);
    let findings = report["findings"].as_array().unwrap();
    let codes: Vec<_> = findings.iter().map(|finding| &finding["code"]).collect();
    assert_eq!(codes, ["T302", "T301", "T303"]);
    let whole = &findings[0];
    assert!(whole["partOf"].is_null());
    assert!(
        findings[1..]
            .iter()
            .all(|part| part["partOf"] == whole["id"])
    );
}

#[test]
fn one_unreadable_file_as_json_prints_no_report() {
    let picture = file("photo.txt", b"\x89PNG\r\n\x1a\n....");
    let output = gouji(&["check", &picture, "--format", "json"]);
    assert_eq!(status(&output), 2);
    assert_eq!(out(&output), "");
    assert!(err(&output).contains("photo.txt: 这是一张图片（PNG）"));
}

#[test]
fn several_files_as_json_are_an_array_of_all() {
    let (clean, faulty) = (file("two-1.txt", CLEAN), file("two-2.txt", faulty()));
    let missing = "there/is/no/such/file.txt";
    let output = gouji(&["check", "--format", "json", &clean, missing, &faulty]);
    assert_eq!(status(&output), 2, "what cannot be read outweighs errors");
    let all = json(out(&output));
    assert_eq!(all.as_array().unwrap().len(), 3);
    assert_eq!(all[0]["findings"].as_array().unwrap().len(), 0);
    assert_eq!(all[1]["error"]["code"], "not-opened");
    assert_eq!(all[1]["source"]["name"], missing);
    assert_eq!(all[2]["findings"].as_array().unwrap().len(), 3);
}

#[test]
fn ndjson_is_one_line_a_file() {
    let (clean, empty) = (file("lines-1.txt", CLEAN), file("lines-2.txt", " \n"));
    let output = gouji(&["check", "--format", "ndjson", &clean, &empty]);
    assert_eq!(status(&output), 2);
    let lines: Vec<Value> = out(&output).lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["schema"], "gouji/1");
    assert_eq!(lines[1]["error"]["code"], "empty");
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
fn a_workbook_is_written_to_a_file() {
    let input = file("faulty-book.txt", faulty());
    let output = file("faulty.xlsx", "");
    let run = gouji(&["check", &input, "--format", "xlsx", "-o", &output]);
    assert_eq!(status(&run), 1);
    assert!(run.stdout.is_empty());
    assert!(fs::read(&output).expect("a workbook").starts_with(b"PK"));
    // A workbook is no text for a terminal, and holds one report.
    assert_eq!(status(&gouji(&["check", &input, "--format", "xlsx"])), 2);
    assert_eq!(
        status(&gouji(&[
            "check", &input, &input, "--format", "xlsx", "-o", &output
        ])),
        2
    );
}

#[test]
fn findings_and_figures_of_several_files_are_one_table() {
    let (first, second) = (file("csv-one.txt", faulty()), file("csv-two.txt", CLEAN));
    let run = gouji(&["check", &first, &second, "--format", "csv"]);
    assert_eq!(status(&run), 1);
    assert!(out(&run).starts_with("\u{feff}报告,级别"));
    assert!(
        out(&run)
            .lines()
            .skip(1)
            .any(|line| line.contains("csv-one.txt"))
    );
    let output = file("facts.csv", "");
    let run = gouji(&[
        "check",
        &first,
        &second,
        "--format",
        "facts-csv",
        "-o",
        &output,
    ]);
    let facts = fs::read_to_string(&output).expect("a table");
    assert_eq!(status(&run), 1);
    assert!(facts.contains("csv-one.txt,t3.") && facts.contains("csv-two.txt,t3."));
}

#[test]
fn what_is_saved_has_no_colours() {
    let input = file("plain.txt", faulty());
    let output = file("plain-out.txt", "");
    let run = gouji(&["check", &input, "--color", "always", "-o", &output]);
    assert_eq!(status(&run), 1);
    let saved = fs::read_to_string(&output).expect("text");
    assert!(saved.contains("T3") && !saved.contains('\u{1b}'));
}

#[test]
fn a_report_is_never_overwritten() {
    let path = file("original.txt", faulty());
    let run = gouji(&["check", &path, "-o", &path]);
    assert_eq!(status(&run), 2);
    assert!(err(&run).contains("不会改写原文件"), "{}", err(&run));
    assert_eq!(fs::read_to_string(&path).expect("the report"), faulty());
    // Where the report that could not be read was the only one, what was saved before is left.
    for format in ["text", "json", "csv", "xlsx"] {
        let before = file("before.out", "before");
        let run = gouji(&["check", "absent.txt", "--format", format, "-o", &before]);
        assert_eq!(status(&run), 2);
        assert_eq!(fs::read(&before).expect("a file"), b"before", "{format}");
    }
}

#[test]
fn the_ending_of_the_file_says_the_format() {
    let input = file("ending.txt", faulty());
    for (name, begins) in [
        ("ending.json", "{\"schema\""),
        ("ending.csv", "\u{feff}报告,"),
        ("ending.XLSX", "PK"),
        ("ending.out", "青石县"),
    ] {
        let output = file(name, "");
        assert_eq!(status(&gouji(&["check", &input, "-o", &output])), 1);
        let saved = fs::read(&output).expect("a file");
        assert!(saved.starts_with(begins.as_bytes()), "{name}");
    }
}

#[test]
fn a_folder_stands_for_its_files() {
    let first = PathBuf::from(file("folder-one.txt", CLEAN));
    let folder = first.with_file_name("folder");
    let inner = folder.join("inner");
    fs::create_dir_all(&inner).expect("a folder");
    for (path, text) in [
        (folder.join("b.txt"), CLEAN.to_owned()),
        (inner.join("a.txt"), faulty()),
        (
            folder.join("~$b.txt"),
            "left by a word processor".to_owned(),
        ),
        (folder.join(".hidden"), "hidden".to_owned()),
        (folder.join("Thumbs.db"), "left by a system".to_owned()),
    ] {
        fs::write(path, text).expect("a file");
    }
    let folder = folder.to_str().expect("a name in UTF-8");
    let run = gouji(&["check", folder]);
    assert_eq!(status(&run), 1, "{}", err(&run));
    assert!(out(&run).contains("共 2 份报告"), "{}", out(&run));
    let run = gouji(&["check", folder, "--format", "json"]);
    let reports = json(out(&run));
    let names = reports.as_array().expect("an array").iter();
    let names: Vec<_> = names.map(|one| &one["source"]["name"]).collect();
    assert!(
        names[0]
            .as_str()
            .is_some_and(|name| name.ends_with("b.txt"))
    );
    assert!(
        names[1]
            .as_str()
            .is_some_and(|name| name.ends_with("a.txt"))
    );
}

#[test]
fn what_cannot_be_opened_is_told_in_the_reader_s_language() {
    let run = gouji(&["check", "absent.txt"]);
    assert_eq!(err(&run), "gouji: absent.txt: 没有这个文件或文件夹。\n");
    let run = gouji(&["check", "absent.txt", "--lang", "en"]);
    assert_eq!(
        err(&run),
        "gouji: absent.txt: there is no such file or folder.\n"
    );
}

#[test]
fn a_file_without_a_command_is_answered_with_the_command() {
    let run = gouji(&[&file("bare.txt", CLEAN)]);
    assert_eq!(status(&run), 2);
    assert!(err(&run).contains("gouji check "), "{}", err(&run));
}

const THIS_YEAR: &str = include_str!("compare/今年.txt");
const LAST_YEAR: &str = include_str!("compare/去年.txt");

#[test]
fn a_report_is_checked_against_last_years() {
    let carried = "四、结转下年度继续办理\t8\t0\t0\t0\t0\t0\t8";
    assert!(LAST_YEAR.contains(carried));
    let now = file("2023.txt", THIS_YEAR);
    let last = file(
        "2022.txt",
        LAST_YEAR.replace(carried, &carried.replace('8', "9")),
    );
    assert_eq!(status(&gouji(&["check", &now])), 0);
    let output = gouji(&["check", &now, "--last-year", &last]);
    assert_eq!(status(&output), 1);
    assert!(out(&output).contains("与上年报告对照：云溪县统计局2022年政府信息公开工作年度报告"));
    assert!(out(&output).contains("[Y101]"));
    assert!(out(&output).contains("上年：四、结转下年度继续办理·总计：9"));
}

#[test]
fn reports_of_two_years_are_paired_by_body_and_year() {
    let now = file("pair-b.txt", THIS_YEAR);
    let last = file("pair-a.txt", LAST_YEAR);
    let other = file("pair-c.txt", CLEAN);
    let output = gouji(&["check", &now, &last, &other, "--years", "--format", "json"]);
    assert_eq!(status(&output), 0);
    let all = json(out(&output));
    assert_eq!(all[0]["lastYear"]["compared"], true);
    assert_eq!(all[0]["lastYear"]["year"], 2022);
    assert_eq!(all[1]["lastYear"], Value::Null);
    assert_eq!(all[2]["lastYear"], Value::Null);
}

#[test]
fn last_years_report_that_is_not_there_is_told() {
    let now = file("alone.txt", THIS_YEAR);
    let output = gouji(&["check", &now, "--last-year", "/no/such/file"]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("/no/such/file"));
    let output = gouji(&["check", &now, &now, "--last-year", &now]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("--years"));
}

const WHOLE: &str = include_str!("compare/全县.txt");

/// A folder with the reports of three bodies, a list and the report of the whole.
fn county(name: &str, whole: &str) -> [String; 3] {
    let list = file(&format!("{name}-list.txt"), "统计局\n司法局\n青石镇\n");
    let folder = PathBuf::from(&list).with_file_name(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let bodies = [
        ("统计局.txt", THIS_YEAR),
        ("司法局.txt", include_str!("compare/司法局.txt")),
        ("青石镇.txt", include_str!("compare/青石镇.txt")),
        ("全县.txt", whole),
    ];
    for (name, text) in bodies {
        fs::write(folder.join(name), text).expect("a file");
    }
    let path = |path: PathBuf| path.to_str().expect("a name in UTF-8").to_owned();
    [path(folder.join("全县.txt")), path(folder), list]
}

#[test]
fn a_report_of_the_whole_is_checked_against_those_of_its_bodies() {
    let faulty = WHOLE.replace("行政许可\t1600", "行政许可\t1700");
    let [whole, folder, list] = county("county", &faulty);
    let output = gouji(&["check", "--whole", &whole, "--names", &list, &folder]);
    assert_eq!(status(&output), 0, "a warning is no error");
    let text = out(&output);
    assert!(
        text.starts_with("云溪县2023年"),
        "the whole comes first: {text}"
    );
    assert!(text.contains("汇总报告，与 3 份报告之和核对。"));
    assert!(text.contains("存疑[R101]"));
    assert!(
        text.contains("云溪县司法局 310 + 云溪县统计局 1234 + 青石镇人民政府 56 = 1600 ≠ 1700")
    );
    assert!(text.contains("共 4 份报告"), "the whole is checked once");
    for format in ["json", "ndjson"] {
        let output = gouji(&["check", "--whole", &whole, &folder, "--format", format]);
        let first = match format {
            "json" => json(out(&output))[0].clone(),
            _ => json(out(&output).lines().next().expect("a line")),
        };
        assert_eq!(first["bodies"]["reports"], 3);
        assert_eq!(first["findings"][0]["bodies"][1]["value"], "1234");
    }
}

#[test]
fn a_body_without_a_report_is_told_once() {
    let [whole, folder, list] = county("county-less", WHOLE);
    fs::remove_file(PathBuf::from(&folder).join("青石镇.txt")).expect("a file");
    let output = gouji(&[
        "check", "--whole", &whole, &folder, "--names", &list, "--lang", "en",
    ]);
    assert_eq!(status(&output), 0);
    assert!(out(&output).contains("notice[R102] “青石镇” of the list has no report"));
    assert!(!out(&output).contains("[R101]"));
}

#[test]
fn the_bodies_reports_must_be_files_and_the_list_be_there() {
    let [whole, folder, _] = county("county-odd", WHOLE);
    let output = gouji(&["check", "--whole", &whole, "-"]);
    assert_eq!(status(&output), 2);
    let output = gouji(&[
        "check",
        "--whole",
        &whole,
        &folder,
        "--names",
        "/no/such/list",
    ]);
    assert_eq!(status(&output), 2);
    assert!(err(&output).contains("/no/such/list"));
    let output = gouji(&["check", &folder, "--names", &whole]);
    assert_eq!(status(&output), 2, "a list is for a report of the whole");
}
