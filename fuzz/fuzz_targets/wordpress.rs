//! Any bytes as WordPress' answers and exports: read or refused, never a panic.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    strait::import::read(strait::import::Format::WordPress, bytes);
});
