//! What a printed page says to machines in its `<head>`, beside what changes in place (`strait::head`).
//! The reader never writes these: whoever looks for them loads the page.

use super::json_ld;
use super::theme::{TOUCH_WIDTH, Theme};
use crate::error::PressError;
use quick_xml::escape::escape;
use std::fmt::Write;
use strait::pages::Page;
use strait_model::Site;
use strait_model::paths::{MachineFile, Paths};

/// The elements of a page.
pub fn print(site: &Site, page: &Page, theme: &Theme) -> Result<String, PressError> {
    let paths = Paths::of(site);
    let mut head = Elements(String::new());
    head.theme(&paths, theme);
    head.data(&json_ld::of(site, &paths, page, theme)?);
    Ok(head.0)
}

/// Elements while they are written.
struct Elements(String);

impl Elements {
    fn theme(&mut self, paths: &Paths, theme: &Theme) {
        self.write(format_args!("<link rel=\"manifest\" href=\"{}\">", escape(paths.machine_file(&MachineFile::Manifest))));
        if theme.has_icon() {
            let icon = paths.file(&MachineFile::TouchIcon(TOUCH_WIDTH).to_string());
            self.write(format_args!("<link rel=\"apple-touch-icon\" href=\"{}\">", escape(icon.as_str())));
        }
        let Some(ground) = &theme.ground else { return };
        for (theme, colour) in [("light", &ground.light), ("dark", &ground.dark)] {
            let colour = escape(colour.as_str());
            self.write(format_args!("<meta name=\"theme-color\" media=\"(prefers-color-scheme:{theme})\" content=\"{colour}\">"));
        }
    }

    /// JSON-LD. No text in it can end the element or begin another.
    fn data(&mut self, json: &str) {
        if !json.is_empty() {
            let json = json.replace('<', "\\u003c");
            self.write(format_args!("<script type=\"application/ld+json\">{json}</script>"));
        }
    }

    fn write(&mut self, html: std::fmt::Arguments) {
        // A string takes whatever is written to it.
        let _ = self.0.write_fmt(html);
    }
}
