//! The derive of `FromJson`: a type is declared once, with serde's attributes, and the reader's way to read it is made
//! of the same declaration.
//!
//! It knows the attributes that the model uses. Any other does not compile, for the reader would read otherwise than
//! the press.

mod attributes;
mod enums;
mod expand;
mod fields;

use proc_macro::TokenStream;
use syn::{DeriveInput, Error, parse_macro_input};

/// Makes a type readable from JSON, as serde's `Deserialize` does by the same attributes.
#[proc_macro_derive(FromJson, attributes(serde))]
pub fn from_json(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand::expand(&input).unwrap_or_else(Error::into_compile_error).into()
}
