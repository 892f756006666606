//! Drawings that ask for gigabytes or for hours.

/// A drawing of a size with something in it.
pub fn drawing(width: &str, height: &str, inside: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='{width}' height='{height}'>{inside}</svg>"
    )
    .into_bytes()
}

fn filtered(filter: &str) -> Vec<u8> {
    drawing(
        "1400",
        "1400",
        &format!(
            "<filter id='f' x='0' y='0' width='1' height='1'>{filter}</filter><rect width='1400' height='1400' filter='url(#f)'/>"
        ),
    )
}

/// Each calls the one before it ten times.
fn used() -> Vec<u8> {
    let uses = |id: usize| format!("<use xlink:href='#g{id}'/>").repeat(10);
    let groups: String = (0..12).map(|id| format!("<g id='g{}'>{}</g>", id + 1, uses(id))).collect();
    drawing("300", "200", &format!("<rect id='g0' width='9' height='9'/>{groups}<use xlink:href='#g12'/>"))
}

fn laughing() -> Vec<u8> {
    let entities: String = (0..12).map(|id| format!("<!ENTITY e{} '{}'>", id + 1, format!("&e{id};").repeat(10))).collect();
    let body = String::from_utf8(drawing("300", "200", "<g>&e12;</g>")).unwrap();
    format!("<!DOCTYPE svg [<!ENTITY e0 '<rect width=\"9\" height=\"9\"/>'>{entities}]>{body}").into_bytes()
}

/// The drawings, each with a word that its refusal must say.
pub fn all() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let small = "<rect width='9' height='9'/>";
    let blur = |count: usize| "<feGaussianBlur stdDeviation='5000'/>".repeat(count);
    let turbulence = |count: usize| "<feTurbulence baseFrequency='0.05' numOctaves='100000'/>".repeat(count);
    let vertices: String = (0..60_000).map(|at| format!("L{} {}", at % 300, at * 7 % 200)).collect();
    let marked = format!(
        "<marker id='m' markerWidth='9' markerHeight='9'><g>{}</g></marker><path d='M0 0{vertices}' marker-mid='url(#m)'/>",
        small.repeat(200)
    );
    vec![
        ("tall.svg", drawing("1600", "400000", small), "1600 × 400000"),
        ("taller.svg", drawing("1600", "2000000", small), "1600 × 2000000"),
        ("thread.svg", drawing("1", "1e9", small), "high as wide"),
        ("endless.svg", drawing("1e12", "1e20", small), "picture"),
        ("nothing.svg", drawing("0", "0", small), "picture"),
        ("flat.svg", drawing("0.2", "0.2", small), "no size"),
        ("blurred.svg", filtered(&blur(400)), "ended"),
        ("turbulent.svg", filtered(&turbulence(3)), "picture"),
        ("used.svg", used(), "picture"),
        ("laughing.svg", laughing(), "broken"),
        ("nested.svg", drawing("300", "200", &"<g>".repeat(100_000)), "broken"),
        ("marked.svg", drawing("300", "200", &marked), "ended"),
        ("cut.svg", drawing("300", "200", small)[..80].to_vec(), "broken"),
        ("words.svg", b"no drawing".to_vec(), "broken"),
    ]
}
