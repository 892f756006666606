//! The parts of ninjs 3.0 that we write, with its names. What is empty is left out.

use serde::Serialize;
use strait_model::Timestamp;

/// A news object.
#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item<'a> {
    pub uri: String,
    #[serde(skip_serializing_if = "is_empty")]
    pub standard: Option<Standard>,
    #[serde(rename = "type")]
    pub kind: &'static str,
    #[serde(rename = "representationType", skip_serializing_if = "is_empty")]
    pub representation: &'static str,
    #[serde(skip_serializing_if = "is_empty")]
    pub pub_status: Option<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub first_created: Option<&'a Timestamp>,
    #[serde(skip_serializing_if = "is_empty")]
    pub version_created: Option<&'a Timestamp>,
    #[serde(skip_serializing_if = "is_empty")]
    pub embargoed_until: Option<&'a Timestamp>,
    #[serde(skip_serializing_if = "is_empty")]
    pub expires: Option<&'a Timestamp>,
    #[serde(skip_serializing_if = "is_empty")]
    pub urgency: Option<u8>,
    #[serde(skip_serializing_if = "is_empty")]
    pub language: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub copyright_notice: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub ed_note: Option<String>,
    #[serde(skip_serializing_if = "is_empty")]
    pub alt_ids: Vec<AltId<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub headlines: Vec<RoleText<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub descriptions: Vec<RoleText<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub by: Option<String>,
    #[serde(skip_serializing_if = "is_empty")]
    pub info_sources: Vec<InfoSource<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub located: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub subjects: Vec<Subject<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub bodies: Vec<Body>,
    #[serde(skip_serializing_if = "is_empty")]
    pub renditions: Vec<Rendition>,
    #[serde(skip_serializing_if = "is_empty")]
    pub associations: Vec<Association<'a>>,
}

/// A news object that belongs to another.
#[derive(PartialEq, Serialize)]
pub struct Association<'a> {
    pub name: String,
    pub rel: &'static str,
    #[serde(flatten)]
    pub item: Item<'a>,
}

/// What the document conforms to.
#[derive(PartialEq, Serialize)]
pub struct Standard {
    pub name: &'static str,
    pub version: &'static str,
    pub schema: &'static str,
}

/// Another name of the object.
#[derive(PartialEq, Serialize)]
pub struct AltId<'a> {
    pub role: &'static str,
    pub value: &'a str,
}

/// A headline or a description.
#[derive(PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoleText<'a> {
    pub role: &'static str,
    #[serde(skip_serializing_if = "is_empty")]
    pub content_type: Option<&'static str>,
    pub value: &'a str,
}

/// The body in one form.
#[derive(PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Body {
    pub role: &'static str,
    pub content_type: &'static str,
    #[serde(skip_serializing_if = "is_empty")]
    pub char_count: Option<usize>,
    pub value: String,
}

/// Where it comes from.
#[derive(PartialEq, Serialize)]
pub struct InfoSource<'a> {
    pub name: &'a str,
    #[serde(skip_serializing_if = "is_empty")]
    pub uri: Option<String>,
}

/// What it is about.
#[derive(PartialEq, Serialize)]
pub struct Subject<'a> {
    pub name: &'a str,
    pub rel: &'static str,
    #[serde(skip_serializing_if = "is_empty")]
    pub uri: Option<String>,
}

/// A file of it.
#[derive(Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rendition {
    pub name: String,
    pub href: String,
    #[serde(skip_serializing_if = "is_empty")]
    pub content_type: Option<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub width: u32,
    #[serde(skip_serializing_if = "is_empty")]
    pub height: u32,
    #[serde(skip_serializing_if = "is_empty")]
    pub duration: u32,
}

fn is_empty<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
