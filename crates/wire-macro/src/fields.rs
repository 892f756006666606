//! How fields are read.

use crate::attributes::{Fallback, OF_FIELD, Said};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Error, Field, Fields, Result};

/// How the fields of a struct, or of a variant, are read from the object `json`.
pub struct Reading {
    /// What is done before.
    pub before: TokenStream,
    /// What stands behind its name.
    pub made: TokenStream,
}

/// Reads the fields of a struct, or of a variant.
///
/// What is already read when a field turns out wrong is never freed: freeing it, after each field, was a sixth of all
/// code that reads the model, and a page that meets such data shows an error instead of it.
pub fn read(fields: &Fields, is_camel: bool) -> Result<Reading> {
    match fields {
        Fields::Named(named) => {
            let values = named.named.iter().map(|field| value(field, is_camel)).collect::<Result<Vec<_>>>()?;
            let idents: Vec<_> = named.named.iter().map(|field| &field.ident).collect();
            Ok(Reading {
                // At once: a field that is called `json` hides nothing from the others.
                before: quote!(let (#(#idents,)*) = (#(::core::mem::ManuallyDrop::new(#values),)*);),
                made: quote!({ #(#idents: ::core::mem::ManuallyDrop::into_inner(#idents)),* }),
            })
        }
        Fields::Unnamed(unnamed) if unnamed.unnamed.len() == 1 => {
            unnamed.unnamed.iter().try_for_each(|field| Said::of(&field.attrs, &[]).map(drop))?;
            Ok(Reading { before: TokenStream::new(), made: quote!((::strait_wire::FromJson::from_json(json)?)) })
        }
        _ => Err(Error::new_spanned(fields, "FromJson reads named fields, or one without a name")),
    }
}

fn value(field: &Field, is_camel: bool) -> Result<TokenStream> {
    let said = Said::of(&field.attrs, OF_FIELD)?;
    let name = field.ident.as_ref().map(|ident| ident.unraw().to_string()).unwrap_or_default();
    let name = said.name(&name, is_camel.then_some(camel));
    Ok(match &said.default {
        _ if said.is_skipped => quote!(::core::default::Default::default()),
        None => quote!(::strait_wire::required(json, #name)?),
        Some(Fallback::OfType) => quote!(::strait_wire::optional(json, #name)?),
        Some(Fallback::Call(default)) => quote!(::strait_wire::or_else(json, #name, #default)?),
    })
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
