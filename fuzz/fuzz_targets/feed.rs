//! Any bytes as RSS and Atom: read or refused, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    strait::import::read(strait::import::Format::Feed, bytes);
});
