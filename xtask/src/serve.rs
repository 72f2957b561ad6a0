//! A small server for the built page, on this machine only.

use crate::assets;
use anyhow::{Context, Result, bail};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

const PORT: u16 = 8737;

/// Builds, then serves until it is stopped.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (port, open) = parse(arguments)?;
    let folder = assets::build()?;
    let listener = bind(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("gouji is at {address}  (Ctrl+C stops it)");
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        // A connection that breaks off is the browser's business.
        thread::spawn(move || answer(&stream, &folder).ok());
    }
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(u16, bool)> {
    let (mut port, mut open) = (PORT, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--open" => open = true,
            "--port" => {
                let number = rest.next().context("--port needs a number")?;
                port = number.parse().context("--port needs a number")?;
            }
            other => bail!("no option {other:?}: serve [--port N] [--open]"),
        }
    }
    Ok((port, open))
}

/// The wished port, or where it is taken any free one.
fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .context("no free port on 127.0.0.1")
}

fn open_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start"]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stderr(Stdio::null());
    if command.spawn().is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
}

fn answer(stream: &TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let file = resolve(folder, target).filter(|_| matches!(method, "GET" | "HEAD"));
    match file.and_then(|file| Some((fs::read(&file).ok()?, mime(&file)))) {
        Some((body, mime)) => respond(stream, "200 OK", mime, &body, method == "HEAD"),
        None => respond(stream, "404 Not Found", "text/plain", b"not found\n", false),
    }
}

/// The file that a request names, never one outside of the folder.
fn resolve(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| folder.join(path))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn respond(mut out: &TcpStream, status: &str, mime: &str, body: &[u8], head: bool) -> Result<()> {
    let length = body.len();
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )?;
    if !head {
        out.write_all(body)?;
    }
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_stay_inside_of_the_folder() {
        let folder = Path::new("page");
        let file = |target| resolve(folder, target);
        assert_eq!(file("/"), Some(folder.join("index.html")));
        assert_eq!(file("/main.js?v=1"), Some(folder.join("main.js")));
        assert_eq!(file("/../secret"), None);
        assert_eq!(file("//etc/passwd"), None);
        assert_eq!(file("http://other/"), None);
    }

    #[test]
    fn a_busy_port_gives_way_to_a_free_one() {
        let first = bind(0).unwrap();
        let port = first.local_addr().unwrap().port();
        assert_ne!(bind(port).unwrap().local_addr().unwrap().port(), port);
    }
}
