//! What can be read from [`Json`], and what derived code calls.

use crate::Json;
use std::collections::BTreeMap;

/// A value that is read from JSON.
pub trait FromJson: Sized {
    /// Reads it. None: it is not what it should be.
    fn from_json(json: &Json<'_>) -> Option<Self>;

    /// What a field is that is not there and has no default. None: it must be there.
    fn missing() -> Option<Self> {
        None
    }
}

/// A field that must be there, but for an [`Option`].
// As the next two: a call for each field of the model, and one body for each type of them.
#[inline(never)]
pub fn required<T: FromJson>(fields: &Json<'_>, name: &str) -> Option<T> {
    fields.get(name).map_or_else(T::missing, T::from_json)
}

/// A field that is its type's default where it is missing.
#[inline(never)]
pub fn optional<T: FromJson + Default>(fields: &Json<'_>, name: &str) -> Option<T> {
    fields.get(name).map_or_else(|| Some(T::default()), T::from_json)
}

/// A field with a default of its own.
pub fn or_else<T: FromJson>(fields: &Json<'_>, name: &str, default: fn() -> T) -> Option<T> {
    fields.get(name).map_or_else(|| Some(default()), T::from_json)
}

/// The name of an enum's variant and what it holds: `"name"`, or `{"name": …}` with nothing beside it.
pub fn variant<'j, 'a>(json: &'j Json<'a>) -> Option<(&'j str, Option<&'j Json<'a>>)> {
    let Json::Object(fields) = json else { return Some((json.as_text()?, None)) };
    let (name, content) = fields.last()?;
    // Of a name that comes twice the last one counts, so that these are one.
    let is_one = fields.iter().all(|(other, _)| other == name);
    is_one.then_some((name.as_ref(), Some(content).filter(|content| !matches!(content, Json::Null))))
}

impl FromJson for String {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        json.as_text().map(str::to_owned)
    }
}

impl FromJson for bool {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        match json {
            Json::Bool(answer) => Some(*answer),
            _ => None,
        }
    }
}

/// Numbers that are whole and not below zero.
macro_rules! whole_numbers {
    ($($number:ty),*) => {$(
        impl FromJson for $number {
            fn from_json(json: &Json<'_>) -> Option<Self> {
                json.as_u64()?.try_into().ok()
            }
        }
    )*};
}
whole_numbers!(u8, u32, usize);

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::from_json(json).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        let Json::List(items) = json else { return None };
        let mut read = Vec::with_capacity(items.len());
        for item in items {
            read.push(T::from_json(item)?);
        }
        Some(read)
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        T::from_json(json).map(Box::new)
    }
}

impl<T: FromJson> FromJson for BTreeMap<String, T> {
    fn from_json(json: &Json<'_>) -> Option<Self> {
        json.as_object()?.iter().map(|(name, value)| Some((name.clone().into_owned(), T::from_json(value)?))).collect()
    }
}
