//! A paper of any size, made by numbers that are the same in every run: the same articles for every press.

/// One made-up article.
pub struct Article {
    /// Its id, which is also its place: later ids are newer.
    pub id: String,
    /// Its section, three levels deep.
    pub section: String,
    /// When it was published (RFC 3339).
    pub created: String,
    /// Twenty characters.
    pub headline: String,
    /// Ninety characters.
    pub summary: String,
    /// The reporter.
    pub by: String,
    /// Four keywords.
    pub subjects: Vec<String>,
    /// Five earlier articles: id and section.
    pub related: Vec<(String, String)>,
    /// Ten paragraphs of 150 characters.
    pub paragraphs: Vec<String>,
}

/// Sections of each level: 4, 12, 36.
const TREE: [u64; 3] = [4, 3, 3];
const SUBJECTS: u64 = 400;
const PARAGRAPHS: u64 = 10;
/// An article is related to some of so many before it.
const MEMORY: u64 = 500;

/// The article of a number; 0 is the oldest.
pub fn article(number: u64) -> Article {
    let mut chance = Chance(number.wrapping_mul(1_000_003));
    let related =
        (0..5).filter_map(|_| number.checked_sub(1 + chance.below(MEMORY))).map(|earlier| (id(earlier), section(earlier)));
    let related: Vec<_> = related.collect();
    Article {
        id: id(number),
        section: section(number),
        created: created(number),
        headline: words(&mut chance, 20),
        summary: words(&mut chance, 90),
        by: words(&mut chance, 3),
        subjects: (0..4).map(|_| words(&mut Chance(chance.below(SUBJECTS)), 3)).collect(),
        related,
        paragraphs: (0..PARAGRAPHS).map(|_| format!("{}。", words(&mut chance, 149))).collect(),
    }
}

/// The paths of all sections with their names, each before those below it.
pub fn sections() -> Vec<(String, String)> {
    let mut sections = Vec::new();
    for top in 0..TREE[0] {
        sections.push((format!("s{top}"), format!("栏目{top}")));
        for middle in 0..TREE[1] {
            sections.push((format!("s{top}/t{middle}"), format!("子栏{middle}")));
            sections.extend((0..TREE[2]).map(|last| (format!("s{top}/t{middle}/u{last}"), format!("细栏{last}"))));
        }
    }
    sections
}

fn id(number: u64) -> String {
    format!("{}-{number:07}", created(number)[..10].replace('-', ""))
}

fn section(number: u64) -> String {
    let mut chance = Chance(number);
    let [top, middle, last] = TREE.map(|count| chance.below(count));
    format!("s{top}/t{middle}/u{last}")
}

/// An article every 30 minutes from 2001 on, in years of twelve months of 28 days.
fn created(number: u64) -> String {
    let (day, slot) = (number / 48, number % 48);
    let (year, month, day) = (2001 + day / 336, 1 + day % 336 / 28, 1 + day % 28);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:00+08:00", slot / 2, slot % 2 * 30)
}

fn words(chance: &mut Chance, count: usize) -> String {
    (0..count).filter_map(|_| char::from_u32(0x4e00 + chance.below(900) as u32 * 7)).collect()
}

/// Numbers that look like chance and are the same in every run (SplitMix64, <https://prng.di.unimi.it/splitmix64.c>).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_the_same_in_every_run_and_related_to_earlier_ones() {
        let (one, again) = (article(4711), article(4711));
        assert_eq!((&one.headline, &one.related), (&again.headline, &again.related));
        assert_eq!(one.paragraphs.iter().map(|text| text.chars().count()).sum::<usize>(), 1500);
        assert!(one.related.len() == 5 && one.related.iter().all(|(id, _)| *id < one.id));
        assert!(sections().iter().any(|(path, _)| *path == one.section));
    }
}
