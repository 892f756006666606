//! Reads the model from parsed JSON. Serde's derived code does the same, strictly, for the press;
//! made for every type it weighs four times as much, and each reader would download it.

use serde_json::{Map, Value};

/// A value that is read from JSON. None: it is not what it should be.
pub trait FromJson: Sized {
    /// Reads it.
    fn from_json(json: Value) -> Option<Self>;

    /// What it is where JSON says nothing. None: it must be there.
    fn missing() -> Option<Self> {
        None
    }
}

/// The fields of an object.
pub fn fields(json: Value) -> Option<Map<String, Value>> {
    match json {
        Value::Object(fields) => Some(fields),
        _ => None,
    }
}

/// Takes a field out of an object.
pub fn take<T: FromJson>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    take_or(fields, name, None)
}

/// The same, with what it is when it is missing or not what it should be.
pub fn take_or<T: FromJson>(fields: &mut Map<String, Value>, name: &str, default: Option<T>) -> Option<T> {
    match fields.remove(name) {
        Some(json) => T::from_json(json).or(default),
        None => default.or_else(T::missing),
    }
}

/// Implements [`FromJson`] for structs: each field with its name in JSON, and what it is when
/// it is missing where its type does not say. A field that the reader lacks says so.
macro_rules! from_json {
    ($($name:ty { $($(#[$cfg:meta])* $field:ident: $key:literal $(or $default:expr)?),* $(,)? })*) => {$(
        impl $crate::wire::FromJson for $name {
            fn from_json(json: serde_json::Value) -> Option<Self> {
                let mut fields = $crate::wire::json::fields(json)?;
                Some(Self { $($(#[$cfg])* $field: $crate::wire::json::take_or(&mut fields, $key, None$(.or(Some($default)))?)?),* })
            }
        }
    )*};
}
pub(super) use from_json;

impl FromJson for String {
    fn from_json(json: Value) -> Option<Self> {
        match json {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl FromJson for bool {
    fn from_json(json: Value) -> Option<Self> {
        json.as_bool()
    }

    fn missing() -> Option<Self> {
        Some(false)
    }
}

impl FromJson for u32 {
    fn from_json(json: Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }

    fn missing() -> Option<Self> {
        Some(0)
    }
}

impl FromJson for usize {
    fn from_json(json: Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl FromJson for u8 {
    fn from_json(json: Value) -> Option<Self> {
        json.as_u64()?.try_into().ok()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Value) -> Option<Self> {
        match json {
            Value::Null => Some(None),
            json => T::from_json(json).map(Some),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Value) -> Option<Self> {
        match json {
            Value::Array(items) => items.into_iter().map(T::from_json).collect(),
            _ => None,
        }
    }

    fn missing() -> Option<Self> {
        Some(Vec::new())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl FromJson for std::collections::BTreeMap<String, String> {
    fn from_json(json: Value) -> Option<Self> {
        fields(json)?.into_iter().map(|(name, value)| Some((name, String::from_json(value)?))).collect()
    }

    fn missing() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(json: Value) -> Option<Self> {
        T::from_json(json).map(Box::new)
    }
}
