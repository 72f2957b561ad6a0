//! The boundary to the browser.
