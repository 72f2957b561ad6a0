//! `www/index.html` made into the two pages that are delivered.

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// What both deliveries share: nothing that is not named is allowed.
const POLICY: &str = "default-src 'none'; img-src data: blob:; form-action 'none'; base-uri 'none'";

/// The versions in the addresses of the hosted files, so that no cache mixes two of them.
pub(crate) struct Versions {
    /// Of the wasm module and its worker.
    pub engine: String,
    /// Of script and style.
    pub page: String,
}

/// The page for static hosts: files of its own origin, and nothing else.
pub(crate) fn hosted(index: &str, versions: &Versions) -> Result<String> {
    let Versions { engine, page } = versions;
    let policy = format!(
        "{POLICY}; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; \
         style-src 'self' 'unsafe-inline'"
    );
    let head = format!(
        "<link rel=\"preload\" href=\"gouji_bg.wasm?v={engine}\" as=\"fetch\" crossorigin>\n\
         <link rel=\"stylesheet\" href=\"main.css?v={page}\">"
    );
    let script = format!("<script defer src=\"main.js?v={page}\"></script>");
    assemble(index, &policy, &head, &script)
}

/// What the self-contained page carries.
pub(crate) struct Inline<'a> {
    pub style: &'a str,
    pub script: &'a str,
    pub worker: &'a str,
    /// The wasm module, compressed.
    pub module: &'a [u8],
}

/// The self-contained page: no request is possible, and no script but its own runs. Why it
/// says 'unsafe-eval', and how that is taken back, is told in `www/src/policy.js`.
pub(crate) fn single(index: &str, inline: &Inline<'_>) -> Result<String> {
    for (name, text) in [("script", inline.script), ("worker", inline.worker)] {
        if text.contains("</script") || text.contains("<!--") {
            bail!("the {name} would end its own element: `</script` or `<!--` in it");
        }
    }
    let script = format!("\n{}\n", inline.script.trim());
    let policy = format!(
        "{POLICY}; script-src '{}' 'wasm-unsafe-eval' 'unsafe-eval'; worker-src blob:; \
         connect-src 'none'; style-src 'unsafe-inline'",
        source_hash(&script)
    );
    let head = format!("<style>\n{}</style>", inline.style);
    let module = BASE64_STANDARD.encode(inline.module);
    let scripts = format!(
        "<script type=\"text/plain\" id=\"gouji-worker\">{}</script>\n\
         <script type=\"text/plain\" id=\"gouji-wasm\">{module}</script>\n\
         <script>{script}</script>",
        inline.worker
    );
    assemble(index, &policy, &head, &scripts)
}

/// How a Content-Security-Policy names one inline script.
fn source_hash(script: &str) -> String {
    let digest = Sha256::digest(script.as_bytes());
    format!("sha256-{}", BASE64_STANDARD.encode(digest))
}

/// Puts a policy and a delivery's own elements where the source has its marks.
fn assemble(index: &str, policy: &str, style: &str, scripts: &str) -> Result<String> {
    if index.contains("Content-Security-Policy") {
        bail!("www/index.html must leave the policy to the build");
    }
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let page = insert_after(index, "charset=", &policy)?;
    let page = replace_tag(&page, "href=\"style/main.css\"", "", style)?;
    let page = replace_tag(&page, "src=\"src/main.js\"", "</script>", "")?;
    let (before, after) = page
        .rsplit_once("</body>")
        .context("www/index.html has no </body>")?;
    Ok(format!("{before}{scripts}\n</body>{after}"))
}

/// Inserts a line after the tag that contains `mark`.
fn insert_after(page: &str, mark: &str, line: &str) -> Result<String> {
    let (_, end) = tag(page, mark)?;
    Ok(format!("{}\n{line}{}", &page[..end], &page[end..]))
}

/// Replaces the tag that contains `mark`, with what must follow it.
fn replace_tag(page: &str, mark: &str, follows: &str, by: &str) -> Result<String> {
    let (start, end) = tag(page, mark)?;
    let rest = page[end..]
        .strip_prefix(follows)
        .with_context(|| format!("`{follows}` must follow {mark} in www/index.html"))?;
    Ok(format!("{}{by}{rest}", &page[..start]))
}

fn tag(page: &str, mark: &str) -> Result<(usize, usize)> {
    let find = || {
        let at = page.find(mark)?;
        Some((page[..at].rfind('<')?, at + page[at..].find('>')? + 1))
    };
    find().with_context(|| format!("www/index.html has no tag with {mark}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<html><head><meta charset=\"utf-8\">\n<link rel=\"stylesheet\" href=\"style/main.css\">\
        <script type=\"module\" src=\"src/main.js\"></script></head><body></body></html>";

    fn versions() -> Versions {
        Versions {
            engine: "e".into(),
            page: "p".into(),
        }
    }

    fn inline(script: &str) -> Inline<'_> {
        Inline {
            style: "p{}",
            script,
            worker: "1",
            module: b"wasm",
        }
    }

    #[test]
    fn the_policy_comes_before_everything_that_it_governs() {
        let page = hosted(INDEX, &versions()).unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("<link").unwrap());
        assert!(page.contains("main.js?v=p") && !page.contains("src/main.js"));
    }

    #[test]
    fn the_single_page_allows_its_script_by_hash() {
        let page = single(INDEX, &inline("run()")).unwrap();
        let (_, rest) = page.rsplit_once("<script>").unwrap();
        let (script, _) = rest.split_once("</script>").unwrap();
        assert!(page.contains(&source_hash(script)));
        assert!(page.contains("connect-src 'none'"));
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        assert!(single(INDEX, &inline("'</script>'")).is_err());
    }

    #[test]
    fn a_missing_mark_is_named() {
        let error = hosted("<meta charset=utf-8>", &versions()).unwrap_err();
        assert!(error.to_string().contains("style/main.css"));
    }
}
