//! What the law wants said of a paper, each line as data: so that its number can be looked at and linked.

use strait_wire::FromJson;

/// A licence, a filing or a contact that stands in the footer of every page.
#[derive(Clone, Debug, PartialEq, FromJson, serde::Deserialize, serde::Serialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Licence {
    /// ICP filing of a website in mainland China (ICP备案): links to the ministry's register, as its rules of 2005
    /// (非经营性互联网信息服务备案管理办法, article 13) want it.
    Icp {
        /// `闽ICP备2026000001号-1`.
        number: String,
        /// Whether it stands in what partners frame, too.
        #[serde(default, rename = "inFrames", skip_serializing_if = "super::is_default")]
        in_frames: bool,
    },
    /// Filing with the public security (公安联网备案): links to its record.
    PublicSecurity {
        /// `闽公网安备35020002000001号`.
        number: String,
    },
    /// Licence for internet news (互联网新闻信息服务许可证).
    InternetNews {
        /// `35120260001`.
        number: String,
    },
    /// Where unlawful and harmful content is reported (违法和不良信息举报).
    Report {
        /// A telephone number.
        #[serde(default, skip_serializing_if = "super::is_default")]
        phone: Option<String>,
        /// A mail address.
        #[serde(default, skip_serializing_if = "super::is_default")]
        mail: Option<String>,
    },
    /// What other countries want said: who answers for the paper, its press council, its ISSN.
    Other {
        /// What it is: `ISSN`.
        name: String,
        /// What it says: `2950-0001`.
        text: String,
        /// Where it can be looked up.
        #[serde(default, skip_serializing_if = "super::is_default")]
        href: Option<String>,
    },
}

/// Provinces, as they stand before the number of a filing.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const ICP_REGISTER: &str = "https://beian.miit.gov.cn/";
const PUBLIC_SECURITY_REGISTER: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";

impl Licence {
    /// Where it can be looked up, or whom it reaches.
    pub fn href(&self) -> Option<String> {
        match self {
            Licence::Icp { .. } => Some(ICP_REGISTER.to_owned()),
            Licence::PublicSecurity { number } => Some(format!("{PUBLIC_SECURITY_REGISTER}{}", digits(number))),
            Licence::InternetNews { .. } | Licence::Report { .. } => None,
            Licence::Other { href, .. } => href.clone(),
        }
    }

    /// Whether its number has the shape that the authority gives it.
    pub fn is_well_formed(&self) -> bool {
        match self {
            Licence::Icp { number, .. } => is_icp(number),
            Licence::PublicSecurity { number } => is_public_security(number),
            Licence::InternetNews { number } => number.len() == 11 && number.bytes().all(|byte| byte.is_ascii_digit()),
            Licence::Report { phone, mail } => {
                (phone.is_some() || mail.is_some())
                    && phone.as_deref().is_none_or(is_phone)
                    && mail.as_deref().is_none_or(is_mail)
            }
            Licence::Other { name, text, href } => {
                !name.trim().is_empty() && !text.trim().is_empty() && href.as_deref().is_none_or(is_address)
            }
        }
    }
}

/// A telephone number as a link has it (RFC 3966): digits, and a plus at the beginning.
pub fn phone_digits(phone: &str) -> String {
    let plus = if phone.trim_start().starts_with('+') { "+" } else { "" };
    format!("{plus}{}", digits(phone))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What stands behind a province's sign.
fn behind_province(number: &str) -> Option<&str> {
    let first = number.chars().next().filter(|first| PROVINCES.contains(*first))?;
    number.strip_prefix(first)
}

/// `闽ICP备2026000001号`, with `-1` for one of several sites; `ICP证` for those who sell.
fn is_icp(number: &str) -> bool {
    let behind = behind_province(number).and_then(|rest| rest.strip_prefix("ICP备").or_else(|| rest.strip_prefix("ICP证")));
    let Some((filed, site)) = behind.and_then(|rest| rest.split_once('号')) else { return false };
    let is_number = |text: &str, least: usize| text.len() >= least && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(filed, 6) && (site.is_empty() || site.strip_prefix('-').is_some_and(|site| is_number(site, 1)))
}

/// `闽公网安备35020002000001号`: a province, and the fourteen digits of the record.
fn is_public_security(number: &str) -> bool {
    let record = behind_province(number).and_then(|rest| rest.strip_prefix("公网安备")?.strip_suffix('号'));
    record.is_some_and(|record| record.trim_start().len() == 14 && record.trim_start().bytes().all(|byte| byte.is_ascii_digit()))
}

/// An address that means the same in every page.
fn is_address(href: &str) -> bool {
    let is_odd = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '\\';
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme)) && !href.contains(is_odd)
}

fn is_phone(phone: &str) -> bool {
    let is_allowed = |sign: char| sign.is_ascii_digit() || "+-() /".contains(sign);
    digits(phone).len() >= 3 && phone.chars().all(is_allowed)
}

fn is_mail(mail: &str) -> bool {
    let is_odd = |sign: char| sign.is_whitespace() || sign.is_control() || "<>\"?&#%".contains(sign);
    let (name, host) = mail.split_once('@').unwrap_or_default();
    !name.is_empty() && host.contains('.') && !host.contains('@') && !mail.contains(is_odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_well_formed(json: serde_json::Value) -> bool {
        serde_json::from_value::<Licence>(json).unwrap().is_well_formed()
    }

    #[test]
    fn numbers_have_the_shape_that_authorities_give_them() {
        use serde_json::json;
        for number in ["闽ICP备2026000001号-1", "京ICP备12000001号", "沪ICP证070000号"] {
            assert!(is_well_formed(json!({"kind": "icp", "number": number})), "{number}");
        }
        for number in ["", "ICP备2026000001号", "闽ICP备2026000001", "闽ICP备号", "闽ICP备2026000001号-", "閩ICP備2026000001號"]
        {
            assert!(!is_well_formed(json!({"kind": "icp", "number": number})), "{number}");
        }
        assert!(is_well_formed(json!({"kind": "publicSecurity", "number": "闽公网安备35020002000001号"})));
        assert!(is_well_formed(json!({"kind": "publicSecurity", "number": "京公网安备 11010502030143号"})));
        assert!(!is_well_formed(json!({"kind": "publicSecurity", "number": "闽公网安备3502000200001号"})));
        assert!(is_well_formed(json!({"kind": "internetNews", "number": "35120260001"})));
        assert!(!is_well_formed(json!({"kind": "internetNews", "number": "3512026000"})));
        assert!(is_well_formed(json!({"kind": "report", "phone": "+86 592-555-0199", "mail": "a@paper.example"})));
        assert!(!is_well_formed(json!({"kind": "report"})));
        assert!(!is_well_formed(json!({"kind": "report", "mail": "a@paper.example?bcc=b"})));
        assert!(!is_well_formed(json!({"kind": "other", "name": "ISSN", "text": " "})));
        assert!(is_well_formed(
            json!({"kind": "other", "name": "ISSN", "text": "2950-0001", "href": "https://portal.issn.org/"})
        ));
        assert!(!is_well_formed(json!({"kind": "other", "name": "ISSN", "text": "2950-0001", "href": "javascript:alert(1)"})));
    }

    #[test]
    fn a_number_leads_to_the_register_that_holds_it() {
        let filed = Licence::PublicSecurity { number: "闽公网安备35020002000001号".to_owned() };
        assert_eq!(filed.href().unwrap(), "https://beian.mps.gov.cn/#/query/webSearch?code=35020002000001");
        assert_eq!(phone_digits("+86 (592) 555-0199"), "+865925550199");
    }
}
