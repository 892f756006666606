//! Who made an item: the authors that it lists, or its byline.

use crate::credits;
use crate::fields::Fields;
use crate::text::one_line;
use serde_json::Value;
use strait_model::{Credit, Role};

/// Names of roles that Superdesk writes where a name should be.
const ROLES: [&str; 20] = [
    "writer",
    "author",
    "reporter",
    "journalist",
    "correspondent",
    "contributor",
    "columnist",
    "editor",
    "copy editor",
    "photographer",
    "photo",
    "videographer",
    "illustrator",
    "translator",
    "producer",
    "记者",
    "作者",
    "编辑",
    "摄影",
    "翻译",
];

/// Who made it. Where the authors listed are no more than roles, the byline says.
pub fn by(fields: &Fields) -> Vec<Credit> {
    let named: Vec<Credit> = fields.list(&["authors"]).iter().filter_map(|(_, author)| credit(author)).collect();
    match fields.text(&["byline", "by"]) {
        Some(byline) if named.is_empty() => credits::read(&byline),
        _ => named,
    }
}

fn credit(author: &Value) -> Option<Credit> {
    let fields = Fields::of(author);
    let said = fields.text(&["role", "code"]).unwrap_or_default().to_ascii_lowercase();
    let role = match said.as_str() {
        "photographer" | "photo" => Role::Photographer,
        "translator" => Role::Translator,
        "illustrator" => Role::Illustrator,
        "columnist" => Role::Columnist,
        _ => Role::Reporter,
    };
    // Before it is sent out, Superdesk keeps the role in the name and the person in the label below it.
    let parent = fields.get(&["parent"]).and_then(|parent| Fields::of(parent).text(&["display_name", "name"]));
    let names = [fields.text(&["sub_label"]), parent, fields.text(&["name"]), author.as_str().map(str::to_owned)];
    let is_person =
        |name: &String| !name.is_empty() && name.to_lowercase() != said && !ROLES.contains(&name.to_lowercase().as_str());
    names.into_iter().flatten().map(|name| one_line(&name)).find(is_person).map(|name| Credit { role, name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_role_is_no_person() {
        let raw = |label: &str| json!({"_id": ["5d", "writer"], "role": "writer", "name": "Writer", "parent": "5d", "sub_label": label});
        for (item, expected) in [
            (json!({"authors": [raw("Ann Quay")], "byline": "By Ann Quay and Bo Hill"}), vec!["Ann Quay"]),
            (json!({"authors": [raw("")], "byline": "By Ann Quay and Bo Hill"}), vec!["Ann Quay", "Bo Hill"]),
            (json!({"authors": [{"role": "PHOTOGRAPHER", "name": "Photographer"}]}), vec![]),
            (json!({"authors": [{"role": "writer", "name": "Ann Quay"}, "Bo Hill"]}), vec!["Ann Quay", "Bo Hill"]),
        ] {
            let names: Vec<String> = by(&Fields::of(&item)).into_iter().map(|credit| credit.name).collect();
            assert_eq!(names, expected, "{item}");
        }
    }
}
