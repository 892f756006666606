//! How enums are read: by a tag within, by a name around, or by what fits.

use crate::attributes::{OF_VARIANT, Said};
use crate::fields::{self, Reading};
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{DataEnum, Error, Fields, Result, Variant};

/// The body of `from_json` for an enum.
pub fn read(data: &DataEnum, said: &Said) -> Result<TokenStream> {
    let variants = data.variants.iter().map(|variant| Ok((variant, Said::of(&variant.attrs, OF_VARIANT)?)));
    let variants = variants.collect::<Result<Vec<_>>>()?;
    let known: Vec<_> = variants.iter().filter(|(_, said)| !said.is_skipped).collect();
    if said.is_untagged {
        return untagged(known.iter().map(|(variant, _)| *variant));
    }
    let arms = known.iter().map(|(variant, own)| arm(variant, own, said)).collect::<Result<Vec<_>>>()?;
    // Whatever stands for all unknown names comes last.
    let (last, arms): (Vec<_>, Vec<_>) = arms.into_iter().partition(|(is_other, _)| *is_other);
    let arms = arms.iter().chain(&last).map(|(_, arm)| arm);
    let asked = match &said.tag {
        Some(tag) => quote!(match json.get(#tag)?.as_text()?),
        None => quote!(let (name, content) = ::strait_wire::variant(json)?; match name),
    };
    Ok(quote!(#asked { #(#arms,)* #[allow(unreachable_patterns)] _ => ::core::option::Option::None }))
}

/// One arm of the match over names, and whether it is that for all others.
fn arm(variant: &Variant, own: &Said, of_enum: &Said) -> Result<(bool, TokenStream)> {
    let (ident, is_unit) = (&variant.ident, matches!(variant.fields, Fields::Unit));
    if own.is_other && !is_unit {
        return Err(Error::new_spanned(variant, "what stands for all unknown names holds nothing"));
    }
    let name = own.name(&ident.unraw().to_string(), of_enum.is_camel.then_some(camel));
    let name = if own.is_other { quote!(_) } else { quote!(#name) };
    let arm = match (is_unit, &of_enum.tag) {
        (true, Some(_)) => quote!(#name => ::core::option::Option::Some(Self::#ident)),
        (true, None) => quote!(#name if content.is_none() => ::core::option::Option::Some(Self::#ident)),
        (false, Some(_)) => {
            let Reading { before, made } = fields::read(&variant.fields, false)?;
            quote!(#name => { #before ::core::option::Option::Some(Self::#ident #made) })
        }
        (false, None) => {
            let fields = newtype(variant)?;
            quote!(#name => { let json = content?; ::core::option::Option::Some(Self::#ident #fields) })
        }
    };
    Ok((own.is_other, arm))
}

fn untagged<'a>(variants: impl Iterator<Item = &'a Variant>) -> Result<TokenStream> {
    let tries = variants.map(|variant| {
        let (ident, fields) = (&variant.ident, newtype(variant)?);
        Ok(quote!(.or_else(|| ::core::option::Option::Some(Self::#ident #fields))))
    });
    let tries = tries.collect::<Result<Vec<_>>>()?;
    Ok(quote!(::core::option::Option::None #(#tries)*))
}

/// Reads what a variant without names holds. One with names would have to look whether there is an object.
fn newtype(variant: &Variant) -> Result<TokenStream> {
    match &variant.fields {
        Fields::Unnamed(_) => fields::read(&variant.fields, false).map(|reading| reading.made),
        _ => Err(Error::new_spanned(variant, "FromJson reads such a variant where the enum has a tag alone")),
    }
}

/// `NotFound` → `notFound`, as serde has it.
fn camel(variant: &str) -> String {
    variant.get(..1).unwrap_or_default().to_ascii_lowercase() + variant.get(1..).unwrap_or_default()
}
