//! What the derive makes of a type.

use crate::attributes::{OF_TYPE, Said};
use crate::enums;
use crate::fields::{self, Reading};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Result};

/// The implementation of `FromJson`.
pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(&input.generics, "FromJson reads types without parameters"));
    }
    let said = Said::of(&input.attrs, OF_TYPE)?;
    let (name, body) = (&input.ident, body(input, &said)?);
    Ok(quote! {
        #[automatically_derived]
        impl ::strait_wire::FromJson for #name {
            fn from_json(json: &::strait_wire::Json<'_>) -> ::core::option::Option<Self> {
                #body
            }
        }
    })
}

fn body(input: &DeriveInput, said: &Said) -> Result<TokenStream> {
    if let Some(checked) = &said.try_from {
        let read = quote!(<#checked as ::strait_wire::FromJson>::from_json(json)?);
        return Ok(quote!(::core::convert::TryFrom::try_from(#read).ok()));
    }
    match &input.data {
        Data::Struct(data) => {
            let Reading { before, made } = fields::read(&data.fields, said.is_camel)?;
            let is_object = matches!(data.fields, Fields::Named(_)).then(|| quote!(json.as_object()?;));
            Ok(quote!(#is_object #before ::core::option::Option::Some(Self #made)))
        }
        Data::Enum(data) => enums::read(data, said),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "FromJson reads no unions")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    fn refusal(input: &DeriveInput) -> String {
        expand(input).map_or_else(|error| error.to_string(), |code| format!("it compiled: {code}"))
    }

    #[test]
    fn an_attribute_that_it_does_not_know_does_not_compile() {
        let refused: [DeriveInput; 10] = [
            parse_quote! { struct A { #[serde(alias = "c")] b: u8 } },
            parse_quote! { struct A { #[serde(flatten)] b: B } },
            parse_quote! { struct A { #[serde(default, deserialize_with = "c")] b: u8 } },
            parse_quote! { struct A { #[serde(skip_deserializing)] b: u8 } },
            parse_quote! { struct A(#[serde(default)] u8); },
            parse_quote! { #[serde(deny_unknown_fields)] struct A { b: u8 } },
            parse_quote! { #[serde(default)] struct A { b: u8 } },
            parse_quote! { #[serde(tag = "t", content = "c")] enum A { B } },
            parse_quote! { enum A { #[serde(alias = "c")] B } },
            // Known elsewhere, and not here.
            parse_quote! { struct A { #[serde(other)] b: u8 } },
        ];
        for input in refused {
            assert!(refusal(&input).contains("does not know this attribute"), "{}", refusal(&input));
        }
    }

    #[test]
    fn what_it_cannot_read_as_serde_would_does_not_compile() {
        let refused: [DeriveInput; 8] = [
            parse_quote! { struct A<T> { b: T } },
            parse_quote! { struct A(u8, u8); },
            parse_quote! { struct A; },
            parse_quote! { #[serde(rename_all = "kebab-case")] struct A { b: u8 } },
            parse_quote! { struct A { #[serde(rename(deserialize = "c"))] b: u8 } },
            parse_quote! { enum A { B { c: u8 } } },
            parse_quote! { #[serde(untagged)] enum A { B } },
            parse_quote! { enum A { #[serde(other)] B(u8) } },
        ];
        for input in refused {
            assert!(expand(&input).is_err(), "{}", refusal(&input));
        }
    }

    #[test]
    fn what_the_model_is_made_of_compiles() {
        let read: [DeriveInput; 4] = [
            parse_quote! { #[serde(rename_all = "camelCase")] struct A { #[serde(default = "c", skip_serializing_if = "d")] b: u8 } },
            parse_quote! { #[serde(try_from = "String", into = "String")] struct A(String); },
            parse_quote! { #[serde(tag = "kind")] enum A { B(C), D { e: u8 }, #[serde(other)] F } },
            parse_quote! { #[serde(untagged)] enum A { B(String), C(D) } },
        ];
        for input in read {
            assert!(expand(&input).is_ok(), "{}", refusal(&input));
        }
    }
}
