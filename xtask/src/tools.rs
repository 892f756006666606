//! Everything that chores install, pinned in this one file (npm's part is repeated in package.json, and a test compares).

/// A tool that is kept in the cache, at exactly this version.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    /// The name of its crate or npm package.
    pub name: &'static str,
    /// The only version that may be used.
    pub version: &'static str,
    /// The program that is run.
    pub program: &'static str,
    /// How it comes.
    pub source: Source,
}

/// Where a tool comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `cargo install`.
    Crate {
        /// What cargo is told beside its version.
        options: &'static [&'static str],
        /// How much it is optimised: tools run for seconds, so hardly.
        opt_level: &'static str,
        /// How long compiling it takes on two cores.
        usual_seconds: u64,
    },
    /// `npm ci` of xtask/package.json.
    Npm,
}

/// Builds the WASM reader. Without TLS and the look for updates: what it would download lies on its PATH.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: "0.21.14",
    program: "trunk",
    source: Source::Crate { options: &["--locked", "--no-default-features"], opt_level: "0", usual_seconds: 260 },
};
/// Writes the glue between WASM and the browser. Must match the crate in Cargo.toml.
/// Not from its lock file, which names a crate that is not to be had.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    source: Source::Crate { options: &["--no-default-features", "--bin", "wasm-bindgen"], opt_level: "1", usual_seconds: 150 },
};
/// Speaks WebDriver for Firefox; only for the browser tests.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: "0.37.0",
    program: "geckodriver",
    source: Source::Crate { options: &["--locked"], opt_level: "0", usual_seconds: 120 },
};
/// Makes the WASM small. Debian's own (108) makes modules that fail to start, and says nothing.
pub const WASM_OPT: Tool = Tool { name: "binaryen", version: "132", program: "wasm-opt", source: Source::Npm };
/// Minifies the glue, and bundles the style sheets.
pub const ESBUILD: Tool = Tool { name: "esbuild", version: "0.28.2", program: "esbuild", source: Source::Npm };

/// What the service worker is made of, packed by esbuild.
pub const WORKBOX: &str = "7.4.1";

/// The compilation target of the reader.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The oldest Node.js that will do.
pub const NODE_MAJOR: u32 = 20;

/// Something of the system that tests need.
#[derive(Debug, Clone, Copy)]
pub struct SystemPackage {
    /// Its name in Debian.
    pub debian: &'static str,
    /// Its name in Ubuntu, where browsers are snaps.
    pub ubuntu: &'static str,
    /// Any of these programs on PATH, or files, shows that it is there.
    pub shown_by: &'static [&'static str],
    /// The variable that tells the tests where it is, if they ask; it also overrides the search.
    pub variable: Option<&'static str>,
}

/// What apt installs for the native tests: the servers whose snippets are printed read them there.
pub const SERVERS: &[SystemPackage] = &[
    // Debian keeps it where only root's PATH leads.
    SystemPackage { debian: "nginx-light", ubuntu: "nginx-light", shown_by: &["nginx", "/usr/sbin/nginx"], variable: None },
    SystemPackage { debian: "caddy", ubuntu: "caddy", shown_by: &["caddy"], variable: None },
];

/// What apt installs for the browser tests.
pub const BROWSERS: &[SystemPackage] = &[
    SystemPackage {
        debian: "chromium",
        ubuntu: "chromium-browser",
        shown_by: &["chromium", "chromium-browser", "google-chrome"],
        variable: Some("CHROMIUM"),
    },
    SystemPackage {
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
        shown_by: &["chromedriver"],
        variable: Some("CHROMEDRIVER"),
    },
    SystemPackage { debian: "firefox-esr", ubuntu: "firefox", shown_by: &["firefox-esr", "firefox"], variable: Some("FIREFOX") },
    SystemPackage {
        debian: "webkit2gtk-driver",
        ubuntu: "webkit2gtk-driver",
        shown_by: &["WebKitWebDriver"],
        variable: Some("WEBKITDRIVER"),
    },
    SystemPackage { debian: "xvfb", ubuntu: "xvfb", shown_by: &["Xvfb"], variable: None },
    SystemPackage { debian: "zbar-tools", ubuntu: "zbar-tools", shown_by: &["zbarimg"], variable: None },
    SystemPackage {
        debian: "fonts-noto-cjk",
        ubuntu: "fonts-noto-cjk",
        shown_by: &["/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"],
        variable: None,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn npm_tools_are_pinned_alike_in_package_json() {
        let package = include_str!("../package.json");
        assert!(package.contains(&format!("\"esbuild\": \"{}\"", ESBUILD.version)));
        assert!(package.contains(&format!("\"binaryen\": \"{}.0.0\"", WASM_OPT.version)));
        let workbox = ["core", "expiration", "routing", "strategies"];
        assert!(workbox.iter().all(|part| package.contains(&format!("\"workbox-{part}\": \"{WORKBOX}\""))));
    }

    #[test]
    fn wasm_bindgen_is_pinned_alike_in_cargo_toml() {
        let manifest = include_str!("../../Cargo.toml");
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
    }
}
