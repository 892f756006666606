//! The WASM entry: brings a printed page to life, or mounts where nothing was printed.

#[cfg(target_arch = "wasm32")]
fn main() {
    strait::reader::start();
}

/// Cargo builds every binary for every target; natively this one is nothing.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
