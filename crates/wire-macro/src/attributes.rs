//! What serde's attributes say.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, ExprPath, LitStr, Result, Type};

/// Which attributes may stand at a type.
pub const OF_TYPE: &[&str] = &["rename_all", "tag", "untagged", "try_from", "into"];
/// Which may stand at a variant.
pub const OF_VARIANT: &[&str] = &["rename", "skip", "other"];
/// Which may stand at a field.
pub const OF_FIELD: &[&str] = &["rename", "default", "skip", "skip_serializing_if"];

/// What is said of a type, a variant or a field.
#[derive(Default)]
pub struct Said {
    /// Whether names are `camelCase` in JSON.
    pub is_camel: bool,
    /// The field that names the variant.
    pub tag: Option<LitStr>,
    /// Whether the first variant that can be read is taken.
    pub is_untagged: bool,
    /// What is read, and then checked.
    pub try_from: Option<Type>,
    /// Its name in JSON.
    pub rename: Option<LitStr>,
    /// What it is where it is missing.
    pub default: Option<Fallback>,
    /// Whether it is never read.
    pub is_skipped: bool,
    /// Whether it stands for all unknown names.
    pub is_other: bool,
}

/// What a field is where it is missing.
pub enum Fallback {
    /// The default of its type.
    OfType,
    /// What a function returns.
    Call(ExprPath),
}

impl Said {
    /// Reads `#[serde(…)]`; refuses what is not among `known`.
    pub fn of(attributes: &[Attribute], known: &[&str]) -> Result<Said> {
        let mut said = Said::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().map(ToString::to_string).unwrap_or_default();
                match known.contains(&name.as_str()) {
                    true => said.take(&name, &meta),
                    false => {
                        Err(meta
                            .error("FromJson does not know this attribute here: the reader would read otherwise than the press"))
                    }
                }
            })?;
        }
        Ok(said)
    }

    fn take(&mut self, name: &str, meta: &ParseNestedMeta<'_>) -> Result<()> {
        match name {
            "rename_all" => self.is_camel = is_camel(&text(meta)?)?,
            "tag" => self.tag = Some(text(meta)?),
            "untagged" => self.is_untagged = true,
            "try_from" => self.try_from = Some(text(meta)?.parse()?),
            "rename" => self.rename = Some(text(meta)?),
            "default" if meta.input.peek(syn::Token![=]) => self.default = Some(Fallback::Call(text(meta)?.parse()?)),
            "default" => self.default = Some(Fallback::OfType),
            "skip" => self.is_skipped = true,
            "other" => self.is_other = true,
            // How it is written is no matter of the reader's.
            _ => drop(text(meta)?),
        }
        Ok(())
    }

    /// The name in JSON of what has `name` in Rust; `camel` is the case of its neighbours.
    pub fn name(&self, name: &str, camel: Option<fn(&str) -> String>) -> String {
        match (&self.rename, camel) {
            (Some(rename), _) => rename.value(),
            (None, Some(camel)) => camel(name),
            (None, None) => name.to_owned(),
        }
    }
}

fn text(meta: &ParseNestedMeta<'_>) -> Result<LitStr> {
    meta.value()?.parse()
}

fn is_camel(case: &LitStr) -> Result<bool> {
    match case.value().as_str() {
        "camelCase" => Ok(true),
        _ => Err(syn::Error::new(case.span(), "FromJson knows camelCase alone")),
    }
}
