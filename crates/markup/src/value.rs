//! What an attribute may be.

use std::borrow::Cow;

/// Text that is known while compiling, or not.
pub type Text = Cow<'static, str>;

/// The value of an attribute.
pub enum Value {
    /// There is no such attribute.
    None,
    /// It stays.
    Is(Text),
    /// It changes.
    Live(Box<dyn Fn() -> Option<Text>>),
}

/// What can stand behind `name=` in a view.
pub trait Attribute {
    /// As a value.
    fn value(self) -> Value;
}

impl Attribute for Value {
    fn value(self) -> Value {
        self
    }
}

impl Attribute for &'static str {
    fn value(self) -> Value {
        Value::Is(Text::Borrowed(self))
    }
}

impl Attribute for String {
    fn value(self) -> Value {
        Value::Is(Text::Owned(self))
    }
}

/// There, without a value; or not there.
impl Attribute for bool {
    fn value(self) -> Value {
        if self { "".value() } else { Value::None }
    }
}

impl Attribute for u32 {
    #[inline(never)]
    fn value(self) -> Value {
        self.to_string().value()
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn value(self) -> Value {
        self.map_or(Value::None, T::value)
    }
}

impl<T: Attribute, F: Fn() -> T + 'static> Attribute for F {
    fn value(self) -> Value {
        Value::Live(Box::new(move || self().value().now()))
    }
}

impl Value {
    /// What it is now.
    pub(crate) fn now(self) -> Option<Text> {
        match self {
            Value::None => None,
            Value::Is(text) => Some(text),
            Value::Live(value) => value(),
        }
    }
}
