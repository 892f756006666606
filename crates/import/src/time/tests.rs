//! How times are written, one after the other.

use super::*;

fn in_xiamen(text: &str) -> Option<String> {
    read(text, &TimeZone::fixed(jiff::tz::offset(8))).map(String::from)
}

fn in_place(text: &str, place: &str) -> Option<String> {
    let utc = read(text, &TimeZone::get(place).unwrap())?.instant();
    Some(utc.to_string())
}

#[test]
fn the_times_that_feeds_and_wires_write_are_read() {
    let expected = Some("2026-09-30T08:12:00+08:00".to_owned());
    let spellings = [
        "2026-09-30T00:12:00Z",
        "2026-09-30T08:12:00+08:00",
        "2026-09-30T00:12:00+0000",
        "2026-09-30T00:12:00.123Z",
        "2026-09-30T00:12Z",
        "2026-09-30t00:12:00z",
        "20260930T001200Z",
        "20260930T0812",
        "20260930081200",
        "2026-09-30 00:12:00 UTC",
        "2026-09-30 08:12:00 +0800",
        "2026-09-30T08:12:00 +08:00",
        "2026-09-30T08:12:00,5+08",
        "2026-09-30T08:12:00+08:00[Asia/Shanghai]",
        "2026-09-30 08:12 Asia/Shanghai",
        "1790727120",
        "1790727120000",
        "Wed, 30 Sep 2026 00:12:00 GMT",
        "Thu, 30 Sep 2026 08:12:00 +0800",
        "Thu, 30 Sep 2026 08:12 +0800",
        "30 Sep 26 08:12:00 +0800",
        "Wed, 30 Sep 2026 08:12:00 +08:00",
        "Wed, 30 Sep 2026 08:12:00 GMT+8",
        "Wed, 30 Sep 2026 08:12:00 UTC+08:00",
        "Wed, 30 Sep 2026 00:12:00 Z",
        "Wed, 30 Sep 2026 00:12:00 A",
        "Wed, 30 Sep 2026 08:12:00 +0800 (CST)",
        "Wed Sep 30 2026 08:12:00 GMT+0800 (China Standard Time)",
        "Wed Sep 30 00:12:00 UTC 2026",
        "Wed, Sep 30 2026 00:12:00 +0000",
        "September 30, 2026 8:12 AM",
        "Sept. 30th, 2026, 8:12 a.m.",
        "30-Sep-2026 08:12:00",
        "Mittwoch, 30 September 2026 0:12:00 UTC",
        "30 Sep 2026 00:12 GMT",
        "Wed, 30 Sep 2026 08:12:00",
        "2026-09-30 08:12:00",
        "2026-9-30 8:12",
        "2026/9/30 08:12",
        "2026.09.30 08:12",
        "30.09.2026 08:12",
        "30.9.2026, 8:12 Uhr",
        "30/09/2026 08:12",
        "09/30/2026 08:12 AM",
        "2026年9月30日 08:12",
        "2026年9月30日上午8点12分",
        "2026年09月30日08时12分00秒",
        "二〇二六年九月三十日 08:12",
        "２０２６年９月３０日　０８：１２",
        "2026년 9월 30일 08:12",
        "星期三, 30 九月 2026 08:12:00 +0800",
    ];
    for text in spellings {
        assert_eq!(in_xiamen(text), expected, "{text}");
    }
    assert_eq!(in_xiamen("2026-09-30").as_deref(), Some("2026-09-30T00:00:00+08:00"));
    assert_eq!(in_xiamen("2026年9月30日").as_deref(), Some("2026-09-30T00:00:00+08:00"));
    assert_eq!(in_xiamen("20260930").as_deref(), Some("2026-09-30T00:00:00+08:00"));
}

#[test]
fn months_and_weekdays_have_names_in_many_languages() {
    for (text, expected) in [
        ("sab, 07 gen 2023 21:44:32 +0100", "2023-01-07T20:44:32Z"),
        ("Mo, 25 Jun 2018 11:41:36 +0000", "2018-06-25T11:41:36Z"),
        ("Ke, 30 Lok 2013 11:34:37 +0000", "2013-10-30T11:34:37Z"),
        ("Do, 05 Mär 2026 09:00:00 +0100", "2026-03-05T08:00:00Z"),
        ("mar. 5 mai 2026 à 09h00 +0200", "2026-05-05T07:00:00Z"),
        ("чт, 05 мар 2026 09:00:00 +0300", "2026-03-05T06:00:00Z"),
        ("jueves, 5 de marzo de 2026 09:00 GMT", "2026-03-05T09:00:00Z"),
        ("Fri, Feb 24 2023 08:18:00 PM GMT", "2023-02-24T20:18:00Z"),
        ("星期四, 05 三月 2026 09:00:00 +0800", "2026-03-05T01:00:00Z"),
        ("周四, 05 3月 2026 09:00:00 +0800", "2026-03-05T01:00:00Z"),
        ("周六, 05 12月 2026 09:00:00 +0800", "2026-12-05T01:00:00Z"),
        ("2023-02-24 12:05 AM GMT", "2023-02-24T00:05:00Z"),
        ("Thu, 05 Mar 2026 24:00:00 +0000", "2026-03-06T00:00:00Z"),
        ("Thu, 31 Dec 2026 23:59:60 +0000", "2026-12-31T23:59:59Z"),
    ] {
        assert_eq!(in_place(text, "Asia/Shanghai").as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn a_clock_has_a_name() {
    for (name, expected) in [
        ("JST", "00:00"),
        ("BST", "08:00"),
        ("CEST", "07:00"),
        ("CET", "08:00"),
        ("HST", "19:00"),
        ("AKST", "18:00"),
        ("AKDT", "17:00"),
        ("EST", "14:00"),
        ("EDT", "13:00"),
        ("PST", "17:00"),
        ("IST", "03:30"),
        ("NST", "12:30"),
        ("AEDT", "22:00"),
        ("MSK", "06:00"),
        ("UT", "09:00"),
        ("jst", "00:00"),
    ] {
        let found = in_place(&format!("Thu, 05 Mar 2026 09:00:00 {name}"), "Europe/Berlin").unwrap();
        assert_eq!(found.get(11..16), Some(expected), "{name}: {found}");
    }
    assert_eq!(in_place("Thu, 05 Mar 2026 09:00:00 XYZT", "Europe/Berlin"), None, "nobody knows it");
}

#[test]
fn a_name_that_several_clocks_have_is_the_sites_own_first() {
    for (place, expected) in [
        ("Asia/Shanghai", "01:00"),
        ("Asia/Taipei", "01:00"),
        ("Asia/Singapore", "01:00"),
        ("America/Chicago", "15:00"),
        ("Europe/London", "15:00"),
    ] {
        let found = in_place("Thu, 05 Mar 2026 09:00:00 CST", place).unwrap();
        assert_eq!(found.get(11..16), Some(expected), "{place}");
    }
    assert_eq!(in_place("5 Mar 2026 09:00 IST", "Asia/Jerusalem").as_deref(), Some("2026-03-05T07:00:00Z"));
    assert_eq!(in_place("5 Mar 2026 09:00 IST", "Asia/Kolkata").as_deref(), Some("2026-03-05T03:30:00Z"));
}

#[test]
fn a_time_that_names_no_clock_is_the_sites_in_every_form() {
    for text in [
        "Thu, 05 Mar 2026 09:00:00",
        "2026-03-05T09:00:00",
        "2026-03-05 09:00",
        "5 March 2026 9:00",
        "2026年3月5日 9:00",
        "20260305090000",
    ] {
        assert_eq!(in_place(text, "Asia/Tokyo").as_deref(), Some("2026-03-05T00:00:00Z"), "{text}");
        assert_eq!(in_place(text, "America/New_York").as_deref(), Some("2026-03-05T14:00:00Z"), "{text}");
    }
}

#[test]
fn a_month_or_a_year_is_a_time_only_where_that_is_enough() {
    let zone = TimeZone::UTC;
    for (text, expected) in [
        ("2026-03", "2026-03-01T00:00:00Z"),
        ("2026", "2026-01-01T00:00:00Z"),
        ("March 2026", "2026-03-01T00:00:00Z"),
        ("2026年3月", "2026-03-01T00:00:00Z"),
    ] {
        assert_eq!(read(text, &zone), None, "{text}");
        assert_eq!(read_roughly(text, &zone).map(|time| time.instant().to_string()).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_time_is_none() {
    let long = "2026-09-30 ".repeat(100);
    for text in [
        "",
        "yesterday",
        "2026-02-30",
        "99999999999999",
        "30 Sep",
        "0000-00-00 00:00:00",
        "05/03/2026",
        "05-03-2026 09:00",
        "2026-09-30 25:00",
        "2026-09-30 09:61",
        "2026-09-30 09:00 +9900",
        "1.2.3.4",
        "09:00",
        "2026-09-30 09:00 10:00",
        &long,
        "十年",
        "-",
        "::",
        "9:",
        "年月日",
        "Mon, 30 Nov -0001 00:00:00 +0000",
    ] {
        assert_eq!(in_xiamen(text), None, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[0-9a-zTZ年月日時分十 :+.,/()-]{0,40}") {
        let _ = read_roughly(&text, &TimeZone::UTC);
    }
}
