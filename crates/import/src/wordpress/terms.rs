//! Categories and tags of WordPress: categories are sections, tags are keywords.

use crate::Reading;
use crate::about::{About, say};
use crate::body::words;
use crate::dispatch::Dispatch;
use crate::fields::Fields;
use crate::notes::Notes;
use crate::sections::{Catalogue, Category, Label, listed};
use serde_json::Value;
use strait_model::Subject;
use url::Url;

/// Taxonomies that are no words of a story: who wrote it, in what language it is, how it is shown.
const UNREAD: [&str; 18] = [
    "author",
    "ppma_boxes",
    "post_format",
    "post_status",
    "language",
    "post_translations",
    "term_language",
    "term_translations",
    "translation_priority",
    "nav_menu",
    "link_category",
    "wp_theme",
    "wp_pattern_category",
    "wp_template_part_area",
    "elementor_library_type",
    "elementor_library_category",
    "yst_prominent_words",
    "following_users",
];

/// Whether the terms of a taxonomy are no words of a story.
pub fn is_unread(taxonomy: &str) -> bool {
    UNREAD.contains(&taxonomy) || taxonomy.starts_with("pll_")
}

/// Sorts a post. With `_embed` its terms say what they are; without there are only numbers, and class names.
pub fn sort(post: &Value, reading: &Reading, dispatch: &mut Dispatch) {
    let terms = post.pointer("/_embedded/wp:term").and_then(Value::as_array).into_iter().flatten();
    let terms: Vec<&Value> = terms.flat_map(|group| group.as_array().into_iter().flatten()).collect();
    let categories: Vec<&Value> = terms.iter().copied().filter(|term| is_category(term)).collect();
    let mut catalogue = Catalogue::default();
    categories.iter().for_each(|term| catalogue.add(category(term)));
    categories.iter().for_each(|term| place_in_address(term, &mut catalogue));
    let numbered = post.get("categories").and_then(Value::as_array).into_iter().flatten().map(number);
    let known = categories.iter().map(|term| category(term)).map(|term| (term.number, term.label.slug));
    let known: Vec<(String, String)> = known.chain(numbered.map(|number| (number, String::new()))).collect();
    // The site's own list knows more than a post.
    let trail =
        |(number, slug): &(String, String)| reading.catalogue.trail(number, slug).or_else(|| catalogue.trail(number, slug));
    for trail in known.iter().filter_map(trail) {
        if !dispatch.sections.contains(&trail) {
            dispatch.sections.push(trail);
        }
    }
    if dispatch.sections.is_empty() {
        dispatch.sections = listed(categories.iter().map(|term| name(term)).filter(|name| !name.is_empty()).collect());
    }
    let is_read = |term: &&&Value| !term.get("taxonomy").and_then(Value::as_str).is_some_and(is_unread);
    dispatch
        .subjects
        .extend(terms.iter().filter(is_read).map(|term| Subject { name: name(term) }).filter(|subject| !subject.name.is_empty()));
    let classes =
        post.get("class_list").map(|classes| Fields::of(&serde_json::json!({ "classes": classes })).names(&["classes"]));
    let of_classes = classes.into_iter().flatten().filter_map(|class| class.strip_prefix("category-").map(str::to_owned));
    dispatch.hints.extend(of_classes);
}

/// Takes in what is no post but tells of the site: its own description (`/wp-json/`), or a category.
pub fn describe(value: &Value, about: &mut About) {
    let fields = Fields::of(value);
    if is_category(value) {
        about.catalogue.add(category(value));
    } else if is_site(value) {
        say(&mut about.name, fields.text(&["name"]).map(|name| words(&name, &mut Notes::of(""))));
        say(&mut about.tagline, fields.text(&["description"]).map(|words_of| words(&words_of, &mut Notes::of(""))));
        say(&mut about.url, fields.text(&["home", "url"]).map(|url| format!("{}/", url.trim_end_matches('/'))));
        say(&mut about.zone, fields.text(&["timezone_string"]));
        let hours = fields.get(&["gmt_offset"]).and_then(|offset| offset.as_f64().or_else(|| offset.as_str()?.parse().ok()));
        let seconds = hours.filter(|hours| hours.abs() <= 15.0).map(|hours| (hours * 3600.0) as i32);
        about.offset = about.offset.or_else(|| jiff::tz::Offset::from_seconds(seconds?).ok());
    }
}

/// Whether it tells of the site and is no item.
pub fn tells_of_site(value: &Value) -> bool {
    is_category(value) || is_site(value)
}

fn is_site(value: &Value) -> bool {
    value.get("namespaces").is_some_and(Value::is_array) && value.get("name").is_some()
}

fn is_category(term: &Value) -> bool {
    term.get("taxonomy").and_then(Value::as_str) == Some("category")
}

fn category(term: &Value) -> Category {
    let fields = Fields::of(term);
    // An embedded term only links to the one above it.
    let above = term.pointer("/_links/up/0/href").and_then(Value::as_str);
    let above = above.and_then(|href| href.trim_end_matches('/').rsplit('/').next()).map(str::to_owned);
    let parent = term.get("parent").map(number).filter(|number| number != "0").or(above).unwrap_or_default();
    let about = fields.text(&["description"]).map(|html| words(&html, &mut Notes::of(""))).unwrap_or_default();
    let label = Label { name: name(term), slug: fields.text(&["slug"]).unwrap_or_default(), about, ..Label::default() };
    Category { number: term.get("id").map(number).unwrap_or_default(), label, parent }
}

/// Takes in what a category's address tells of those above it: `/category/news/isle/`.
fn place_in_address(term: &Value, catalogue: &mut Catalogue) {
    let link = term.get("link").and_then(Value::as_str).and_then(|link| Url::parse(link).ok());
    let path = link.map(|link| link.path().trim_matches('/').to_owned()).unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let Some(begin) = parts.iter().position(|part| *part == "category") else { return };
    let mut above = String::new();
    for slug in parts.get(begin + 1..).unwrap_or_default() {
        let label = Label { slug: (*slug).to_owned(), ..Label::default() };
        catalogue.add(Category { number: String::new(), label, parent: above.clone() });
        catalogue.place_below(slug, &above);
        above = (*slug).to_owned();
    }
}

fn name(term: &Value) -> String {
    term.get("name").and_then(Value::as_str).map(|name| words(name, &mut Notes::of(""))).unwrap_or_default()
}

fn number(value: &Value) -> String {
    value.as_u64().map(|number| number.to_string()).or_else(|| value.as_str().map(str::to_owned)).unwrap_or_default()
}
