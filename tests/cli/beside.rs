//! Reports beside others: last year's, and those of the bodies of a whole.

use super::{CLEAN, err, file, gouji, json, out, status};
use serde_json::Value;
use std::{fs, path::PathBuf};

const THIS_YEAR: &str = include_str!("../compare/今年.txt");
const LAST_YEAR: &str = include_str!("../compare/去年.txt");

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

const WHOLE: &str = include_str!("../compare/全县.txt");

/// A folder with the reports of three bodies, a list and the report of the whole.
fn county(name: &str, whole: &str) -> [String; 3] {
    let list = file(&format!("{name}-list.txt"), "统计局\n司法局\n青石镇\n");
    let folder = PathBuf::from(&list).with_file_name(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let bodies = [
        ("统计局.txt", THIS_YEAR),
        ("司法局.txt", include_str!("../compare/司法局.txt")),
        ("青石镇.txt", include_str!("../compare/青石镇.txt")),
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
