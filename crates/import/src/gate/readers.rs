//! What a source shows to some readers only: subscribers, members, those who signed in. Its plugins say so in names of
//! blocks, classes, shortcodes and fields. Nobody knows them all: what only looks like one holds back.

use serde_json::Value;
use std::collections::HashSet;

/// What tells wherever it stands in a name.
const PARTS: [&str; 19] = [
    "paywall",
    "premium-content",
    "restrict",
    "members-only",
    "member-only",
    "subscribers-only",
    "subscriber-only",
    "subscriber-view",
    "paid-content",
    "protected-content",
    "private-content",
    "members-content",
    "members-access",
    "newsletter-access",
    "access-control",
    "accesscontrol",
    "logged-in",
    "loggedin",
    "wc-memberships",
];

/// How names of plugins that know members begin.
const BEGINNINGS: [&str; 15] = [
    "pmpro",
    "rcp-",
    "mepr-",
    "memberpress",
    "memberful",
    "wlm-",
    "wishlist-member",
    "ihc-",
    "swpm",
    "s2if",
    "s2member",
    "patreon-",
    "steady-",
    "erphp",
    "woocommerce-memberships",
];

/// What else shortcodes are called after.
const OF_SHORTCODES: [&str; 7] = ["member-", "members-", "membership-", "private-", "login-", "vip-", "subscriber-"];

/// Shortcodes that are words of the language too: they tell with an end, or with attributes.
const PLAIN: [&str; 21] = [
    "restrict",
    "restricted",
    "private",
    "protected",
    "member",
    "members",
    "membership",
    "memberships",
    "subscriber",
    "subscribers",
    "subscription",
    "premium",
    "paid",
    "pay",
    "vip",
    "login",
    "loggedin",
    "hide",
    "secret",
    "password",
    "user",
];

/// Settings of blocks that show them to some.
const SETTINGS: [&str; 3] = ["userrole", "visibilitybyrole", "membership"];

/// Names that hold nothing back: what is said to those who are kept out, and what opens to all.
const HARMLESS: [&str; 3] = ["unauth", "unrestricted", "force-public"];

/// How fields say that all may read.
const FREE: [&str; 16] = [
    "",
    "0",
    "false",
    "no",
    "off",
    "none",
    "null",
    "everybody",
    "everyone",
    "public",
    "all",
    "default",
    "disabled",
    "a:0:{}",
    "[]",
    "{}",
];

/// What in a post's markup says that it is not for all.
pub fn in_markup(html: &str) -> Option<String> {
    // Few have any of them.
    let html = html.to_ascii_lowercase();
    in_comments(&html).or_else(|| in_classes(&html)).or_else(|| in_shortcodes(&html)).or_else(|| in_words(&html))
}

/// Whether a field that is kept beside a post says so.
pub fn in_field(name: &str, value: &str) -> Option<String> {
    (tells(name) && !is_free(value)).then(|| name.trim().to_owned())
}

/// The first field of an object that says so.
pub fn in_fields(fields: &Value) -> Option<String> {
    let fields = fields.as_object().into_iter().flatten();
    let mut told = fields.filter(|(name, value)| tells(name) && !is_free_json(value));
    told.next().map(|(name, _)| name.clone())
}

/// The first class that says so.
pub fn in_class_list<'a>(classes: impl IntoIterator<Item = &'a str>) -> Option<String> {
    // A story may be about paywalls.
    let is_of_a_term = |class: &&str| class.starts_with("category-") || class.starts_with("tag-");
    classes.into_iter().filter(|class| !is_of_a_term(class)).find(|class| tells(class)).map(|class| format!(".{class}"))
}

/// `<!-- wp:jetpack/paywall /-->`, `<!-- paywall -->`
fn in_comments(html: &str) -> Option<String> {
    let comments = html.split("<!--").skip(1).filter_map(|rest| rest.split("-->").next()).map(str::trim);
    comments.into_iter().find_map(|comment| match comment.strip_prefix("wp:") {
        Some(block) => {
            let (name, settings) = block.split_once(char::is_whitespace).unwrap_or((block, ""));
            (tells(name) || settings_tell(settings)).then(|| format!("wp:{name}"))
        }
        None => comment.contains("paywall").then(|| "<!-- paywall -->".to_owned()),
    })
}

/// Whether the settings of a block show it to some only.
fn settings_tell(settings: &str) -> bool {
    let parts: Vec<&str> = settings.split('"').collect();
    parts.windows(2).any(|pair| {
        let [name, after] = pair else { return false };
        let is_told = || tells(name) || SETTINGS.iter().any(|part| name.contains(part));
        let value = |after: &str| after.trim_end_matches(['}', ',']).trim().to_owned();
        after.trim_start().strip_prefix(':').is_some_and(|after| is_told() && (after.is_empty() || !is_free(&value(after))))
    })
}

/// `class="wp-block-premium-content-container"`
fn in_classes(html: &str) -> Option<String> {
    html.split("class=").skip(1).find_map(|rest| {
        let classes = match rest.chars().next() {
            Some(mark @ ('"' | '\'')) => rest.get(1..)?.split(mark).next()?,
            _ => rest.split(['>', ' ', '\n']).next()?,
        };
        in_class_list(classes.split_whitespace())
    })
}

/// `[restrict]words[/restrict]`
fn in_shortcodes(html: &str) -> Option<String> {
    if !html.contains('[') {
        return None;
    }
    let closed: HashSet<&str> = html.split("[/").skip(1).filter_map(|rest| rest.split(']').next()).map(str::trim).collect();
    html.split('[').skip(1).find_map(|rest| {
        let length = rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-')))?;
        let (name, rest) = rest.split_at(length);
        let is_shortcode = rest.starts_with([']', '/', '=', ' ', '\n', '\u{a0}']);
        let has_more = || closed.contains(name) || rest.split(']').next().is_some_and(|rest| rest.contains(['=', '(']));
        let told = match PLAIN.contains(&name) {
            true => has_more(),
            false => tells(name) || OF_SHORTCODES.iter().any(|start| plain(name).starts_with(start)),
        };
        (is_shortcode && told).then(|| format!("[{name}]"))
    })
}

/// Marks that stand in the text itself, and what search engines are told.
fn in_words(html: &str) -> Option<String> {
    let is_steady = html.contains("___steady_paywall___");
    let after = |rest: &str| rest.chars().take(12).collect::<String>().contains("false");
    let is_not_free = html.split("isaccessibleforfree").skip(1).any(after);
    is_steady.then(|| "___STEADY_PAYWALL___".to_owned()).or_else(|| is_not_free.then(|| "isAccessibleForFree: false".to_owned()))
}

/// Whether a name of a plugin's says that something is not for all.
fn tells(name: &str) -> bool {
    let name = plain(name);
    let is_told = || PARTS.iter().any(|part| name.contains(part)) || BEGINNINGS.iter().any(|start| name.starts_with(start));
    !name.starts_with("no-") && is_told() && !HARMLESS.iter().any(|part| name.contains(part))
}

/// A name as all plugins could write it.
fn plain(name: &str) -> String {
    let name = name.trim().to_ascii_lowercase().replace(['_', '/', ':'], "-");
    let name = name.trim_matches('-');
    name.strip_prefix("wp-block-").unwrap_or(name).to_owned()
}

fn is_free(value: &str) -> bool {
    let value = value.trim().to_ascii_lowercase();
    // Lists as PHP writes them.
    FREE.contains(&value.as_str()) || value.starts_with("a:") && (value.contains("\"all\"") || value.contains("\"default\""))
}

fn is_free_json(value: &Value) -> bool {
    match value {
        Value::String(text) => is_free(text),
        Value::Array(values) => values.iter().all(is_free_json),
        Value::Object(values) => values.values().all(is_free_json),
        value => is_free(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plugins_tell_what_is_not_for_all() {
        for html in [
            "a<!-- wp:jetpack/paywall /-->b",
            "<!-- wp:premium-content/container -->",
            "<!-- wp:memberpress/protected-content {\"x\":1} -->",
            "<!-- wp:group {\"restrictContent\":true} -->",
            "<!-- wp:group {\"blockVisibility\":{\"controlSets\":[{\"userRole\":\"members\"}]}} -->",
            "<p>a</p><!--paywall--><p>b</p>",
            "<div class=\"x wp-block-premium-content-container\">",
            "<div class='pmpro_content_message'>",
            "<div class=jetpack-subscribe-paywall>",
            "[restrict]a[/restrict]",
            "[private role=\"x\"]a",
            "[members_only]a",
            "[member]a[/member]",
            "[s2If current_user_can(access)]a[/s2If]",
            "[s2member-file x=1]",
            "[membership level='1']a[/membership]",
            "[rcp_paid]",
            "[mepr-active rule=\"4\"]",
            "[wlm_ismember]",
            "[ihc-hide-content x]",
            "[swpm_protected for=\"2\"]",
            "[restrict_content]",
            "[VIP]a[/VIP]",
            "[login_required]",
            "<p>a ___STEADY_PAYWALL___ b</p>",
            "<script>{\"isAccessibleForFree\": \"False\"}</script>",
        ] {
            assert!(in_markup(html).is_some(), "{html}");
        }
    }

    #[test]
    fn words_of_a_story_tell_nothing() {
        for html in [
            "<p>The [private] letter of a [member] of [Members] says [sic] and [login].</p>",
            "<!-- wp:paragraph {\"align\":\"center\"} --><p class=\"has-text-align-center\">a paywall</p><!-- /wp:paragraph -->",
            "<!-- wp:group {\"restrictContent\":false} -->",
            "<!-- wp:jetpack/subscriptions /--><div class=\"wp-block-jetpack-subscriptions\">",
            "<div class=\"tag-paywall no-paywall\">",
            "[gallery ids=\"1,2\"] [caption]x[/caption]",
            "<script>{\"isAccessibleForFree\":true}</script>",
        ] {
            assert_eq!(in_markup(html), None, "{html}");
        }
    }

    #[test]
    fn fields_tell_with_what_they_hold() {
        for (name, value) in [
            ("_jetpack_newsletter_access", "paid_subscribers"),
            ("_jetpack_newsletter_access", "subscribers"),
            ("_members_access_role", "editor"),
            ("_pmpro_level", "2"),
            ("_restrict_content", "1"),
            ("rcp_subscription_level", "any"),
            ("_wc_memberships_rule", "a:1:{i:0;s:1:\"4\";}"),
            ("_paywall", "yes"),
        ] {
            assert_eq!(in_field(name, value).as_deref(), Some(name));
            assert_eq!(in_field(name, ""), None);
        }
        for (name, value) in [
            ("_jetpack_newsletter_access", "everybody"),
            ("rcp_user_level", "a:1:{i:0;s:3:\"all\";}"),
            ("_wc_memberships_force_public", "yes"),
            ("_mepr_unauth_excerpt_size", "100"),
            ("_thumbnail_id", "9"),
            ("_jetpack_memberships_contains_paid_content", ""),
        ] {
            assert_eq!(in_field(name, value), None, "{name}");
        }
    }
}
