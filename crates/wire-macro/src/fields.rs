//! How fields are read.

use crate::attributes::{Fallback, OF_FIELD, Said};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Error, Field, Fields, Result};

/// Reads the fields of a struct, or of a variant, from the object `json`: what stands behind its name.
pub fn read(fields: &Fields, is_camel: bool) -> Result<TokenStream> {
    match fields {
        Fields::Named(named) => {
            let each = named.named.iter().map(|field| read_one(field, is_camel)).collect::<Result<Vec<_>>>()?;
            Ok(quote!({ #(#each),* }))
        }
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            unnamed.unnamed.iter().try_for_each(|field| Said::of(&field.attrs, &[]).map(drop))?;
            Ok(quote!((::strait_wire::FromJson::from_json(json)?)))
        }
        _ => Err(Error::new_spanned(fields, "FromJson reads named fields, or one without a name")),
    }
}

fn read_one(field: &Field, is_camel: bool) -> Result<TokenStream> {
    let said = Said::of(&field.attrs, OF_FIELD)?;
    let ident = field.ident.as_ref();
    let name = ident.map(|ident| ident.unraw().to_string()).unwrap_or_default();
    let name = said.name(&name, is_camel.then_some(camel));
    let value = match &said.default {
        _ if said.is_skipped => quote!(::core::default::Default::default()),
        None => quote!(::strait_wire::required(json, #name)?),
        Some(Fallback::OfType) => quote!(::strait_wire::optional(json, #name)?),
        Some(Fallback::Call(default)) => quote!(::strait_wire::or_else(json, #name, #default)?),
    };
    Ok(quote!(#ident: #value))
}

/// `first_created` → `firstCreated`, as serde has it.
fn camel(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        name + word.get(..1).unwrap_or_default().to_ascii_uppercase().as_str() + word.get(1..).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_are_written_as_serde_writes_them() {
        for (field, name) in [("by", "by"), ("first_created", "firstCreated"), ("section_page_size", "sectionPageSize")] {
            assert_eq!(camel(field), name);
        }
    }
}
